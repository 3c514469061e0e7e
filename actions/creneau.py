"""The choice among free slots: one taken, others looked for, or all left as it is."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.accord_annulation import passer_a_l_autre
from actions.ancien import offrir_l_ancien
from actions.annule import revenir_a_l_annule
from actions.demande import mots_retenus
from actions.deplacement import deplacer
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import REPONSES, Formulaire, fermer, peut_repondre, rester
from actions.lequel import a_venir, retenu, rien_ne_change, vise
from actions.places import (
    FORMULAIRE,
    SOUHAITS,
    passer_la_main,
    poser,
    souhait_exprime,
)
from actions.puis_le_reste import et_le_reste
from actions.rendez_vous import PRIS
from actions.retard import dire_le_retard
from actions.venue import confirmer_la_venue
from assistant.content.reponse import Reponse
from assistant.conversation.reponses_courtes import dit_non, politesse
from assistant.offres.mots import plier
from assistant.parcours.agenda.choix import (
    Lu,
    lire_choix,
    n_en_veut_aucun,
    parle_d_une_place,
    prend_d_abord,
)
from assistant.parcours.agenda.creneaux import reserver
from assistant.parcours.agenda.evocation import EN_GROUPE
from assistant.parcours.agenda.intentions import (
    laisse,
    redit_le_sien,
    veut_annuler,
    veut_decaler,
    veut_garder,
)
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.plus_pres import plus_pres, trop_loin
from assistant.parcours.agenda.prise import choix_retire, prise_en_tete
from assistant.parcours.agenda.propositions import Proposition, creneaux_par_id, proposer, reproposer
from assistant.parcours.agenda.retard import seulement_en_retard
from assistant.parcours.agenda.souhaits import souhait_dit
from assistant.parcours.rendez_vous import Creneau, Participation, Statut

A_LIRE = REPONSES | {"deplacer_rdv", "prendre_rdv", "confirmer_rdv"}  # labels an answer to the list may carry
ASSEZ_VUS = 12  # slots shown: four lists


class ValiderFormulaireCreneau(Formulaire):
    nom = FORMULAIRE

    def extract_rdv_vise(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Lequel voulez-vous changer ? »"""
        choisi, dits = vise(tracker, ouvert, a_venir(ouvert)), texte_du(tracker)
        if politesse(dits):
            return None
        if veut_garder(dits, None, ouvert.maintenant):
            return self.abandonner(dispatcher, tracker, ouvert)
        if intent_du(tracker) == "confirmer_rdv" and not veut_decaler(dits):
            return [*fermer(), *confirmer_la_venue(dispatcher, ouvert, dits)]
        precise = choisi is not None and veut_decaler(dits)
        if not (precise or peut_repondre(tracker, A_LIRE, lu=choisi is not None)):
            return None
        if choisi is not None:
            mots, tour = mots_retenus("rdv_tour", tracker, ouvert), tracker.get_slot("rdv_tour")
            return deplacer(dispatcher, ouvert, choisi, f"{mots}. {dits}" if precise else mots, tour)
        return self.abandonner(dispatcher, tracker, ouvert) if dit_non(dits) else None

    def extract_creneau_choisi(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Voici des places libres : … »"""
        mots, garde = texte_du(tracker), _a_remplacer(tracker, ouvert)
        if garde is None and intent_du(tracker) == "desinscrire_offre":
            return None  # « pas un rdv, l'atelier. désinscris-moi »
        if garde is None and (annule := revenir_a_l_annule(dispatcher, ouvert, mots)) is not None:
            return annule
        if garde and seulement_en_retard(mots, ouvert.maintenant):
            return dire_le_retard(dispatcher, ouvert, garde, mots)
        if garde and veut_garder(mots, garde.rendez_vous.debut, ouvert.maintenant):
            return self.abandonner(dispatcher, tracker, ouvert)
        proposes = creneaux_par_id(ouvert.session, tracker.get_slot("creneaux_proposes") or [])
        if (reste := choix_retire(mots, proposes, ouvert.maintenant)) is not None:
            return _choisir_apres_tout(reste, dispatcher, tracker, ouvert, proposes)
        if (pris := prise_en_tete(mots, proposes, ouvert.maintenant)) is not None:
            return _prendre(dispatcher, tracker, ouvert, proposes[pris.rang].id, pris.reste)
        lu = lire_choix(mots, proposes, ouvert.maintenant)
        if not veut_annuler(mots) and (en_groupe := _en_groupe(mots, garde, ouvert)):
            return deplacer(dispatcher, ouvert, en_groupe, mots, ouvert.tour)
        if not _prend(lu) and (autre := passer_a_l_autre(dispatcher, tracker, ouvert, garde)) is not None:
            return autre
        if not _prend(lu) and n_en_veut_aucun(mots):
            return self.abandonner(dispatcher, tracker, ouvert)
        if garde and _dit_le_sien(mots, garde, lu, ouvert):
            return self.abandonner(dispatcher, tracker, ouvert)
        if lu is None and politesse(mots):
            return None
        if (lu is None or lu[0] is not Lu.PRIS) and (
            pres := _plus_pres(dispatcher, tracker, ouvert, proposes)
        ):
            return pres
        a_lu = lu is not None and (parle_d_une_place(mots, lu[0]) or self.repond_d_abord(tracker, ouvert))
        if not (a_lu or peut_repondre(tracker, A_LIRE | {"annuler_rdv"}, lu=lu is not None)):
            return None
        if lu is None:
            renonce = _refuse(tracker) or (intent_du(tracker) == "annuler_rdv" and not a_venir(ouvert))
            return self.abandonner(dispatcher, tracker, ouvert) if renonce else None
        genre, rang = lu
        if genre is Lu.PRIS:
            return _prendre(dispatcher, tracker, ouvert, proposes[rang].id)
        if genre is Lu.A_CONFIRMER:
            seul = Proposition([proposes[rang]])
            return poser(dispatcher, ouvert, seul, garde, mots, tours=tracker.get_slot(SOUHAITS) or [])
        return _chercher_autre_chose(dispatcher, tracker, ouvert, genre)

    def repond_d_abord(self, tracker: Tracker, ouvert: Dossier) -> bool:
        if tracker.get_slot("requested_slot") != "creneau_choisi":
            return False
        proposes = creneaux_par_id(ouvert.session, tracker.get_slot("creneaux_proposes") or [])
        dits = texte_du(tracker), proposes, ouvert.maintenant
        return prend_d_abord(*dits) or choix_retire(*dits) is not None or prise_en_tete(*dits) is not None

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        garde = _a_remplacer(tracker, ouvert)
        if garde is not None:
            valeurs = mots_rendez_vous(garde.rendez_vous, ouvert.maintenant)
            dire(dispatcher, Reponse("creneau_rdv_garde", valeurs))
        else:
            dire(dispatcher, rien_ne_change(ouvert) if a_venir(ouvert) else Reponse("creneau_laisse"))
        return fermer()


def _choisir_apres_tout(
    mots: str,
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    ouvert: Dossier,
    proposes: list[Creneau],
) -> list[EventType]:
    """« le 1, non attendez, le matin c'est le kiné »: the last word holds; without one, nothing is done."""
    lu = lire_choix(mots, proposes, ouvert.maintenant)
    if (pris := prise_en_tete(mots, proposes, ouvert.maintenant)) is not None:
        return _prendre(dispatcher, tracker, ouvert, proposes[pris.rang].id, pris.reste)
    if lu and lu[0] is Lu.PRIS:
        return _prendre(dispatcher, tracker, ouvert, proposes[lu[1]].id)
    garde = _a_remplacer(tracker, ouvert)
    valeurs = mots_rendez_vous(garde.rendez_vous, ouvert.maintenant) if garde else {}
    if lu and lu[0] is not Lu.A_CONFIRMER and parle_d_une_place(mots, lu[0]):
        dire(dispatcher, Reponse("creneau_retire_garde" if garde else "creneau_retire", valeurs))
        return _chercher_autre_chose(dispatcher, tracker, ouvert, lu[0], mots)
    dire(dispatcher, Reponse("creneau_lequel_garde" if garde else "creneau_lequel", valeurs))
    return rester("creneau_choisi")


def _chercher_autre_chose(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, genre: Lu, mots: str = ""
) -> list[EventType]:
    """Three other slots; after several lists that do not suit, the référent."""
    assert ouvert.allocataire is not None
    mots, remplace = mots or texte_du(tracker), _a_remplacer(tracker, ouvert)
    if (ancien := offrir_l_ancien(dispatcher, ouvert, mots)) is not None:
        return ancien
    vus = creneaux_par_id(ouvert.session, tracker.get_slot("creneaux_vus") or [])
    if genre is Lu.AUTRES and len(vus) >= ASSEZ_VUS:
        cle = "deplacement_aucun_choix" if remplace else "demande_aucun_choix"
        return passer_la_main(dispatcher, ouvert, remplace, cle, mots)
    souhait, tours = souhait_exprime(tracker, ouvert), tracker.get_slot(SOUHAITS) or []
    if voulu := souhait_dit(mots, ouvert.maintenant):
        souhait, tours = voulu.complete_par(souhait), [*tours, ouvert.tour]
    debuts = [creneau.debut for creneau in vus]
    quitte = remplace.rendez_vous if remplace else None
    qui, quand = ouvert.allocataire, ouvert.maintenant
    suite = reproposer(ouvert.session, qui, genre, souhait, debuts, quand, quitte)
    return poser(dispatcher, ouvert, suite, remplace, mots, tours=tours, deja_vus=vus)


def _prendre(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, creneau_id: int, reste: str = ""
) -> list[EventType]:
    """`reste`: what was said besides the choice."""
    assert ouvert.allocataire is not None
    remplace = _a_remplacer(tracker, ouvert)
    pris = reserver(ouvert.session, creneau_id, ouvert.allocataire, remplace, ouvert.maintenant)
    if pris is None:
        quitte = remplace.rendez_vous if remplace else None
        restent = proposer(ouvert.session, ouvert.allocataire, [], ouvert.maintenant, quitte)
        return poser(dispatcher, ouvert, restent, remplace, "", cle="creneau_pris_entre_temps")
    rendez_vous = pris.rendez_vous
    suffixe = "_deplace" if remplace else ""
    valeurs = mots_rendez_vous(rendez_vous, ouvert.maintenant)
    dire(dispatcher, Reponse(f"creneau_{rendez_vous.mode}{suffixe}", valeurs))
    return [*fermer(rdv_vise=None, question=PRIS), *et_le_reste(reste, dispatcher, tracker, ouvert)]


def _plus_pres(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, proposes: list[Creneau]
) -> list[EventType] | None:
    """« j'habite libourne, j'ai pas de voiture »: nearer, or a call."""
    qui, mots = ouvert.allocataire, texte_du(tracker)
    if qui is None or not trop_loin(mots, proposes, qui):
        return None
    remplace, souhait = _a_remplacer(tracker, ouvert), souhait_exprime(tracker, ouvert)
    quitte = remplace.rendez_vous if remplace else None
    trouve = plus_pres(ouvert.session, qui, souhait, ouvert.maintenant, quitte)
    if trouve is None:
        return None
    proposition, cle = trouve
    tours = [*(tracker.get_slot(SOUHAITS) or []), ouvert.tour]
    return poser(dispatcher, ouvert, proposition, remplace, mots, cle=cle, tours=tours)


def _en_groupe(mots: str, garde: Participation | None, ouvert: Dossier) -> Participation | None:
    """« moi c'est l'atelier que je change », while another of theirs was being moved."""
    if garde is None or garde.rendez_vous.collectif or not EN_GROUPE & set(plier(mots).split()):
        return None
    autres = [p for p in a_venir(ouvert) if p.rendez_vous.collectif]
    return autres[0] if len(autres) == 1 else None


def _prend(lu: tuple[Lu, int] | None) -> bool:
    return lu is not None and lu[0] is Lu.PRIS


def _dit_le_sien(mots: str, garde: Participation, lu: tuple[Lu, int] | None, ouvert: Dossier) -> bool:
    """« non laisse 10h c'est bon », when theirs is at 10:00; a slot of the list they take comes first."""
    return not (_prend(lu) and not laisse(mots)) and redit_le_sien(
        mots, garde.rendez_vous.debut, ouvert.maintenant
    )


def _a_remplacer(tracker: Tracker, ouvert: Dossier) -> Participation | None:
    participation = retenu(tracker, ouvert)
    return participation if participation and participation.statut is Statut.UNKNOWN else None


def _refuse(tracker: Tracker) -> bool:
    return intent_du(tracker) == "nier" or dit_non(texte_du(tracker))
