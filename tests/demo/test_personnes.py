"""The demo people are those of the table that others rely on."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.conversation.consentements import est_oppose
from assistant.parcours.allocataires import Allocataire, personnes_du_numero
from assistant.parcours.contrats import Contrat, EtatAction
from assistant.parcours.referents import Referent, interlocuteur, prochaine_presence
from assistant.parcours.rendez_vous import Mode, Participation, Statut, participations_a_venir

AUJOURD_HUI = date(2026, 11, 24)


def la_personne(session: Session, prenom: str) -> Allocataire:
    return session.scalars(select(Allocataire).where(Allocataire.prenom == prenom)).one()


def les_rendez_vous(session: Session, prenom: str, maintenant: datetime) -> list[Participation]:
    return participations_a_venir(session, la_personne(session, prenom).id, maintenant)


def dans(jours: int, heure: int, minute: int = 0) -> datetime:
    jour = AUJOURD_HUI + timedelta(days=jours)
    return datetime(jour.year, jour.month, jour.day, heure, minute, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("numero", "prenoms", "commune", "naissance"),
    [
        ("+33639980001", ["Amina"], "Bordeaux", date(1991, 4, 12)),
        ("+33639980002", ["Jean-Marc"], "Langon", date(1968, 11, 30)),
        ("+33639980003", ["Fatou"], "Libourne", date(1999, 7, 2)),
        ("+33639980004", ["Kevin"], "Lesparre-Médoc", date(2001, 1, 23)),
        ("+33639980005", ["Maria"], "La Teste-de-Buch", date(1980, 9, 15)),
        ("+33639980006", ["Nadia", "Youssef"], "Bordeaux", date(1984, 6, 21)),
        ("+33639980007", ["Lucas"], "Blaye", date(1995, 12, 1)),
    ],
)
def test_each_number_is_that_of_its_people(
    demo: Session, numero: str, prenoms: list[str], commune: str, naissance: date
) -> None:
    personnes = personnes_du_numero(demo, numero)
    assert [p.prenom for p in personnes] == prenoms
    assert {p.commune for p in personnes} == {commune}
    assert personnes[0].date_naissance == naissance


def test_amina_sees_claire_dubois_in_two_days_with_her_papers(demo: Session, maintenant: datetime) -> None:
    (amina,) = les_rendez_vous(demo, "Amina", maintenant)
    rendez_vous = amina.rendez_vous
    assert rendez_vous.debut == dans(2, 10)
    assert (rendez_vous.structure.nom, rendez_vous.referent.nom_complet) == ("MDS Bastide", "Claire Dubois")
    assert rendez_vous.a_apporter == "pièce d'identité, CV"


def test_amina_signed_five_months_ago_for_a_year_of_fifteen_hours_a_week(demo: Session) -> None:
    contrat = demo.scalars(select(Contrat).join(Allocataire).where(Allocataire.prenom == "Amina")).one()
    assert (contrat.signe_le, contrat.fin) == (date(2026, 6, 24), date(2027, 6, 24))
    assert contrat.heures_semaine == 15
    assert [a.etat for a in contrat.actions] == [EtatAction.DONE, EtatAction.IN_PROGRESS, EtatAction.PLANNED]


def test_jean_marc_is_called_in_a_week_and_his_contract_ends_in_twenty_days(
    demo: Session, maintenant: datetime
) -> None:
    (participation,) = les_rendez_vous(demo, "Jean-Marc", maintenant)
    assert (participation.rendez_vous.debut, participation.rendez_vous.mode) == (
        dans(7, 14, 30),
        Mode.TELEPHONE,
    )
    assert participation.rendez_vous.referent.nom_complet == "Thomas Girard"
    contrat = demo.scalars(select(Contrat).join(Allocataire).where(Allocataire.prenom == "Jean-Marc")).one()
    assert contrat.fin == AUJOURD_HUI + timedelta(days=20)


def test_fatou_was_oriented_ten_days_ago_and_has_nothing_yet(demo: Session, maintenant: datetime) -> None:
    fatou = la_personne(demo, "Fatou")
    assert fatou.oriente_le == AUJOURD_HUI - timedelta(days=10)
    assert fatou.referent.nom_complet == "Claire Dubois"
    assert les_rendez_vous(demo, "Fatou", maintenant) == []
    assert not demo.scalar(select(func.count()).where(Contrat.allocataire_id == fatou.id))


def test_kevin_missed_a_rendez_vous_three_days_ago(demo: Session) -> None:
    kevin = la_personne(demo, "Kevin")
    manque = demo.scalars(select(Participation).where(Participation.allocataire_id == kevin.id)).one()
    assert manque.statut is Statut.NOSHOW
    assert manque.rendez_vous.debut.astimezone(PARIS).date() == AUJOURD_HUI - timedelta(days=3)
    assert kevin.referent.nom_complet == "Thomas Girard"


def test_maria_has_two_rendez_vous_and_an_absent_referente(demo: Session, maintenant: datetime) -> None:
    seul, collectif = les_rendez_vous(demo, "Maria", maintenant)
    assert (seul.rendez_vous.debut, seul.rendez_vous.collectif) == (dans(4, 9), False)
    assert (collectif.rendez_vous.debut, collectif.rendez_vous.collectif) == (dans(6, 14), True)
    sophie = la_personne(demo, "Maria").referent
    qui = interlocuteur(sophie, AUJOURD_HUI)
    assert qui.remplace is sophie
    assert qui.referent.nom_complet == "Claire Dubois"


def test_youssef_and_nadia_each_have_their_own_rendez_vous(demo: Session, maintenant: datetime) -> None:
    (youssef,) = les_rendez_vous(demo, "Youssef", maintenant)
    (nadia,) = les_rendez_vous(demo, "Nadia", maintenant)
    assert (youssef.rendez_vous.debut, nadia.rendez_vous.debut) == (dans(3, 11), dans(5, 16))


def test_lucas_alone_asked_for_silence(demo: Session) -> None:
    numeros = [f"+3363998000{n}" for n in range(1, 8)]
    assert [n for n in numeros if est_oppose(demo, n)] == ["+33639980007"]


@pytest.mark.parametrize(
    ("nom", "telephone"),
    [
        ("Claire Dubois", "+33536490001"),
        ("Thomas Girard", "+33536490002"),
        ("Sophie Martin", "+33536490003"),
    ],
)
def test_referents_answer_on_their_own_line(demo: Session, nom: str, telephone: str) -> None:
    referent = demo.scalars(select(Referent).where(Referent.telephone == telephone)).one()
    assert referent.nom_complet == nom


def test_claire_and_thomas_work_every_weekday_morning(demo: Session) -> None:
    for prenom in ("Claire", "Thomas"):
        referent = demo.scalars(select(Referent).where(Referent.prenom == prenom)).one()
        for jour in range(5):
            matin = datetime(2026, 11, 23 + jour, 10, tzinfo=PARIS)
            assert prochaine_presence(referent, matin) == matin
