"""Short links: short, ours, one at a time for an offer, and with an end."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from assistant.offres import liens
from assistant.offres.liens import lien_connu, lien_de, offre_du_lien
from assistant.offres.tables import Offre
from assistant.settings import settings
from assistant.sms_text.gsm7 import segments

Catalogue = Callable[[str], Offre]
GARAGE = "demo--mobilite-garage-langon"
CODE_BORDEAUX = "demo--mobilite-code-bordeaux"
DUREE = timedelta(days=settings().offer_link_days)

pytestmark = pytest.mark.usefixtures("catalogue")


def code(lien: str) -> str:
    return lien.rpartition("/")[2]


def test_a_link_leads_to_its_offer(session: Session, maintenant: datetime) -> None:
    lien = lien_de(session, GARAGE, maintenant)
    trouvee = offre_du_lien(session, code(lien), maintenant)
    assert trouvee is not None
    assert trouvee.id == GARAGE


def test_it_is_ours_short_and_cannot_be_misread(
    session: Session, maintenant: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "public_base_url", "https://jalon.example/")
    lien = lien_de(session, GARAGE, maintenant)
    assert re.fullmatch(r"https://jalon\.example/o/[2-9b-df-hjkmnp-tv-z]{7}", lien)
    assert segments(lien) == 1


def test_the_same_link_serves_everyone_while_it_lives(session: Session, maintenant: datetime) -> None:
    liens_donnes = {lien_de(session, GARAGE, maintenant + timedelta(days=jour)) for jour in range(20)}
    assert len(liens_donnes) == 1


def test_a_link_given_late_is_new_so_that_it_holds_long_enough(
    session: Session, maintenant: datetime
) -> None:
    premier = lien_de(session, GARAGE, maintenant)
    bientot_mort = maintenant + DUREE - timedelta(days=2)
    second = lien_de(session, GARAGE, bientot_mort)
    assert second != premier
    assert offre_du_lien(session, code(second), bientot_mort + DUREE / 2) is not None
    assert offre_du_lien(session, code(premier), bientot_mort) is not None


def test_each_offer_has_its_own(session: Session, maintenant: datetime) -> None:
    assert lien_de(session, GARAGE, maintenant) != lien_de(session, CODE_BORDEAUX, maintenant)


def test_after_its_days_it_leads_nowhere_but_is_remembered(session: Session, maintenant: datetime) -> None:
    donne = code(lien_de(session, GARAGE, maintenant))
    assert offre_du_lien(session, donne, maintenant + DUREE - timedelta(seconds=1)) is not None
    assert offre_du_lien(session, donne, maintenant + DUREE) is None
    assert lien_connu(session, donne)


@pytest.mark.parametrize("ecrit", ["", "bcdfghj", "a", "' OR 1=1 --", "é" * 7, "bcdfgh\x00", "b" * 5000])
def test_what_is_no_code_leads_nowhere(session: Session, maintenant: datetime, ecrit: str) -> None:
    assert offre_du_lien(session, ecrit, maintenant) is None
    assert not lien_connu(session, ecrit)


def test_a_code_copied_in_capitals_still_works(session: Session, maintenant: datetime) -> None:
    donne = code(lien_de(session, GARAGE, maintenant))
    assert offre_du_lien(session, donne.upper(), maintenant) is not None


def test_a_withdrawn_offer_is_still_found_so_that_its_page_can_say_so(
    session: Session, maintenant: datetime, catalogue: Catalogue
) -> None:
    donne = code(lien_de(session, GARAGE, maintenant))
    catalogue("mobilite-garage-langon").retiree_le = maintenant
    assert offre_du_lien(session, donne, maintenant) is not None


def test_a_code_already_given_is_drawn_again(
    session: Session, maintenant: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    tirages = iter("b" * 7 + "b" * 7 + "c" * 7)
    monkeypatch.setattr(liens.secrets, "choice", lambda _: next(tirages))
    assert code(lien_de(session, GARAGE, maintenant)) == "bbbbbbb"
    assert code(lien_de(session, CODE_BORDEAUX, maintenant)) == "ccccccc"
