"""Free slots put to a person, or what becomes of the wish when there is none."""

from collections.abc import Sequence
from uuid import UUID

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier
from actions.formulaires import fermer, ouvrir
from assistant.content.reponse import Reponse
from assistant.conversation.paroles import paroles
from assistant.parcours.agenda.deplacement import transmettre
from assistant.parcours.agenda.propositions import Proposition, proposer, proposition_en_francais
from assistant.parcours.agenda.souhaits import Souhait, souhait_dit, un_autre_jour
from assistant.parcours.rendez_vous import Creneau, Participation, RendezVous

FORMULAIRE = "formulaire_creneau"
SOUHAITS = "souhait_tours"  # the turns that named a day or an hour, in order


def offrir(
    dispatcher: CollectingDispatcher,
    ouvert: Dossier,
    cle: str,
    sans: Reponse,
    perdu: RendezVous | None = None,
    mots: str = "",
) -> list[EventType]:
    """Free slots in the words of `cle` (and the values of `sans`), and the form that waits for a choice.

    `sans` is what is said when none is free; `perdu`, the rendez-vous that did not or will not take place:
    another day is offered, none of those `mots` rule out.
    """
    assert ouvert.allocataire is not None
    souhaits = [un_autre_jour(perdu.debut, mots, ouvert.maintenant)] if perdu else []
    proposition = proposer(ouvert.session, ouvert.allocataire, souhaits, ouvert.maintenant, perdu)
    if not proposition.creneaux:
        dire(dispatcher, sans)
        return fermer()
    avec = proposition_en_francais(proposition, cle)
    dire(dispatcher, Reponse(cle, sans.valeurs | avec.valeurs))
    return _attendre_un_choix(proposition, None, [])


def demander_un_creneau(
    dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str, cle: str = "creneaux_proposes"
) -> list[EventType]:
    assert ouvert.allocataire is not None
    souhait = souhait_dit(mots, ouvert.maintenant)
    souhaits = [souhait] if souhait else []
    proposition = proposer(ouvert.session, ouvert.allocataire, souhaits, ouvert.maintenant)
    return poser(dispatcher, ouvert, proposition, None, mots, cle=cle, tours=[ouvert.tour])


def poser(
    dispatcher: CollectingDispatcher,
    ouvert: Dossier,
    proposition: Proposition,
    remplace: Participation | None,
    mots: str,
    *,
    cle: str = "creneaux_proposes",
    tours: Sequence[str | None] = (),
    deja_vus: Sequence[Creneau] = (),
) -> list[EventType]:
    """Offers what was found; when nothing is free at all, the référent gets the wish."""
    if not proposition.creneaux:
        sans = "deplacement_sans_creneau" if remplace else "demande_sans_creneau"
        return passer_la_main(dispatcher, ouvert, remplace, sans, mots)
    dire(dispatcher, proposition_en_francais(proposition, cle))
    return _attendre_un_choix(proposition, remplace, tours, deja_vus)


def souhait_exprime(tracker: Tracker, ouvert: Dossier) -> Souhait | None:
    """What the person wished for since the first list, the later words completed by the earlier."""
    souhait: Souhait | None = None
    for tour in tracker.get_slot(SOUHAITS) or []:
        dit = souhait_dit(paroles(ouvert.session, UUID(tour)), ouvert.maintenant)
        souhait = dit.complete_par(souhait) if dit else souhait
    return souhait


def passer_la_main(
    dispatcher: CollectingDispatcher,
    ouvert: Dossier,
    participation: Participation | None,
    cle: str,
    mots: str,
) -> list[EventType]:
    """The référent will see to it; what `participation` says still holds."""
    assert ouvert.allocataire is not None
    qui, turn = ouvert.allocataire, (ouvert.conversation_id, ouvert.tour_id)
    dire(dispatcher, transmettre(ouvert.session, qui, participation, cle, mots, *turn, ouvert.maintenant))
    return fermer()


def _attendre_un_choix(
    proposition: Proposition,
    remplace: Participation | None,
    tours: Sequence[str | None],
    deja_vus: Sequence[Creneau] = (),
) -> list[EventType]:
    ids = [creneau.id for creneau in proposition.creneaux]
    slots = {
        "rdv_vise": remplace.id if remplace else None,
        "creneaux_proposes": ids,
        "creneaux_vus": [*(creneau.id for creneau in deja_vus), *ids],
        SOUHAITS: [tour for tour in tours if tour],
    }
    return ouvrir(FORMULAIRE, "creneau_choisi", **slots)
