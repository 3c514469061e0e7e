"""Who writes on the phone of Nadia and Youssef, from one message to the next."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session

from assistant.conversation.garde.numero_partage import choisir_la_personne
from assistant.conversation.garde.verdict import Lecture, PourLeMoteur, Verdict
from assistant.conversation.outbox import conversation_avec
from assistant.conversation.tables import EtatTour, MessageEntrant, Tour
from assistant.conversation.tours import TourReclame


class Telephone:
    def __init__(self, session: Session, maintenant: datetime) -> None:
        self.session, self.quand = session, maintenant
        self.conversation_id: UUID = conversation_avec(session, "+33639980006")

    def dit(self, texte: str) -> Verdict | PourLeMoteur | None:
        self.quand += timedelta(seconds=30)
        recu = MessageEntrant(
            conversation_id=self.conversation_id, sid=uuid4().hex, corps=texte, recu_le=self.quand
        )
        reclame = TourReclame(uuid4(), uuid4(), self.conversation_id, (recu,), 1, False)
        issue = choisir_la_personne(Lecture.de(self.session, reclame, self.quand))
        regle = issue.regle if isinstance(issue, Verdict) else None
        self.session.add(
            Tour(
                id=reclame.id,
                conversation_id=self.conversation_id,
                ouvert_le=self.quand,
                bail_jusqu_a=self.quand,
                clos_le=self.quand,
                etat=EtatTour.REPONDU,
                tentatives=1,
                reponses=[],
                regle=regle,
                messages=[recu],
            )
        )
        self.session.flush()
        return issue


@pytest.fixture
def telephone(demo: Session, maintenant: datetime) -> Telephone:
    telephone = Telephone(demo, maintenant)
    telephone.dit("slt cest nadia c quand mon rdv")
    return telephone


def demande(issue: Verdict | PourLeMoteur | None) -> str:
    assert isinstance(issue, Verdict)
    return issue.textes[0]


def test_youssef_takes_the_phone_and_is_read_as_himself(telephone: Telephone) -> None:
    issue = telephone.dit("c youssef. jveux annulé jeudi")
    assert issue == PourLeMoteur("c youssef. jveux annulé jeudi", nouvelle_personne=True)
    assert telephone.dit("oui") is None


def test_of_youssef_she_is_asked_who_writes_and_he_answers(telephone: Telephone) -> None:
    assert "Qui écrit" in demande(telephone.dit("et youssef lui jeudi il pourra pas venir"))
    issue = telephone.dit("2")
    assert issue == PourLeMoteur("et youssef lui jeudi il pourra pas venir", nouvelle_personne=True)


def test_of_youssef_she_is_told_that_he_writes_himself(telephone: Telephone) -> None:
    telephone.dit("non pas le mien !! celui de youssef jeudi")
    assert "son prénom suffit" in demande(telephone.dit("nadia"))
    assert telephone.dit("ok merci") is None


def test_a_bare_first_name_takes_up_what_was_just_asked(telephone: Telephone) -> None:
    telephone.dit("annuler jeudi")
    assert telephone.dit("youssef") == PourLeMoteur("annuler jeudi", nouvelle_personne=True)


def test_nadia_goes_on_undisturbed(telephone: Telephone) -> None:
    for texte in ("je peux venir avec mon mari ?", "et moi cest nadia, cest ouvert ?", "jeudi je peux pas"):
        assert telephone.dit(texte) is None


@pytest.fixture
def ouvert(demo: Session, maintenant: datetime) -> Telephone:
    """Nobody has said yet who writes."""
    return Telephone(demo, maintenant)


def test_he_asks_for_her_and_is_told_that_she_can_write(ouvert: Telephone) -> None:
    assert "ses propres rendez-vous" in demande(ouvert.dit("bonjour c pour le rendevous de ma femme"))
    assert "son prénom suffit" in demande(ouvert.dit("c youssef mais cest pour nadia, ele lit pas bien"))
    issue = ouvert.dit("nadia")
    assert issue == PourLeMoteur("bonjour c pour mon rdv", nouvelle_personne=True)


def test_her_rendez_vous_asked_by_name_is_not_answered_with_his(ouvert: Telephone) -> None:
    ouvert.dit("le rdv de ma femme c quand")
    ouvert.dit("non je demande le rdv de NADIA pas le mien")
    assert ouvert.dit("nadia") == PourLeMoteur("mon rdv c quand")


def test_what_was_said_before_is_answered_once_she_writes(telephone: Telephone) -> None:
    telephone.dit("c youssef")
    assert "Qui écrit" in demande(
        telephone.dit("non non pas de danger!! je demande le rdv de NADIA pas le mien")
    )
    issue = telephone.dit("1")
    assert isinstance(issue, PourLeMoteur)
    assert " ".join(issue.texte.split()) == "je demande mon rdv"


def test_he_sets_right_who_writes_and_what_he_said_is_read_again(telephone: Telephone) -> None:
    telephone.dit("jeudi jarrive 11h10 a cause du tram")
    issue = telephone.dit("mais ca cest ma femme. moi cest jeudi. YOUSSEF")
    assert issue == PourLeMoteur("jeudi jarrive 11h10 a cause du tram", nouvelle_personne=True)


def test_who_takes_the_phone_for_the_other_acts_in_nobody_s_name(telephone: Telephone) -> None:
    assert "son prénom suffit" in demande(telephone.dit("c youssef. annulez celui de ma femme"))
    assert "Qui écrit" in demande(telephone.dit("ok merci"))


def test_both_on_the_same_day_is_a_question_of_hers(telephone: Telephone) -> None:
    assert telephone.dit("on peut venir tout les 2 le meme jour jeudi avec mon mari?") is None
