"""Whatever the operator tells us, in any order and however often, each message ends in one true state."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.channels.port import Consequence, Refused
from assistant.channels.twilio_errors import FINAL, RANK
from assistant.conversation.consentements import Consentement, est_oppose
from assistant.conversation.outbox import conversation_avec
from assistant.conversation.statuts import appliquer_refus, rattraper, recevoir_statut
from assistant.conversation.tables import Conversation, EtatEnvoi, MessageSortant
from assistant.parcours.allocataires import EtatTelephone, Telephone
from assistant.settings import settings

Envoyer = Callable[..., MessageSortant]
Dire = Callable[..., bool]


@pytest.fixture
def envoyer(session: Session, maintenant: datetime) -> Envoyer:
    """A message on its way to a number of its own; `sid=None` as long as the channel has not answered."""

    rangs = count()

    def envoyer(sid: str | None = "SM1") -> MessageSortant:
        numero = f"+3363998{next(rangs):04}"
        session.merge(Telephone(numero=numero, etat=EtatTelephone.ACTIF, a_reverifier=False))
        message = MessageSortant(
            conversation_id=conversation_avec(session, numero),
            corps="Votre rendez-vous est mardi.",
            segments=1,
            cree_le=maintenant,
            pas_avant=maintenant,
            perime_le=maintenant + timedelta(hours=4),
            tente_le=maintenant,
            etat=EtatEnvoi.ENVOYE if sid else EtatEnvoi.EN_ENVOI,
            sid=sid,
        )
        session.add(message)
        session.flush()
        return message

    return envoyer


@pytest.fixture
def dire(session: Session, maintenant: datetime) -> Dire:
    """What the operator says of a SID."""

    def dire(statut: str, code: int | None = None, sid: str = "SM1") -> bool:
        return recevoir_statut(session, sid, statut, code, maintenant)

    return dire


@pytest.fixture
def effacement() -> Iterator[None]:
    settings().twilio_redact_bodies = True
    yield
    settings().twilio_redact_bodies = False


def telephone_de(session: Session, message: MessageSortant) -> Telephone:
    session.expire_all()
    return session.get_one(Telephone, session.get_one(Conversation, message.conversation_id).adresse)


def test_un_message_avance_jusqu_a_sa_livraison(envoyer: Envoyer, dire: Dire) -> None:
    message = envoyer()
    dire("sent")
    assert (message.statut, message.etat) == ("sent", EtatEnvoi.ENVOYE)
    dire("delivered")
    assert (message.statut, message.etat) == ("delivered", EtatEnvoi.LIVRE)


def test_un_statut_en_retard_ou_repete_ne_change_rien(envoyer: Envoyer, dire: Dire) -> None:
    message = envoyer()
    for statut in ("delivered", "delivered", "sent", "queued"):
        dire(statut)
    assert (message.statut, message.etat) == ("delivered", EtatEnvoi.LIVRE)


@pytest.mark.parametrize("dernier", [s for s, rank in RANK.items() if rank == FINAL])
def test_un_etat_final_n_est_jamais_quitte(envoyer: Envoyer, dire: Dire, dernier: str) -> None:
    message = envoyer()
    dire(dernier)
    fin = (message.statut, message.etat, message.code_erreur)
    for statut in RANK:
        dire(statut, 30005)
    assert (message.statut, message.etat, message.code_erreur) == fin


def test_un_mot_inconnu_est_garde_sans_effet(envoyer: Envoyer, dire: Dire) -> None:
    message = envoyer()
    dire("partially_delivered")
    assert (message.statut, message.etat) == (None, EtatEnvoi.ENVOYE)


FINALS = st.sampled_from(
    [
        ("delivered", None, EtatEnvoi.LIVRE),
        ("read", None, EtatEnvoi.LIVRE),
        ("undelivered", 30003, EtatEnvoi.NON_LIVRE),
        ("undelivered", 30007, EtatEnvoi.NON_LIVRE),
        ("failed", 21610, EtatEnvoi.REFUSE),
        ("failed", 21614, EtatEnvoi.REFUSE),
        ("failed", None, EtatEnvoi.NON_LIVRE),
    ]
)
PROGRESS = st.lists(st.sampled_from([s for s, rank in RANK.items() if rank < FINAL]), max_size=8)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(final=FINALS, progress=PROGRESS, repeats=st.integers(1, 3), data=st.data())
def test_l_ordre_les_repetitions_et_le_moment_ou_le_sid_est_connu_ne_comptent_pas(
    session: Session,
    envoyer: Envoyer,
    dire: Dire,
    final: tuple[str, int | None, EtatEnvoi],
    progress: list[str],
    repeats: int,
    data: st.DataObject,
) -> None:
    statut, code, etat = final
    told = [(s, None) for s in progress] + [(statut, code)] * repeats
    told = data.draw(st.permutations(told))
    known_after = data.draw(st.integers(0, len(told)))
    sid = f"SM{uuid4().hex}"
    message = envoyer(sid=None)
    for position, (word, error) in enumerate(told):
        if position == known_after:
            apprendre_le_sid(session, message, sid)
        dire(word, error, sid)
    if known_after == len(told):
        apprendre_le_sid(session, message, sid)
    assert (message.statut, message.code_erreur, message.etat) == (statut, code, etat)
    oppositions = select(Consentement).where(Consentement.numero == telephone_de(session, message).numero)
    assert len(session.scalars(oppositions).all()) == (code == 21610)


def apprendre_le_sid(session: Session, message: MessageSortant, sid: str) -> None:
    """As the sender does once the channel answered."""
    message.sid = sid
    message.etat = EtatEnvoi.ENVOYE
    rattraper(session, message)


def test_une_personne_qui_a_dit_stop_a_l_operateur_est_opposee(
    session: Session, envoyer: Envoyer, dire: Dire
) -> None:
    message = envoyer()
    dire("failed", 21610)
    assert message.etat is EtatEnvoi.REFUSE
    assert est_oppose(session, telephone_de(session, message).numero)


def test_un_numero_qui_n_est_pas_un_mobile_est_invalide(
    session: Session, envoyer: Envoyer, dire: Dire
) -> None:
    message = envoyer()
    dire("failed", 21614)
    assert telephone_de(session, message).etat is EtatTelephone.INVALIDE


def test_un_numero_desavoue_le_reste(session: Session, envoyer: Envoyer, dire: Dire) -> None:
    message = envoyer()
    telephone_de(session, message).etat = EtatTelephone.DESAVOUE
    dire("failed", 21211)
    assert telephone_de(session, message).etat is EtatTelephone.DESAVOUE


@pytest.mark.parametrize("code", [30003, 30004, 30005, 30006])
def test_un_numero_injoignable_est_a_reverifier(
    session: Session, envoyer: Envoyer, dire: Dire, code: int
) -> None:
    message = envoyer()
    dire("undelivered", code)
    assert message.etat is EtatEnvoi.NON_LIVRE
    assert telephone_de(session, message).a_reverifier


def test_une_cause_inconnue_vaut_un_seul_nouvel_essai(session: Session, envoyer: Envoyer, dire: Dire) -> None:
    message = envoyer()
    dire("undelivered", 30008)
    assert (message.etat, message.sid, message.tente_le) == (EtatEnvoi.A_ENVOYER, None, None)
    dire("sent")  # late words about the first try
    apprendre_le_sid(session, message, "SM2")
    dire("undelivered", 30008, "SM2")
    assert (message.etat, message.code_erreur) == (EtatEnvoi.NON_LIVRE, 30008)


def test_les_mots_tardifs_du_premier_essai_n_annulent_pas_le_second(
    session: Session, envoyer: Envoyer, maintenant: datetime
) -> None:
    message = envoyer(sid=None)
    recevoir_statut(session, "SM1", "undelivered", 30008, maintenant)
    recevoir_statut(session, "SM1", "sent", None, maintenant + timedelta(seconds=1))
    apprendre_le_sid(session, message, "SM1")
    assert (message.etat, message.sid, message.statut) == (EtatEnvoi.A_ENVOYER, None, None)


def test_le_nouvel_essai_peut_aboutir(session: Session, envoyer: Envoyer, dire: Dire) -> None:
    message = envoyer()
    dire("undelivered", 30008)
    apprendre_le_sid(session, message, "SM2")
    dire("delivered", sid="SM2")
    assert (message.etat, message.code_erreur) == (EtatEnvoi.LIVRE, None)


@pytest.mark.parametrize(
    "refus, etat",
    [
        (Refused(21610, Consequence.OPTED_OUT), EtatEnvoi.REFUSE),
        (Refused(21614, Consequence.NOT_MOBILE), EtatEnvoi.REFUSE),
        (Refused(21606, Consequence.OTHER), EtatEnvoi.ECHOUE),
    ],
)
def test_un_refus_immediat_a_les_memes_suites(
    session: Session, envoyer: Envoyer, maintenant: datetime, refus: Refused, etat: EtatEnvoi
) -> None:
    message = envoyer(sid=None)
    appliquer_refus(session, message, refus, maintenant)
    telephone = telephone_de(session, message)
    assert (message.etat, message.code_erreur) == (etat, refus.code)
    assert est_oppose(session, telephone.numero) == (refus.consequence is Consequence.OPTED_OUT)
    assert (telephone.etat is EtatTelephone.INVALIDE) == (refus.consequence is Consequence.NOT_MOBILE)


def test_le_corps_est_a_effacer_une_fois_livre_si_on_l_a_demande(
    effacement: None, envoyer: Envoyer, dire: Dire, maintenant: datetime
) -> None:
    message = envoyer()
    assert not dire("sent")
    assert dire("delivered")
    message.efface_le = maintenant
    assert not dire("delivered")


def test_sans_le_demander_rien_n_est_efface(envoyer: Envoyer, dire: Dire) -> None:
    envoyer()
    assert not dire("delivered")
