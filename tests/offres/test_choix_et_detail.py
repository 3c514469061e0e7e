"""« la 2 c est ou », « c'est gratuit ? », « inscris moi »: one offer, and what becomes of the wish."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.conversation.outbox import conversation_avec
from assistant.handoff.alertes import Alerte
from assistant.offres.choix import offre_designee, offre_nommee, offres_montrees
from assistant.offres.demandes import desinscription_demandee, inscription_demandee
from assistant.offres.detail import detail
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire
from assistant.sms_text.gsm7 import segments

Catalogue = Callable[[str], Offre]


def lu(reponse: Reponse) -> str:
    return render(reponse.cle, reponse.valeurs)


@pytest.fixture
def montrees(session: Session, catalogue: Catalogue) -> list[Offre]:
    ids = [f"demo--{fin}" for fin in ("mobilite-garage-langon", "emploi-cv-bordeaux", "langue-soir-libourne")]
    catalogue("mobilite-garage-langon")
    return offres_montrees(session, ids)


@pytest.mark.parametrize(
    ("dit", "rang"),
    [
        ("2", 1),
        ("la 2 c est ou", 1),
        ("la premiere c koi exactement", 0),
        ("la derniere elle commence quand", 2),
        ("dites m en plus sur le garage", 0),
        ("plus d'infos sur celle de Libourne", 2),
    ],
)
def test_an_offer_is_meant_by_number_name_or_town(montrees: list[Offre], dit: str, rang: int) -> None:
    assert offre_nommee(montrees, dit) is montrees[rang]


def test_without_a_name_the_one_last_spoken_of_is_meant(montrees: list[Offre]) -> None:
    assert offre_designee(montrees, "c'est gratuit ?", montrees[1]) is montrees[1]
    assert offre_designee(montrees, "ya un bus pour y aller", montrees[1]) is montrees[1]


def test_of_several_none_is_guessed(montrees: list[Offre]) -> None:
    assert offre_designee(montrees, "c'est gratuit ?", None) is None
    assert offre_designee(montrees, "entre la 1 et la 2 laquelle est mieux", None) is None


def test_an_offer_withdrawn_since_is_gone_from_the_list(session: Session, montrees: list[Offre]) -> None:
    assert offres_montrees(session, ["demo--disparue", montrees[0].id]) == [montrees[0]]


@pytest.mark.parametrize(
    ("question", "attendu"),
    [
        ("c est ou", "2 chemin de la Scierie, Langon"),
        ("qui fo apeler", "05 36 49 01 03"),
        ("c koi exactement", "Garage solidaire :"),
    ],
)
def test_the_answer_is_to_the_question(
    montrees: list[Offre], maintenant: datetime, question: str, attendu: str
) -> None:
    assert attendu in lu(detail(montrees[0], question, maintenant.date()))


def test_a_group_says_its_day_and_hour(montrees: list[Offre], maintenant: datetime) -> None:
    assert "mardi 1er décembre 14h" in lu(detail(montrees[1], "c quand ?", maintenant.date()))


def test_free_is_said_free(montrees: list[Offre], maintenant: datetime) -> None:
    assert "gratuit" in lu(detail(montrees[1], "c'est gratuit ?", maintenant.date()))


def test_an_offer_at_a_distance_has_no_street(catalogue: Catalogue, maintenant: datetime) -> None:
    dit = lu(detail(catalogue("langue-diplome-distance"), "c'est où", maintenant.date()))
    assert "par téléphone ou internet" in dit


def test_every_demo_offer_is_presented_in_two_segments_at_most(
    session: Session, montrees: list[Offre], maintenant: datetime
) -> None:
    for offre in session.scalars(select(Offre)):
        assert segments(lu(detail(offre, "dites m'en plus", maintenant.date()))) <= 2, offre.id


class TestWantingInAndOut:
    @pytest.fixture
    def amina(self, session: Session, montrees: list[Offre]) -> Allocataire:
        return session.scalars(select(Allocataire).where(Allocataire.prenom == "Amina")).one()

    @pytest.fixture
    def conversation_id(self, session: Session) -> UUID:
        return conversation_avec(session, "+33639980001")

    @pytest.fixture
    def inscrire(
        self, session: Session, conversation_id: UUID, maintenant: datetime
    ) -> Callable[[Offre, Allocataire | None], str]:
        cause = uuid4()
        return lambda offre, qui: lu(
            inscription_demandee(session, offre, qui, conversation_id, cause, maintenant)
        )

    def alertes(self, session: Session) -> list[str]:
        return [str(genre) for genre in session.scalars(select(Alerte.genre))]

    def test_the_referent_is_told_and_nothing_is_promised(
        self, session: Session, montrees: list[Offre], amina: Allocataire, inscrire: Callable[..., str]
    ) -> None:
        dit = inscrire(montrees[0], amina)
        assert "J'ai prévenu Claire Dubois" in dit
        assert "n'est pas réservée" in dit
        assert "05 36 49 01 03" in dit
        assert self.alertes(session) == ["inscription"]

    def test_one_turn_tells_the_referent_once(
        self, session: Session, montrees: list[Offre], amina: Allocataire, inscrire: Callable[..., str]
    ) -> None:
        assert inscrire(montrees[0], amina) == inscrire(montrees[0], amina)
        assert self.alertes(session) == ["inscription"]

    def test_what_only_a_referent_can_ask_for_shows_no_number(
        self, catalogue: Catalogue, amina: Allocataire, inscrire: Callable[..., str]
    ) -> None:
        dit = inscrire(catalogue("emploi-chantier-bazas"), amina)
        assert "se demande par le référent" in dit
        assert "05 " not in dit

    def test_an_unknown_number_hears_whom_to_call(
        self, session: Session, montrees: list[Offre], inscrire: Callable[..., str]
    ) -> None:
        dit = inscrire(montrees[0], None)
        assert "05 36 49 01 03" in dit
        assert "prévenu" not in dit
        assert self.alertes(session) == []

    def test_wanting_out_of_what_was_never_joined_says_so_and_whom_to_tell(
        self,
        session: Session,
        montrees: list[Offre],
        amina: Allocataire,
        conversation_id: UUID,
        maintenant: datetime,
    ) -> None:
        quitter = desinscription_demandee
        dit = lu(quitter(session, montrees[0], amina, conversation_id, uuid4(), maintenant))
        assert "rien à annuler" in dit
        assert "05 36 49 01 03" in dit
        sans_nom = lu(quitter(session, None, amina, conversation_id, uuid4(), maintenant))
        assert "quitter une activité" in sans_nom
        assert self.alertes(session) == ["desinscription"]


def test_of_two_names_alike_the_one_said_in_full_is_meant(catalogue: Catalogue) -> None:
    deux = [catalogue("emploi-cv-bordeaux"), catalogue("emploi-cv-libourne")]
    assert offre_nommee(deux, "inscris moi a l'atelier cv") is deux[0]
    assert offre_nommee(deux, "inscris moi a l'atelier cv et lettre") is deux[1]
