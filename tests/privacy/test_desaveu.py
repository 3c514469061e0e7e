"""« C'est pas moi » : nothing personal goes to this telephone any more, and a human looks at it."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.conversation.outbox import conversation_avec
from assistant.conversation.tables import Conversation
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.parcours.allocataires import Allocataire, EtatTelephone, Telephone
from assistant.privacy.desaveu import desavouer
from assistant.privacy.identite import Niveau, identifier, verifier_naissance


def personne(session: Session, prenom: str) -> Allocataire:
    return session.scalars(select(Allocataire).where(Allocataire.prenom == prenom)).one()


def dit(session: Session, numero: str, qui: Allocataire | None, quand: datetime) -> UUID:
    ou = conversation_avec(session, numero)
    reponse = desavouer(session, ou, qui, uuid4(), quand)
    assert "excusez-nous" in render(reponse.cle, reponse.valeurs)
    return ou


def test_the_number_drops_to_unknown_and_an_alert_is_written(demo: Session, maintenant: datetime) -> None:
    ou = dit(demo, "+33639980001", personne(demo, "Amina"), maintenant)
    demo.expire_all()
    assert demo.get_one(Telephone, "+33639980001").etat is EtatTelephone.DESAVOUE
    assert identifier(demo, ou, maintenant).niveau is Niveau.INCONNU
    assert demo.scalars(select(Alerte.genre)).all() == [GenreAlerte.MAUVAIS_NUMERO]


def test_a_check_passed_before_is_worth_nothing_any_more(demo: Session, maintenant: datetime) -> None:
    amina = personne(demo, "Amina")
    ou = conversation_avec(demo, "+33639980001")
    verifier_naissance(demo, ou, amina, date(1991, 4, 12), uuid4(), maintenant)
    dit(demo, "+33639980001", amina, maintenant)
    demo.get_one(Telephone, "+33639980001").etat = EtatTelephone.ACTIF  # staff looked, and it is hers
    demo.flush()
    demo.expire_all()
    assert identifier(demo, ou, maintenant).niveau is Niveau.CONNU


@pytest.mark.parametrize("numero", ["+33639980099", "+33639980001"])
def test_a_stranger_hears_the_same_words_and_nobody_is_alerted(
    demo: Session, maintenant: datetime, numero: str
) -> None:
    dit(demo, numero, None, maintenant)
    assert demo.scalars(select(Alerte)).all() == []


def test_on_a_shared_number_only_the_choice_of_person_is_forgotten(
    demo: Session, maintenant: datetime
) -> None:
    nadia, numero = personne(demo, "Nadia"), "+33639980006"
    partage = demo.get_one(Conversation, conversation_avec(demo, numero))
    partage.allocataire_choisi_id, partage.choisi_jusqu_a = nadia.id, maintenant + timedelta(minutes=30)
    dit(demo, numero, nadia, maintenant)
    assert (partage.allocataire_choisi_id, partage.choisi_jusqu_a) == (None, None)
    demo.expire_all()
    assert demo.get_one(Telephone, numero).etat is EtatTelephone.ACTIF
    assert demo.scalars(select(Alerte.genre)).all() == [GenreAlerte.MAUVAIS_NUMERO]
