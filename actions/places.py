"""Free slots put to a person, or what becomes of the wish when there is none."""

from collections.abc import Collection, Sequence
from datetime import datetime

from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier
from actions.formulaires import fermer, ouvrir
from assistant.content.reponse import Reponse
from assistant.parcours.agenda.deplacement import obstacle, transmettre
from assistant.parcours.agenda.propositions import Proposition, proposer, proposition_en_francais
from assistant.parcours.rendez_vous import Creneau, Participation

FORMULAIRE = "formulaire_creneau"


def offrir(
    dispatcher: CollectingDispatcher,
    ouvert: Dossier,
    cle: str,
    sans: Reponse,
    sauf: Collection[datetime] = (),
) -> list[EventType]:
    """Free slots in the words of `cle` (and the values of `sans`), and the form that waits for a choice.

    `sans` is what is said when none is free.
    """
    assert ouvert.allocataire is not None
    proposition = proposer(ouvert.session, ouvert.allocataire, "", ouvert.maintenant, sauf)
    if not proposition.creneaux:
        dire(dispatcher, sans)
        return fermer()
    avec = proposition_en_francais(proposition, cle)
    dire(dispatcher, Reponse(cle, sans.valeurs | avec.valeurs))
    return _attendre_un_choix(proposition, None)


def demander_un_creneau(
    dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str, cle: str = "creneaux_proposes"
) -> list[EventType]:
    assert ouvert.allocataire is not None
    proposition = proposer(ouvert.session, ouvert.allocataire, mots, ouvert.maintenant)
    return poser(dispatcher, ouvert, proposition, None, mots, cle=cle)


def deplacer(
    dispatcher: CollectingDispatcher, ouvert: Dossier, quitte: Participation, mots: str
) -> list[EventType]:
    if cle := obstacle(quitte.rendez_vous, ouvert.maintenant):
        return _transmettre(dispatcher, ouvert, quitte, cle, mots)
    assert ouvert.allocataire is not None
    sauf = [quitte.rendez_vous.debut]
    proposition = proposer(ouvert.session, ouvert.allocataire, mots, ouvert.maintenant, sauf)
    return poser(dispatcher, ouvert, proposition, quitte, mots)


def poser(
    dispatcher: CollectingDispatcher,
    ouvert: Dossier,
    proposition: Proposition,
    remplace: Participation | None,
    mots: str,
    *,
    cle: str = "creneaux_proposes",
    deja_vus: Sequence[Creneau] = (),
) -> list[EventType]:
    """Offers what was found; when nothing is free at all, the référent gets the wish."""
    if not proposition.creneaux:
        sans = "deplacement_sans_creneau" if remplace else "demande_sans_creneau"
        return _transmettre(dispatcher, ouvert, remplace, sans, mots)
    dire(dispatcher, proposition_en_francais(proposition, cle))
    return _attendre_un_choix(proposition, remplace, deja_vus)


def _attendre_un_choix(
    proposition: Proposition, remplace: Participation | None, deja_vus: Sequence[Creneau] = ()
) -> list[EventType]:
    ids = [creneau.id for creneau in proposition.creneaux]
    vus = [*(creneau.id for creneau in deja_vus), *ids]
    rdv_vise = remplace.id if remplace else None
    return ouvrir(FORMULAIRE, "creneau_choisi", rdv_vise=rdv_vise, creneaux_proposes=ids, creneaux_vus=vus)


def _transmettre(
    dispatcher: CollectingDispatcher,
    ouvert: Dossier,
    participation: Participation | None,
    cle: str,
    mots: str,
) -> list[EventType]:
    assert ouvert.allocataire is not None
    qui, turn = ouvert.allocataire, (ouvert.conversation_id, ouvert.tour_id)
    dire(dispatcher, transmettre(ouvert.session, qui, participation, cle, mots, *turn, ouvert.maintenant))
    return fermer()
