"""A free slot taken, or one that was just taken back; then what was said besides."""

from rasa_sdk.events import EventType

from actions.creneau_autre import chercher_autre_chose
from actions.creneau_devant import Devant
from actions.dire import dire
from actions.formulaires import fermer, rester
from actions.places import poser
from actions.puis_le_reste import QUI_APPELLE, et_le_reste
from actions.rendez_vous import PRIS
from assistant.content.reponse import Reponse
from assistant.conversation.propos import dit
from assistant.parcours.agenda.choix import Lu, lire_choix, parle_d_une_place
from assistant.parcours.agenda.creneaux import reserver
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.prise import choix_retire, prise_en_tete
from assistant.parcours.agenda.propositions import proposer
from assistant.parcours.rendez_vous import Mode, RendezVous


def choix_ferme(devant: Devant) -> list[EventType] | None:
    """« le 2, enfin non le 3 », « le 2. mais c'est qui ? »: a choice whatever else is said."""
    dits = devant.mots, devant.proposes, devant.ouvert.maintenant
    if (reste := choix_retire(*dits)) is not None:
        return _choisir_apres_tout(devant, reste)
    if (pris := prise_en_tete(*dits)) is not None:
        return prendre(devant, pris.rang, pris.reste)
    return None


def prendre(devant: Devant, rang: int, reste: str = "") -> list[EventType]:
    """`reste`: what was said besides the choice."""
    ouvert, qui = devant.ouvert, devant.ouvert.allocataire
    assert qui is not None
    creneau_id = devant.proposes[rang].id
    pris = reserver(ouvert.session, creneau_id, qui, devant.garde, ouvert.maintenant)
    if pris is None:
        return _prise_entre_temps(devant)
    valeurs = mots_rendez_vous(pris.rendez_vous, ouvert.maintenant)
    dire(devant.dispatcher, Reponse(_cle(devant, pris.rendez_vous, reste), valeurs))
    suite = et_le_reste(reste, devant.dispatcher, devant.tracker, ouvert)
    return [*fermer(rdv_vise=None, question=PRIS), *suite]


def _cle(devant: Devant, rendez_vous: RendezVous, reste: str) -> str:
    cle = f"creneau_{rendez_vous.mode}" + "_deplace" * (devant.garde is not None)
    return f"{cle}_appel" if rendez_vous.mode is Mode.TELEPHONE and dit(QUI_APPELLE, reste) else cle


def _prise_entre_temps(devant: Devant) -> list[EventType]:
    ouvert = devant.ouvert
    assert ouvert.allocataire is not None
    restent = proposer(ouvert.session, ouvert.allocataire, [], ouvert.maintenant, devant.quitte)
    return poser(devant.dispatcher, ouvert, restent, devant.garde, "", cle="creneau_pris_entre_temps")


def _choisir_apres_tout(devant: Devant, mots: str) -> list[EventType]:
    """« le 1, non attendez, le matin c'est le kiné »: the last word holds; without one, nothing is done."""
    lu = lire_choix(mots, devant.proposes, devant.ouvert.maintenant)
    if (pris := prise_en_tete(mots, devant.proposes, devant.ouvert.maintenant)) is not None:
        return prendre(devant, pris.rang, pris.reste)
    if lu and lu[0] is Lu.PRIS:
        return prendre(devant, lu[1])
    suffixe = "_garde" if devant.garde else ""
    if lu and lu[0] is not Lu.A_CONFIRMER and parle_d_une_place(mots, lu[0]):
        dire(devant.dispatcher, Reponse(f"creneau_retire{suffixe}", devant.valeurs))
        return chercher_autre_chose(devant, lu[0], mots)
    dire(devant.dispatcher, Reponse(f"creneau_lequel{suffixe}", devant.valeurs))
    return rester("creneau_choisi")
