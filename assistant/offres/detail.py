"""One offer in words: what was asked about it, and always whom to call."""

import re
from collections.abc import Sequence
from datetime import date
from textwrap import shorten

from assistant.content.francais import heure_en_francais, jour_en_francais, liste_numerotee
from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.offres.fiche import horaires_en_phrase, interroge_la_fiche, phrase_qui_repond
from assistant.offres.mots import plier
from assistant.offres.sujets import sujet_de, sujets_de
from assistant.offres.tables import Offre
from assistant.parcours.numeros import lisible

# characters: with these the longest presentation holds in two segments
LARGEUR_DU_NOM = 38
LARGEUR_DU_RESUME = 90
LARGEUR_DU_PRATIQUE = 104
LARGEUR_DE_LA_FICHE = 70  # what the notice says of who may come, or of what it takes
LARGEUR_D_UNE_LIGNE = 60
LARGEUR_DU_COURRIEL = 40
EMPLOI = "trouver-un-emploi"  # the thématiques under which someone is paid
ARGENT = ("difficultes-financieres", "mobilite--financer-ma-mobilite")  # those of money lent or given
DE_CHACUNE = (
    "prix",
    "lieu",
    "quand",
    "qui",
    "conditions",
    "contact",
)  # what a line can say of each offer of a list
_PHRASE = re.compile(r"[^.!?]+[.!?]+")
_UNE_QUESTION = re.compile(
    r"[.,;!?]+|\bet (?=(?:y ?a|c|cest|ca|sa|faut|fo|fau|combien|est ce|on|ou|quand|kan|com?ment|cmt"
    r"|quel\w*|kel\w*|a quelle|moi|je|j|pour qui)\b)",
    re.IGNORECASE,
)
_EN_LIGNE = re.compile(r"\b(?:en ligne|visio\w*|internet|webinaires?|site|plateforme|mooc|video)\b")
_PRET = re.compile(r"\b(?:micro ?credits?|prets?|emprunt\w*|credits?)\b")
_PAR_TELEPHONE = re.compile(r"\b(?:telephon\w*|appel\w*|ecoute|numero)\b")


def detail(offre: Offre, question: str, jour: date) -> Reponse:
    """Answers « c'est où », « gratuit ? », « faut quoi », « qui appeler »; else presents the offer."""
    sujet, connu = _sujet(offre, question), valeurs(offre, jour)
    if len(posees := questions_posees(question)) > 1:
        return _a_chacune(offre, posees, connu, jour)
    if phrase := phrase_qui_repond(offre, question):
        return Reponse("offre_fiche", connu | {"phrase": phrase})
    if len(demandes := _ensemble(question)) > 1:
        return Reponse("offre_ensemble", connu | {"reponses": ", ".join(connu[un] for un in demandes)})
    if sujet is None:
        return sans_reponse(offre, jour) if interroge_la_fiche(question) else presentation(offre, jour)
    if sujet == "rembourse" and not est_un_pret(offre):
        return sans_reponse(offre, jour)
    inconnu = sujet in ("qui", "conditions") and not connu[sujet]
    return Reponse(f"offre_{sujet}_inconnu" if inconnu else f"offre_{sujet}", connu)


def questions_posees(texte: str) -> list[str]:
    """« c'est gratuit ? faut amener quoi »: two, each once."""
    parties = [plier(partie) for partie in _UNE_QUESTION.split(texte)]
    sujets = {sujet: dite for dite in parties if (sujet := _demande(dite))}
    return list(sujets.values())


def _demande(mots: str) -> str | None:
    """What a clause asks, by a name of its own."""
    return "fiche " + mots if interroge_la_fiche(mots) else sujet_de(mots)


def _a_chacune(offre: Offre, questions: Sequence[str], connu: dict[str, str], jour: date) -> Reponse:
    """What is known of each, then whom to ask for the rest."""
    dites = dict.fromkeys(_en_bref(offre, question, connu) for question in questions)
    connues = [dite for dite in dites if dite]
    if not connues:
        return sans_reponse(offre, jour)
    cle = "offre_ensemble" if len(connues) == len(dites) else "offre_ensemble_en_partie"
    return Reponse(cle, connu | {"reponses": ", ".join(connues)})


def _en_bref(offre: Offre, question: str, connu: dict[str, str]) -> str:
    if interroge_la_fiche(question):
        phrase = phrase_qui_repond(offre, question)
        return render("offre_phrase", {"phrase": phrase.rstrip(".")}) if phrase else ""
    sujet = _sujet(offre, question) or ""
    if sujet in ("qui", "conditions") and connu[sujet]:
        return render(f"offre_en_bref_{sujet}", connu)
    return connu.get({"lieu": "ou", "transport": ""}.get(sujet, sujet), "")


def detail_de_chacune(offres: Sequence[Offre], question: str, jour: date) -> Reponse | None:
    """« c'est gratuit ? » of a whole list: a line each; None when a line cannot answer."""
    sujet = sujet_de(plier(question))
    if sujet not in DE_CHACUNE:
        return None
    connues = [valeurs(offre, jour) for offre in offres]
    if sujet == "quand" and not any(map(_a_des_horaires, offres)):
        return Reponse("offres_quand_inconnu", connues[0])
    dites = [connue[sujet.replace("lieu", "ou")] for connue in connues]
    if not any(dites):
        return Reponse("offres_aucune_ne_dit", {})
    lignes = [
        shorten(dite or render("offre_non_dit"), LARGEUR_D_UNE_LIGNE, placeholder="...") for dite in dites
    ]
    return Reponse("offres_de_chacune", {"offres": liste_numerotee(lignes)})


