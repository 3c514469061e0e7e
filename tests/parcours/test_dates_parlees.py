"""Days and hours as people text them, on Tuesday 24 November 2026 at 9:30."""

from datetime import datetime, timedelta

import pytest

from assistant.clock import PARIS
from assistant.parcours.dates_parlees import moment_parle

MARDI = datetime(2026, 11, 24, 9, 30, tzinfo=PARIS)
RENDEZ_VOUS = [
    (MARDI + timedelta(days=jours)).replace(hour=heure, minute=minute)
    for jours in range(60)
    for heure, minute in ((9, 0), (10, 30), (14, 0), (16, 30))
    if (MARDI + timedelta(days=jours)).weekday() < 6
]


def proposes(ecrit: str, combien: int = 3) -> list[str]:
    """The first starts that suit, as « 26/11 9h00 »."""
    moment = moment_parle(ecrit, MARDI)
    assert moment is not None, "nothing understood"
    convient = [debut for debut in RENDEZ_VOUS if debut > MARDI and moment.contient(debut)]
    return [f"{debut:%d/%m} {debut.hour}h{debut:%M}" for debut in convient[:combien]]


@pytest.mark.parametrize(
    ("ecrit", "premiers"),
    [
        ("demain", ["25/11 9h00", "25/11 10h30", "25/11 14h00"]),
        ("2main", ["25/11 9h00", "25/11 10h30", "25/11 14h00"]),
        ("demain aprem", ["25/11 14h00", "25/11 16h30"]),
        ("demain matin svp", ["25/11 9h00", "25/11 10h30"]),
        ("apres demain", ["26/11 9h00", "26/11 10h30", "26/11 14h00"]),
        ("aprè demain laprem", ["26/11 14h00", "26/11 16h30"]),
        ("cet aprem", ["24/11 14h00", "24/11 16h30"]),
        ("jeudi", ["26/11 9h00", "26/11 10h30", "26/11 14h00"]),
        ("non jeudi", ["26/11 9h00", "26/11 10h30", "26/11 14h00"]),
        ("plutot vandredi matin", ["27/11 9h00", "27/11 10h30", "04/12 9h00"]),
        ("mardi", ["01/12 9h00", "01/12 10h30", "01/12 14h00"]),
        ("mardi prochain", ["01/12 9h00", "01/12 10h30", "01/12 14h00"]),
        ("lundi en huit", ["07/12 9h00", "07/12 10h30", "07/12 14h00"]),
        ("mardi en 8", ["01/12 9h00", "01/12 10h30", "01/12 14h00"]),
        ("jeudi en quinze", ["10/12 9h00", "10/12 10h30", "10/12 14h00"]),
        ("le 3", ["03/12 9h00", "03/12 10h30", "03/12 14h00"]),
        ("le 30 à 14h", ["30/11 14h00"]),
        ("vendredi 4", ["04/12 9h00", "04/12 10h30", "04/12 14h00"]),
        ("jeudi 3 decembre", ["03/12 9h00", "03/12 10h30", "03/12 14h00"]),
        ("3/12", ["03/12 9h00", "03/12 10h30", "03/12 14h00"]),
        ("le 1er décembre", ["01/12 9h00", "01/12 10h30", "01/12 14h00"]),
        ("la semaine prochaine", ["30/11 9h00", "30/11 10h30", "30/11 14h00"]),
        ("la semaine pro mais laprem", ["30/11 14h00", "30/11 16h30", "01/12 14h00"]),
        ("jeudi de la semaine prochaine", ["03/12 9h00", "03/12 10h30", "03/12 14h00"]),
        ("cette semaine", ["24/11 10h30", "24/11 14h00", "24/11 16h30"]),
        ("pas cette semaine svp, la prochaine", ["30/11 9h00", "30/11 10h30", "30/11 14h00"]),
        ("dans 2 jours", ["26/11 9h00", "26/11 10h30", "26/11 14h00"]),
        ("dans quinze jours", ["08/12 9h00", "08/12 10h30", "08/12 14h00"]),
        ("dans deux semaines", ["07/12 9h00", "07/12 10h30", "07/12 14h00"]),
        ("à partir du 7", ["07/12 9h00", "07/12 10h30", "07/12 14h00"]),
        ("après le 15", ["16/12 9h00", "16/12 10h30", "16/12 14h00"]),
        ("jsuis pas la avant le 20", ["21/12 9h00", "21/12 10h30", "21/12 14h00"]),
        ("le mois prochain", ["01/12 9h00", "01/12 10h30", "01/12 14h00"]),
        ("le matin", ["24/11 10h30", "25/11 9h00", "25/11 10h30"]),
        ("14h", ["24/11 14h00", "25/11 14h00", "26/11 14h00"]),
        ("14:00", ["24/11 14h00", "25/11 14h00", "26/11 14h00"]),
        ("vers 2h de laprem", ["24/11 14h00", "25/11 14h00", "26/11 14h00"]),
        ("dix heures trente", ["24/11 10h30", "25/11 10h30", "26/11 10h30"]),
        ("a 14", ["24/11 14h00", "25/11 14h00", "26/11 14h00"]),
        ("apres 16h", ["24/11 16h30", "25/11 16h30", "26/11 16h30"]),
        ("vous faites pas plus tard ? je finis a 16h", ["24/11 16h30", "25/11 16h30", "26/11 16h30"]),
        ("avant 10h", ["25/11 9h00", "26/11 9h00", "27/11 9h00"]),
        ("entre midi et deux", []),
        ("entre 10h et midi", ["24/11 10h30", "25/11 10h30", "26/11 10h30"]),
        ("en fin de journée", ["24/11 16h30", "25/11 16h30", "26/11 16h30"]),
        ("jeudi ou samedi", ["26/11 9h00", "26/11 10h30", "26/11 14h00"]),
        ("jeudi je peux pas, vous avez autre chose ?", ["24/11 10h30", "24/11 14h00", "24/11 16h30"]),
        ("demain c mort, apres demain jpeux", ["26/11 9h00", "26/11 10h30", "26/11 14h00"]),
        ("je bosse mercredi mais jeudi je suis libre", ["26/11 9h00", "26/11 10h30", "26/11 14h00"]),
        ("nn pas jeudi. Vendredi ?", ["27/11 9h00", "27/11 10h30", "27/11 14h00"]),
        ("g cour de francais le matin jpeu venir laprem", ["24/11 14h00", "24/11 16h30", "25/11 14h00"]),
        ("moi travail matin, possible après-midi ?", ["24/11 14h00", "24/11 16h30", "25/11 14h00"]),
        ("tout sauf le matin svp", ["24/11 14h00", "24/11 16h30", "25/11 14h00"]),
        ("on pourrait pas se voir plutot vendredi", ["27/11 9h00", "27/11 10h30", "27/11 14h00"]),
        ("je peux pas le 25 je peux le 26", ["26/11 9h00", "26/11 10h30", "26/11 14h00"]),
        ("decaler mon rdv de jeudi a lundi", ["30/11 9h00", "30/11 10h30", "30/11 14h00"]),
        ("déplacement rdv du 26 au 30", ["30/11 9h00", "30/11 10h30", "30/11 14h00"]),
        ("jpe pa a 14h mé a 16h ui", ["24/11 16h30", "25/11 16h30", "26/11 16h30"]),
        ("rdv a un otr jour le matin stp", ["24/11 10h30", "25/11 9h00", "25/11 10h30"]),
        (
            "je suis hospitalisé jusqu'à vendredi donc plutot la semaine d'après",
            ["30/11 9h00", "30/11 10h30", "30/11 14h00"],
        ),
        ("laprès midi ce serait mieux", ["24/11 14h00", "24/11 16h30", "25/11 14h00"]),
        ("jpeux passer a 14h au lieu de 9h ?", ["24/11 14h00", "25/11 14h00", "26/11 14h00"]),
        ("ma visio de 9h on peut la faire à 10h30", ["24/11 10h30", "25/11 10h30", "26/11 10h30"]),
        ("changer jeudi contre vendredi", ["27/11 9h00", "27/11 10h30", "27/11 14h00"]),
        ("après jeudi", ["27/11 9h00", "27/11 10h30", "27/11 14h00"]),
        ("on peut decaler a jeudi ?", ["26/11 9h00", "26/11 10h30", "26/11 14h00"]),
    ],
)
def test_le_moment_demande_se_lit_comme_on_l_ecrit(ecrit: str, premiers: list[str]) -> None:
    assert proposes(ecrit) == premiers


@pytest.mark.parametrize(
    "ecrit", ["un autre jour svp", "ok", "2", "merci", "le dernier", "je veux changer", ""]
)
def test_un_message_sans_jour_ni_heure_ne_demande_aucun_moment(ecrit: str) -> None:
    assert moment_parle(ecrit, MARDI) is None


def test_le_mercredi_refuse_n_est_pas_propose() -> None:
    assert all(not debut.startswith(("25/11", "02/12")) for debut in proposes("tout sauf le mercredi", 40))


@pytest.mark.parametrize(
    ("ecrit", "premiers"),
    [
        ("queria marcar um encontro com a Claire, esta semana", ["24/11 10h30", "24/11 14h00"]),
        ("quinta-feira de manhã", ["26/11 9h00", "26/11 10h30"]),
        ("pode ser amanhã à tarde?", ["25/11 14h00", "25/11 16h30"]),
        ("el lunes por la mañana", ["30/11 9h00", "30/11 10h30"]),
        ("can we say friday next week", ["04/12 9h00", "04/12 10h30"]),
    ],
)
def test_le_calendrier_se_lit_aussi_en_portugais_en_espagnol_en_anglais(
    ecrit: str, premiers: list[str]
) -> None:
    assert proposes(ecrit, 2) == premiers
