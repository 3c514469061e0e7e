"""« mais non, personne est en danger ! »: the alarm is taken back, and what was asked is answered."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.conversation.consentements import est_oppose, exprimer
from assistant.conversation.garde import detecteur
from assistant.conversation.garde.dementi import DEMENTI, DEMENTI_REPRIS, nie_un_danger
from assistant.conversation.garde.numeros import valeurs_numeros
from assistant.conversation.garde.regles import Regle, regle_fixe
from assistant.conversation.garde.verdict import PourLeMoteur
from assistant.conversation.paroles import paroles
from assistant.conversation.tables import EtatTour, Tour
from assistant.sms_text.gsm7 import segments
from tests.offres.inscriptions import dit, repond

SEUL = "mon fils de 3 ans je peu le ramener ?"
PEUR = "il va me gueuler dessus vendredi"


@pytest.fixture
def alarme(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """The detector hears a danger in this text alone."""
    regle_fixe.cache_clear()

    def entendre(redoute: str) -> None:
        monkeypatch.setattr(
            detecteur, "_lecture", lambda texte: ("suicide", 0.9 if texte == redoute else 0.02)
        )

    yield entendre
    regle_fixe.cache_clear()


def clore(session: Session, regle: str | None, maintenant: datetime) -> Tour:
    """The turn just read was answered by this rule."""
    tour = session.scalars(select(Tour).order_by(Tour.ouvert_le.desc()).limit(1)).one()
    tour.clos_le, tour.regle, tour.etat = maintenant, regle, EtatTour.REPONDU
    session.flush()
    return tour


@pytest.mark.parametrize(
    "texte",
    [
        "mais non tout va bien",
        "et personne est en danger",
        "hein personne le tape !! je veux juste une autre date pour mon fils",
        "non mais je vais pas me foutre en l air calmez vous, je voulais juste l'adresse",
        "nan j'ai un toit lol. je demande si le bureau est ouvert samedi a 16h",
        "non c est mon conseiller pas mon mari !!",
        "2 mais je suis pas suicidaire hein lol",
        "Pas de danger, pourquoi vous parlez de danger ?",
        "mais quoi la police ?? j'ai juste demandé si je peux venir avec mon petit",
        "je rigolais",
        "mais personne veut mourir!! MANGER",
        "pourquoi soignants? je veux pas mourir, je parle du contrat",
        "non non juste elle appelle jeudi. et arreter avec mourir svp ça fait peur",
        "mdr nan personne est mort, je parle de mon tel",
        "non il est pas méchant mon mari, c'est juste que c'est privé",
        "Je ne suis pas à la rue, Monsieur !!",
        "j'ai jamais parlé de mourir moi",
        "quoi??? pk vous me parlez de la police",
    ],
)
def test_a_danger_is_denied(texte: str) -> None:
    assert nie_un_danger(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "non il me tape encore",
        "mais je veux juste mourir",
        "j'ai juste pris tous les cachets",
        "il est pas en danger mais ma fille il la frappe",
        "le 115 repond pas",
        "non je vais pas bien",
        "je rigolais. enfin a moitié. les medocs sont devant moi quand meme",
        "personne m'aide",
        "oui",
        "pourquoi la police vient pas",
        "il est pas méchant mais il me frappe quand il boit",
        "suicide",
        "arrêtez de me parler du 115 on dort dehors",
    ],
)
def test_what_still_worries_denies_nothing(texte: str) -> None:
    assert not nie_un_danger(texte)


def test_what_had_raised_the_alarm_is_read_by_the_engine(
    demo: Session, maintenant: datetime, alarme: Callable[[str], None]
) -> None:
    alarme(SEUL)
    assert "3114" in dit(repond(demo, "Amina", SEUL, maintenant))[0]
    clore(demo, Regle.SUICIDE, maintenant)
    ensuite = maintenant + timedelta(minutes=1)
    issue = repond(demo, "Amina", "mais non tout va bien", ensuite)
    assert isinstance(issue, PourLeMoteur)
    assert issue.d_abord
    assert issue.d_abord.textes == [render("danger_dementi")]
    assert issue.texte == SEUL
    tour = clore(demo, issue.d_abord.regle, ensuite)
    assert tour.regle == DEMENTI_REPRIS
    assert paroles(demo, tour.id) == SEUL  # « plus près » will be about it


def test_what_is_asked_beside_the_denial_is_read_instead(
    demo: Session, maintenant: datetime, alarme: Callable[[str], None]
) -> None:
    alarme(PEUR)
    repond(demo, "Amina", PEUR, maintenant)
    clore(demo, Regle.SUICIDE, maintenant)
    issue = repond(demo, "Amina", "mais personne le tape !! je veux une autre date pour mon fils", maintenant)
    assert isinstance(issue, PourLeMoteur)
    assert issue.texte == "je veux une autre date pour mon fils"
    assert issue.d_abord and issue.d_abord.regle == DEMENTI


def test_what_the_engine_answered_already_is_not_done_twice(
    demo: Session, maintenant: datetime, alarme: Callable[[str], None]
) -> None:
    alarme("rien")
    repond(demo, "Amina", "j'ai fait 4h de bénévolat, je suis morte", maintenant)
    clore(demo, Regle.URGENCE_VITALE, maintenant).intent = "declarer_action"
    assert dit(repond(demo, "Amina", "mais non tout va bien", maintenant)) == [render("danger_dementi")]


@pytest.mark.parametrize("texte", ["mdr", "laisse tomber", "quel rapport"])
def test_plain_words_of_danger_are_not_taken_back_by_a_sigh(
    demo: Session, maintenant: datetime, alarme: Callable[[str], None], texte: str
) -> None:
    alarme("rien")
    repond(demo, "Amina", "je veux mourir", maintenant)
    clore(demo, Regle.SUICIDE, maintenant)
    issue = repond(demo, "Amina", texte, maintenant)
    assert isinstance(issue, PourLeMoteur)
    assert issue.texte == texte
    assert issue.d_abord is None


def test_after_a_denial_what_is_hardly_a_danger_is_only_answered(
    demo: Session, maintenant: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detecteur, "_lecture", lambda _texte: ("suicide", 0.3))
    repond(demo, "Amina", "et jeudi matin c'est mieux", maintenant)
    clore(demo, DEMENTI, maintenant)
    plus_tard = maintenant + timedelta(hours=2)
    issue = repond(demo, "Amina", "pas demain finalement", plus_tard)
    assert isinstance(issue, PourLeMoteur)
    assert issue.d_abord is None
    assert "3114" in dit(repond(demo, "Amina", "je veux mourir", plus_tard))[0]


@pytest.mark.parametrize(("regle", "minutes"), [(None, 1), (Regle.SUICIDE, 90)])
def test_without_a_recent_alarm_nothing_is_taken_back(
    demo: Session, maintenant: datetime, alarme: Callable[[str], None], regle: str | None, minutes: int
) -> None:
    texte = "je vais pas me suicider hein"
    alarme(texte)
    repond(demo, "Amina", "bonjour", maintenant)
    clore(demo, regle, maintenant)
    assert "3114" in dit(repond(demo, "Amina", texte, maintenant + timedelta(minutes=minutes)))[0]


def test_the_same_danger_said_again_gets_what_else_can_be_done(
    demo: Session, maintenant: datetime, alarme: Callable[[str], None]
) -> None:
    alarme("rien")
    repond(demo, "Amina", "je dors dehors ce soir", maintenant)
    clore(demo, Regle.SANS_ABRI, maintenant)
    (encore,) = dit(repond(demo, "Amina", "je dors dehors ce soir le 115 repond pas", maintenant))
    assert encore == render("detresse_sans_abri_encore", valeurs_numeros())
    assert segments(encore) == 1


def test_the_word_we_gave_to_tell_the_team_says_that_it_is_told(demo: Session, maintenant: datetime) -> None:
    (texte,) = dit(repond(demo, "Amina", "DANGER", maintenant))
    assert "signalé à l'équipe" in texte
    assert segments(texte) == 1


@pytest.mark.parametrize("texte", ["START cest lucas. g un probleme", "je veux revenir svp"])
def test_after_a_stop_the_word_that_lifts_it_may_be_followed_by_a_question(
    demo: Session, maintenant: datetime, alarme: Callable[[str], None], texte: str
) -> None:
    alarme("rien")
    exprimer(demo, "+33639980001", accepte=False, source="sms", le=maintenant)
    assert isinstance(repond(demo, "Amina", texte, maintenant + timedelta(minutes=1)), PourLeMoteur)
    assert not est_oppose(demo, "+33639980001")
