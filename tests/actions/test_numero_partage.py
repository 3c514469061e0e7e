"""One phone, two rendez-vous: Nadia's is on Saturday; Youssef's day never leads to hers."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from actions.annulation import ActionAnnulerRdv, ValiderFormulaireAnnulation
from actions.deplacement import ActionDeplacerRdv
from actions.rendez_vous import ActionConsulterRdv
from assistant.conversation.tables import Conversation
from assistant.database import transaction
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.rendez_vous import participations_a_venir
from tests.actions.conftest import Dialogue

JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@pytest.fixture
def nadia(dialogue: Callable[[str], Dialogue]) -> Dialogue:
    ouvert = dialogue("+33639980006")
    ouvert.dire(ActionConsulterRdv(), "nadia", "consulter_rdv")
    with transaction() as session:
        choisie = session.scalars(select(Allocataire).where(Allocataire.prenom == "Nadia")).one()
        for conversation in session.scalars(select(Conversation)):
            conversation.allocataire_choisi_id = choisie.id
            conversation.choisi_jusqu_a = ouvert.maintenant.replace(hour=23)
    return ouvert


def jour_de(prenom: str, ouvert: Dialogue) -> str:
    with transaction() as session:
        qui = session.scalars(select(Allocataire).where(Allocataire.prenom == prenom)).one()
        prevu = participations_a_venir(session, qui.id, ouvert.maintenant)[0]
        return JOURS[prevu.rendez_vous.debut.weekday()]


def test_the_day_of_the_other_cancels_nothing_of_hers(nadia: Dialogue) -> None:
    (dite,) = nadia.dire(ActionAnnulerRdv(), f"annuler {jour_de('Youssef', nadia)}", "annuler_rdv")
    assert "écrivez son prénom" in dite and "OUI" not in dite
    assert nadia.formulaire is None


def test_no_that_day_is_not_mine(nadia: Dialogue) -> None:
    nadia.dire(ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    nadia.dire(ActionAnnulerRdv(), f"annuler {jour_de('Nadia', nadia)}", "annuler_rdv")
    lui = nadia.dire(ValiderFormulaireAnnulation(), f"non {jour_de('Youssef', nadia)} 11h", "nlu_fallback")
    assert "écrivez son prénom" in lui[0]
    assert nadia.formulaire is None


def test_a_day_refused_that_is_the_other_s_moves_nothing_of_hers(nadia: Dialogue) -> None:
    (dite,) = nadia.dire(ActionDeplacerRdv(), f"{jour_de('Youssef', nadia)} je peux pas", "deplacer_rdv")
    assert "écrivez son prénom" in dite


def test_she_may_wish_for_that_day(nadia: Dialogue) -> None:
    texte = f"je voudrais decaler à {jour_de('Youssef', nadia)}"
    assert "1." in " ".join(nadia.dire(ActionDeplacerRdv(), texte, "deplacer_rdv"))
