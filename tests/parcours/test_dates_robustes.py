"""Whatever is texted, reading days, hours, birth dates and choices never fails."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assistant.clock import PARIS
from assistant.parcours.agenda.choix import lire_choix
from assistant.parcours.agenda.motifs import dit_pourquoi
from assistant.parcours.dates_parlees import moment_cite, moment_parle, moment_quitte, naissance_parlee
from assistant.parcours.rendez_vous import Creneau, Mode

MARDI = datetime(2026, 11, 24, 9, 30, tzinfo=PARIS)
MONTRES = [Creneau(debut=MARDI + timedelta(days=jours), mode=Mode.TELEPHONE) for jours in (1, 2, 3)]
DATES = (
    "le 1er 31 32 99 00 fevrier 30/02 31/11/2026 12/13/14 29 2 1900 0000 demain lundi jeudi en huit quinze"
)
HEURES = "h 24h 25h 9h75 14h30 13:99 midi minuit demi soir dans 2 12 jours semaines mois vingt mille a et"
RESTE = "apres avant partir du pas sauf non oui aucun la dernier prochain"
MOTS = f"{DATES} {HEURES} {RESTE}".split()
MORCEAUX = st.lists(st.sampled_from(MOTS) | st.text(max_size=6), max_size=8).map(" ".join)


@given(MORCEAUX)
def test_nothing_that_is_texted_breaks_the_reading(texte: str) -> None:
    for lire in (moment_parle, moment_cite, moment_quitte):
        moment = lire(texte, MARDI)
        assert moment is None or moment.contient(MARDI) in (True, False)
    naissance = naissance_parlee(texte, MARDI.date())
    assert naissance is None or naissance <= MARDI.date()
    lu = lire_choix(texte, MONTRES, MARDI)
    assert lu is None or 0 <= lu[1] < len(MONTRES)
    assert dit_pourquoi(texte) in (True, False)
