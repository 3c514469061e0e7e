"""« ok je serai là », « je peux pas venir » : told once, however often it is said."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.conversation.tables import Conversation, MessageSortant
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.parcours.agenda.signalements import completer
from assistant.parcours.agenda.venue import annuler, venue_confirmee
from assistant.parcours.rendez_vous import (
    Creneau,
    GenreSignalement,
    Signalement,
    Statut,
    participations_a_venir,
)
from tests.parcours.agenda.conftest import Personne, lu, prochain


def test_amina_says_she_comes_twice_and_the_first_time_counts(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    amina = personne("Amina")
    attendue = "C'est noté, on vous attend jeudi 26 novembre à 10h, MDS Bastide."
    assert lu(venue_confirmee(demo, amina, "ok je serai la", maintenant)) == attendue
    plus_tard = maintenant.replace(hour=18)
    assert lu(venue_confirmee(demo, amina, "je viens", plus_tard)) == attendue
    assert prochain(demo, amina, maintenant).confirme_le == maintenant


def test_maria_confirms_the_nearest_unless_she_names_the_other(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    maria = personne("Maria")
    assert "samedi 28 novembre à 9h" in lu(venue_confirmee(demo, maria, "je viens", maintenant))
    assert "lundi 30 novembre à 14h" in lu(venue_confirmee(demo, maria, "ok pour lundi", maintenant))


def test_nothing_to_confirm_for_fatou(demo: Session, personne: Personne, maintenant: datetime) -> None:
    assert "Je ne vois pas" in lu(venue_confirmee(demo, personne("Fatou"), "ok", maintenant))


def test_a_cancellation_is_recorded_in_her_words_and_the_referent_is_told(
    demo: Session, personne: Personne, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    amina = personne("Amina")
    rendez_vous = prochain(demo, amina, maintenant)
    annuler(demo, amina, rendez_vous, "je peux pas venir jsui malade", conversation_id, tour_id, maintenant)
    assert rendez_vous.statut is Statut.EXCUSED
    assert participations_a_venir(demo, amina.id, maintenant) == []
    signalement = demo.scalars(select(Signalement)).one()
    assert (signalement.genre, signalement.texte) == (
        GenreSignalement.ANNULATION,
        "je peux pas venir jsui malade",
    )
    alerte = demo.scalars(select(Alerte)).one()
    assert (alerte.genre, alerte.referent_id) == (GenreAlerte.ANNULATION, amina.referent_id)


def test_the_sms_to_the_referent_holds_nothing_personal(
    demo: Session, personne: Personne, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    amina = personne("Amina")
    mots = "je peux pas venir jsui malade"
    annuler(demo, amina, prochain(demo, amina, maintenant), mots, conversation_id, tour_id, maintenant)
    a_claire = select(MessageSortant.corps).join(
        Conversation, MessageSortant.conversation_id == Conversation.id
    )
    sms = demo.scalars(a_claire.where(Conversation.adresse == amina.referent.telephone)).one()
    assert not any(mot in sms for mot in ("Amina", "Benali", "malade", "jeudi", "10h"))


def test_the_same_turn_twice_or_the_same_wish_again_cancels_once(
    demo: Session, personne: Personne, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    amina = personne("Amina")
    rendez_vous = prochain(demo, amina, maintenant)
    for tour in (tour_id, tour_id, uuid4()):
        annuler(demo, amina, rendez_vous, "", conversation_id, tour, maintenant)
    assert demo.scalar(select(func.count()).select_from(Alerte)) == 1
    assert demo.scalar(select(func.count()).select_from(Signalement)) == 1


def test_a_reason_that_comes_later_joins_the_first_words_once(
    demo: Session, personne: Personne, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    amina = personne("Amina")
    rendez_vous = prochain(demo, amina, maintenant)
    annuler(demo, amina, rendez_vous, "je peux pas venir", conversation_id, tour_id, maintenant)
    for _ in range(2):
        completer(demo, GenreSignalement.ANNULATION, rendez_vous.id, "la petite est à l'hosto")
    assert demo.scalars(select(Signalement.texte)).one() == "je peux pas venir la petite est à l'hosto"


def test_the_slot_of_a_cancelled_rendez_vous_is_free_again(
    demo: Session, personne: Personne, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    amina = personne("Amina")
    rendez_vous = prochain(demo, amina, maintenant)
    creneau = demo.scalars(select(Creneau).limit(1)).one()
    creneau.rendez_vous_id = rendez_vous.rendez_vous_id
    demo.flush()
    annuler(demo, amina, rendez_vous, "", conversation_id, tour_id, maintenant)
    demo.refresh(creneau)
    assert creneau.rendez_vous_id is None
