"""Other free slots than those shown: another moment, or nearer."""

from rasa_sdk.events import EventType

from actions.ancien import offrir_l_ancien
from actions.creneau_devant import Devant
from actions.places import SOUHAITS, passer_la_main, poser, souhait_exprime
from assistant.parcours.agenda.choix import Lu
from assistant.parcours.agenda.plus_pres import plus_pres, trop_loin
from assistant.parcours.agenda.propositions import Proposition, creneaux_par_id, reproposer
from assistant.parcours.agenda.souhaits import Souhait, souhait_dit

ASSEZ_VUS = 12  # slots shown: four lists


def chercher_autre_chose(devant: Devant, genre: Lu, mots: str) -> list[EventType]:
    """Three other slots; after several lists that do not suit, the référent."""
    ouvert, remplace = devant.ouvert, devant.garde
    if (ancien := offrir_l_ancien(devant.dispatcher, ouvert, mots)) is not None:
        return ancien
    vus = creneaux_par_id(ouvert.session, devant.tracker.get_slot("creneaux_vus") or [])
    if genre is Lu.AUTRES and len(vus) >= ASSEZ_VUS:
        cle = "deplacement_aucun_choix" if remplace else "demande_aucun_choix"
        return passer_la_main(devant.dispatcher, ouvert, remplace, cle, mots)
    assert ouvert.allocataire is not None
    souhait, tours = _souhait(devant, mots)
    debuts = [creneau.debut for creneau in vus]
    qui, quand = ouvert.allocataire, ouvert.maintenant
    suite = reproposer(ouvert.session, qui, genre, souhait, debuts, quand, devant.quitte)
    return poser(devant.dispatcher, ouvert, suite, remplace, mots, tours=tours, deja_vus=vus)


def _souhait(devant: Devant, mots: str) -> tuple[Souhait | None, list[str | None]]:
    """What they wish for by now, and the turns that said it."""
    souhait = souhait_exprime(devant.tracker, devant.ouvert)
    tours = devant.tracker.get_slot(SOUHAITS) or []
    if voulu := souhait_dit(mots, devant.ouvert.maintenant):
        return voulu.complete_par(souhait), [*tours, devant.ouvert.tour]
    return souhait, tours


def chercher_plus_pres(devant: Devant) -> list[EventType] | None:
    """« j'habite libourne, j'ai pas de voiture »: nearer, or a call."""
    ouvert, qui = devant.ouvert, devant.ouvert.allocataire
    if qui is None or not trop_loin(devant.mots, devant.proposes, qui):
        return None
    souhait = souhait_exprime(devant.tracker, ouvert)
    trouve = plus_pres(ouvert.session, qui, souhait, ouvert.maintenant, devant.quitte)
    if trouve is None:
        return None
    proposition, cle = trouve
    tours = [*(devant.tracker.get_slot(SOUHAITS) or []), ouvert.tour]
    return poser(devant.dispatcher, ouvert, proposition, devant.garde, devant.mots, cle=cle, tours=tours)


def demander_de_confirmer(devant: Devant, rang: int) -> list[EventType]:
    """« le 3 mais c'est bien le matin ? »: that one is said again, alone."""
    seul, tours = Proposition([devant.proposes[rang]]), devant.tracker.get_slot(SOUHAITS) or []
    return poser(devant.dispatcher, devant.ouvert, seul, devant.garde, devant.mots, tours=tours)