def _sujet(offre: Offre, question: str) -> str | None:
    """« payé ? » asks what a job pays, and what anything else costs; no bus goes to a telephone."""
    sujet = sujet_de(plier(question))
    if sujet == "paye" and not any(theme.startswith(EMPLOI) for theme in offre.thematiques):
        return "prix"
    return "lieu" if sujet == "transport" and offre.a_distance else sujet


def _ensemble(question: str) -> list[str]:
    """« c'est combien et c'est quelle adresse »: what a few words can say together."""
    demandes = sujets_de(plier(question))
    return [dit for sujet, dit in (("lieu", "ou"), ("quand", "quand"), ("prix", "prix")) if sujet in demandes]


def _a_des_horaires(offre: Offre) -> bool:
    return bool(offre.debut or offre.horaires_accueil or horaires_en_phrase(offre))


def est_un_pret(offre: Offre) -> bool:
    """Of money, as the notice says: what lends scooters is no loan."""
    fiche = plier(f"{offre.nom} {offre.description}")
    return _PRET.search(fiche) is not None and any(theme.startswith(ARGENT) for theme in offre.thematiques)


def sans_reponse(offre: Offre, jour: date) -> Reponse:
    """What was asked is on no notice."""
    return Reponse("offre_sans_reponse", valeurs(offre, jour))


def presentation(offre: Offre, jour: date, km: float | None = None) -> Reponse:
    """`km`: how far it is, said when it is worth saying."""
    return Reponse("offre_presentation", valeurs(offre, jour, km))


def pour_un_inconnu(reponse: Reponse) -> Reponse:
    """A number nobody has cannot be signed up from: the same, without promising it."""
    promise = reponse.cle in ("offre_presentation", "offre_inscription")
    return Reponse(f"{reponse.cle}_inconnu", reponse.valeurs) if promise else reponse


def valeurs(offre: Offre, jour: date, km: float | None = None) -> dict[str, str]:
    ou = _ou(offre)
    loin = render("offre_ou_km", {"ou": ou, "km": str(round(km))}) if km and km >= 1 and ou else ou
    pratique = ", ".join(part for part in (loin, _prix(offre), _moment(offre, jour)) if part)
    return {
        "offre": nom_court(offre),
        "resume": _resume(offre.description),
        "pratique": shorten(pratique, LARGEUR_DU_PRATIQUE, placeholder=""),
        "ou": ou or render("offre_ou_inconnu"),
        "prix": _court(_prix(offre)),
        "quand": _moment(offre, jour) or _horaires(offre),
        "qui": _qui(offre),
        "conditions": _court(offre.conditions_acces or ""),
        "contact": contact(offre),
    }


def nom_court(offre: Offre, largeur: int = LARGEUR_DU_NOM) -> str:
    return shorten(offre.nom, largeur, placeholder="...")


def telephone(offre: Offre) -> str | None:
    """The number to call; None where only the référent can ask, or nobody gave a number."""
    numero = offre.telephone or offre.structure.telephone
    return None if offre.par_referent_seulement or numero is None else lisible(numero)


def contact(offre: Offre) -> str:
    """The number to call, else the address to write to, else the référent."""
    courriel = offre.courriel or offre.structure.courriel
    if numero := telephone(offre):
        return numero
    if courriel and len(courriel) <= LARGEUR_DU_COURRIEL and not offre.par_referent_seulement:
        return courriel
    return render("referent_sans_nom")


def a_distance(offre: Offre) -> str:
    """« en ligne », « par tel », as the notice says; « à distance » when it does not."""
    fiche = plier(f"{offre.nom} {offre.description}")
    if _EN_LIGNE.search(fiche):
        return render("offre_en_ligne")
    return render("offre_par_tel" if _PAR_TELEPHONE.search(fiche) else "offre_distance")


def _resume(description: str) -> str:
    """As many whole sentences as there is room for, else the beginning of the first."""
    phrases, resume = _PHRASE.findall(description), ""
    for phrase in map(str.strip, phrases):
        if len(f"{resume} {phrase}") > LARGEUR_DU_RESUME:
            break
        resume = f"{resume} {phrase}".strip()
    return resume or shorten(description, LARGEUR_DU_RESUME, placeholder="...")


def _ou(offre: Offre) -> str:
    if offre.a_distance:
        return render("offre_a_distance")
    return ", ".join(part for part in (offre.adresse, offre.commune) if part)


def _prix(offre: Offre) -> str:
    if offre.frais_precisions:
        return offre.frais_precisions[:1].lower() + offre.frais_precisions[1:].rstrip(".")
    connu = offre.frais in ("gratuit", "payant")
    return render(f"offre_frais_{offre.frais}" if connu else "offre_frais_inconnu")


def _moment(offre: Offre, jour: date) -> str:
    """« mardi 24 novembre 9h30 » of a group offer; empty for one without a date."""
    if offre.debut is None:
        return ""
    le = jour_en_francais(offre.debut.date(), jour)
    cle = "offre_date_complete" if offre.complete else "offre_date"
    return render(cle, {"moment": f"{le} {heure_en_francais(offre.debut)}"})


def _horaires(offre: Offre) -> str:
    return _court(offre.horaires_accueil or horaires_en_phrase(offre) or render("offre_horaires_inconnus"))


def _qui(offre: Offre) -> str:
    """The publics of the notice and what it adds; empty when it says nothing."""
    publics = ", ".join(render(f"public_{public.replace('-', '_')}") for public in offre.publics)
    return _court(". ".join(part for part in (publics, (offre.publics_precisions or "").strip()) if part))


def _court(fiche: str) -> str:
    return shorten(fiche.strip().rstrip("."), LARGEUR_DE_LA_FICHE, placeholder="...")
