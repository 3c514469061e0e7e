"""General questions on the référent, rights and the contract: answered without asking who writes."""

from rasa_sdk import Tracker

from actions.appel import transmettre_avec_ses_mots
from actions.dossier import Dossier
from actions.propos_contrat import DU_CONTRAT_EN_GENERAL, du_contrat
from actions.propos_droits import LABELS_DROITS
from assistant.content.reponse import Reponse
from assistant.conversation.propos import dit
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.coordonnees import coordonnees, qui_appeler
from assistant.handoff.demandes import attend_deja, transmettre
from assistant.handoff.jours_du_referent import jours_du_referent, retour_du_referent
from assistant.handoff.mots_transmis import mots_a_dire
from assistant.offres.mots import plier
from assistant.parcours.contrat_dit import contrat_explique
from assistant.parcours.contrat_redit import autrement
from assistant.parcours.dates_parlees import moment_cite
from assistant.parcours.droits import changement, droits
from assistant.privacy.identite import Niveau

FIXES = {
    *("droits_inscription_ft", "droits_echelonnement", "droits_sans_internet"),
    *("droits_ou_declarer", "droits_quand_declarer", "droits_corriger", "sans_certificat", "quoi_dire"),
    "envoyer_papier",
    *LABELS_DROITS,
}
NOUVELLES = {"changement_a_qui", "emploi_trouve", "changer_numero"}
# Said to a number nobody has, for which nothing can be passed on nor looked up; a known one has better.
AUX_INCONNUS = {
    "injoignable": "propos_injoignable",
    "a_deux": "propos_a_deux",
    "ce_numero": "cest_moi_inconnu",
    "pour_un_proche": "propos_pour_un_proche",
    "cest_qui": "propos_cest_qui",
}
PUIS_CHERCHER = {"mdph", "creche_sans_reponse"}
SANS_QUESTION = {"pas_d_appel", "ne_rien_transmettre"}  # what was offered is refused with it
RETOUR = {"referent_retour", "referent_absent"}
JOURS = {"referent_jours", "referent_travaille"}
DU_REFERENT = RETOUR | JOURS | {"referent_comment", "referent_numero", "qui_relancer", "sans_referent"}
DU_PARCOURS = FIXES | PUIS_CHERCHER | SANS_QUESTION | DU_REFERENT | DU_CONTRAT_EN_GENERAL
PARLER = GenreAlerte.PARLER
# Of whatever was passed on, not only of a request to be called.
SUR_TOUT = dict.fromkeys(("ne_rien_transmettre", "seulement_une_question"))
DU_PARCOURS |= NOUVELLES | set(AUX_INCONNUS)
DU_PARCOURS |= {
    "transmettre_a",
    "transmis_quoi",
    "est_ce_transmis",
    "seulement_une_question",
    "renouveler_comment",
    "heures_quoi",
    "corriger_comment",
}


def du_parcours(propos: str, texte: str, tracker: Tracker, ouvert: Dossier) -> list[Reponse]:
    """What is said, in one or two texts; empty when another action answers better."""
    if propos == "quoi_dire" and ouvert.allocataire is None:
        return [Reponse("quoi_dire_inconnu")]
    if propos in FIXES:
        return [droits(propos, ouvert.allocataire, ouvert.maintenant.date())]
    if propos == "transmettre_a":
        return _transmis(texte, ouvert)
    if propos in NOUVELLES:
        return _nouvelle(texte, tracker, ouvert)
    if propos in PUIS_CHERCHER:
        return [Reponse("mot_mdph" if propos == "mdph" else propos)]
    if propos in DU_CONTRAT_EN_GENERAL:
        reponse = du_contrat(propos, tracker, ouvert)
    elif propos in DU_REFERENT:
        reponse = _du_referent(propos, texte, ouvert)
    else:
        reponse = _autre(propos, texte, tracker, ouvert)
    return [reponse] if reponse else []


def _transmis(texte: str, ouvert: Dossier) -> list[Reponse]:
    transmise = transmettre_avec_ses_mots(ouvert, texte, ajoute=True)
    if not dit("droits_corriger", texte):
        return [transmise]
    return [transmise, droits("droits_corriger", ouvert.allocataire, ouvert.maintenant.date())]


