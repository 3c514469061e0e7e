"""One offer in words: what was asked about it, and always whom to call."""

import re
from datetime import date
from textwrap import shorten

from assistant.content.francais import heure_en_francais, jour_en_francais
from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.offres.mots import plier
from assistant.offres.tables import Offre
from assistant.parcours.numeros import lisible

# characters: with these the longest presentation holds in two segments
LARGEUR_DU_NOM = 38
LARGEUR_DU_RESUME = 90
LARGEUR_DU_PRATIQUE = 104
_PHRASE = re.compile(r"[^.!?]+[.!?]+")
_QUESTIONS = {
    "prix": re.compile(r"\b(?:gratuite?s?|payante?|paye\w*|prix|coute?|c est combien|c combien|frais)\b"),
    "lieu": re.compile(r"\b(?:ou|adresse|quartier|bus|tram|gare|loin|y aller|visio|sur place)\b"),
    "quand": re.compile(
        r"\b(?:quand|kan|kand|heures?|horaires?|jours?|matin|aprem|apres midi|samedi|commence|date|dure)\b"
    ),
    "contact": re.compile(r"\b(?:num|numero|tel|telephone|appell?er?|apele\w*|contacter|joindre|mail)\b"),
}


def detail(offre: Offre, question: str, jour: date) -> Reponse:
    """Answers « c'est où », « gratuit ? », « c'est quand », « qui appeler »; else presents the offer."""
    mots = plier(question)
    sujet = next((sujet for sujet, motif in _QUESTIONS.items() if motif.search(mots)), None)
    return Reponse(f"offre_{sujet}", valeurs(offre, jour)) if sujet else presentation(offre, jour)


def presentation(offre: Offre, jour: date) -> Reponse:
    return Reponse("offre_presentation", valeurs(offre, jour))


def valeurs(offre: Offre, jour: date) -> dict[str, str]:
    pratique = ", ".join(part for part in (_ou(offre), _prix(offre), _moment(offre, jour)) if part)
    return {
        "offre": nom_court(offre),
        "resume": _resume(offre.description),
        "pratique": shorten(pratique, LARGEUR_DU_PRATIQUE, placeholder=""),
        "ou": _ou(offre),
        "prix": _prix(offre),
        "quand": _moment(offre, jour) or offre.horaires_accueil or render("offre_horaires_inconnus"),
        "contact": telephone(offre) or render("referent_sans_nom"),
    }


def nom_court(offre: Offre) -> str:
    return shorten(offre.nom, LARGEUR_DU_NOM, placeholder="...")


def telephone(offre: Offre) -> str | None:
    """The number to call; None where only the référent can ask, or nobody gave a number."""
    numero = offre.telephone or offre.structure.telephone
    return None if offre.par_referent_seulement or numero is None else lisible(numero)


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
