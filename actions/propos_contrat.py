"""What is said of the contract rather than asked of one's own: not signing, its price, a first step.

The same words for whoever writes: nothing here tells whether somebody has a contract.
"""

from datetime import timedelta

from rasa_sdk import Tracker

from actions.dossier import Dossier, texte_du
from assistant.content.reponse import Reponse
from assistant.conversation.propos import dit
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.demandes import attend_deja
from assistant.parcours.droits import droits
from assistant.privacy.identite import Niveau

OFFRENT_UN_APPEL = {
    "refus_signer",
    "signer_oblige",
    "dispense",
    "contrat_discuter",
    "contrat_pas_tenir",
}  # the référent's call, by their text
DU_CONTRAT_EN_GENERAL = OFFRENT_UN_APPEL | {"contrat_gratuit", "premiers_pas"}
NOUVEAU = timedelta(days=31)  # since the orientation


def du_contrat(propos: str, tracker: Tracker, ouvert: Dossier) -> Reponse | None:
    """None when the person's own file answers better."""
    qui, jour = ouvert.allocataire, ouvert.maintenant.date()
    if propos == "premiers_pas" and not _vient_d_arriver(ouvert):
        return None
    if dit("refus_signer", texte_du(tracker)) and _a_ete_dit_au_referent(ouvert):
        return droits("refus_signer_attend", qui, jour)
    seul = propos in OFFRENT_UN_APPEL and (qui is None or tracker.active_loop.get("name"))
    return droits(f"{propos}_seul" if seul else propos, qui, jour)


def _vient_d_arriver(ouvert: Dossier) -> bool:
    qui = ouvert.allocataire
    if qui is None or ouvert.identite.niveau is Niveau.VERIFIE or qui.oriente_le is None:
        return False
    return ouvert.maintenant.date() - qui.oriente_le <= NOUVEAU


def _a_ete_dit_au_referent(ouvert: Dossier) -> bool:
    lieu = ouvert.session, ouvert.conversation_id, ouvert.cause, ouvert.maintenant
    return ouvert.allocataire is not None and attend_deja(*lieu, GenreAlerte.CONTRAT)