def _nouvelle(texte: str, tracker: Tracker, ouvert: Dossier) -> list[Reponse]:
    """« viens d'avoir un cdi, merci »; while another question waits, it is an answer to it."""
    if tracker.active_loop.get("name") not in (None, "formulaire_lieu"):
        return []
    lieu = ouvert.conversation_id, ouvert.cause, ouvert.maintenant
    return [changement(ouvert.session, texte, ouvert.allocataire, *lieu)]


def _du_referent(propos: str, texte: str, ouvert: Dossier) -> Reponse | None:
    qui, maintenant = ouvert.allocataire, ouvert.maintenant
    if qui is None:
        return Reponse("referent_inconnu")
    if propos in RETOUR:
        return retour_du_referent(qui, maintenant) or jours_du_referent(qui, texte, maintenant)
    if propos in JOURS:
        return jours_du_referent(qui, texte, maintenant)
    if propos == "referent_comment":
        return None if "merci" in plier(texte) else Reponse(propos, qui_appeler(qui, maintenant))
    return coordonnees(qui, maintenant)


def _autre(propos: str, texte: str, tracker: Tracker, ouvert: Dossier) -> Reponse | None:
    if inconnu := AUX_INCONNUS.get(propos):
        return None if ouvert.allocataire else _a_un_inconnu(propos, inconnu, ouvert)
    if propos == "corriger_comment":
        cle = "declaration_que_corriger" if tracker.get_slot("heures_notees") else "droits_corriger"
        return droits(cle, ouvert.allocataire, ouvert.maintenant.date())
    if propos == "heures_quoi":
        return _heures(texte, ouvert)
    if propos == "renouveler_comment":
        verifie = ouvert.identite.niveau is Niveau.VERIFIE
        return None if verifie else droits(propos, ouvert.allocataire, ouvert.maintenant.date())
    if propos == "pas_d_appel" and moment_cite(texte, ouvert.maintenant):
        return None  # « pas le matin »: a wish for the référent to read
    if propos == "pas_d_appel" and ouvert.allocataire and (mots := mots_a_dire(texte)):
        transmise = transmettre_avec_ses_mots(ouvert, texte, ajoute=True)
        return Reponse("pas_d_appel_message", transmise.valeurs | {"mots": mots})
    return _de_ce_qui_est_transmis(propos, ouvert)


def _a_un_inconnu(propos: str, cle: str, ouvert: Dossier) -> Reponse:
    """The team sees that somebody could reach nobody, as when a person is asked for."""
    if propos == "injoignable":
        transmettre(
            ouvert.session, ouvert.conversation_id, None, ouvert.cause, ouvert.maintenant, ajoute=False
        )
    return Reponse(cle)


def _heures(texte: str, ouvert: Dossier) -> Reponse:
    verifie = ouvert.allocataire if ouvert.identite.niveau is Niveau.VERIFIE else None
    dite = contrat_explique(ouvert.session, verifie, texte, ouvert.maintenant.date())
    return autrement(
        ouvert.session, ouvert.conversation_id, dite, ouvert.allocataire, ouvert.maintenant.date()
    )


def _de_ce_qui_est_transmis(propos: str, ouvert: Dossier) -> Reponse | None:
    """« transmis quoi ? », « pas d'appel »: nothing is passed on, and what already was is said."""
    qui, lieu = ouvert.allocataire, (ouvert.session, ouvert.conversation_id)
    if qui is not None and attend_deja(*lieu, ouvert.cause, ouvert.maintenant, SUR_TOUT.get(propos, PARLER)):
        cle = f"{propos}_attend"
    elif propos == "transmis_quoi" and qui and attend_deja(*lieu, ouvert.cause, ouvert.maintenant, None):
        cle = "transmis_quoi_message"
    elif propos in ("transmis_quoi", "seulement_une_question"):
        return None
    else:
        return droits(propos, qui, ouvert.maintenant.date())
    return Reponse(cle, qui_appeler(qui, ouvert.maintenant))
