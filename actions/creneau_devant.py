"""What whoever answers a list of free slots has before them, and leaving it all as it is."""

from dataclasses import dataclass
from functools import cached_property

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.formulaires import fermer
from actions.lequel import a_venir, retenu, rien_ne_change
from assistant.content.reponse import Reponse
from assistant.parcours.agenda.choix import Lu, lire_choix
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.propositions import creneaux_par_id
from assistant.parcours.rendez_vous import Creneau, Participation, RendezVous, Statut


@dataclass(frozen=True)
class Devant:
    """`mots`: of this answer; `garde`: the rendez-vous that is theirs until another is taken."""

    dispatcher: CollectingDispatcher
    tracker: Tracker
    ouvert: Dossier
    mots: str
    garde: Participation | None

    @cached_property
    def proposes(self) -> list[Creneau]:
        return creneaux_par_id(self.ouvert.session, self.tracker.get_slot("creneaux_proposes") or [])

    @cached_property
    def lu(self) -> tuple[Lu, int] | None:
        return lire_choix(self.mots, self.proposes, self.ouvert.maintenant)

    @property
    def prend(self) -> bool:
        return self.lu is not None and self.lu[0] is Lu.PRIS

    @property
    def quitte(self) -> RendezVous | None:
        return self.garde.rendez_vous if self.garde else None

    @property
    def valeurs(self) -> dict[str, str]:
        return mots_rendez_vous(self.quitte, self.ouvert.maintenant) if self.quitte else {}

    def laisser(self) -> list[EventType]:
        """Says in one sentence what stays as it was."""
        if self.garde is not None:
            dire(self.dispatcher, Reponse("creneau_rdv_garde", self.valeurs))
        else:
            rien = rien_ne_change(self.ouvert) if a_venir(self.ouvert) else Reponse("creneau_laisse")
            dire(self.dispatcher, rien)
        return fermer()


def devant(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> Devant:
    return Devant(dispatcher, tracker, ouvert, texte_du(tracker), _a_remplacer(tracker, ouvert))


def _a_remplacer(tracker: Tracker, ouvert: Dossier) -> Participation | None:
    participation = retenu(tracker, ouvert)
    return participation if participation and participation.statut is Statut.UNKNOWN else None
