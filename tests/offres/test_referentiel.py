"""The ten themes: what people live and do, each tied to what offers are filed under."""

import json
from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.contrat import ActionConsulterActions
from actions.identite import ValiderFormulaireIdentite
from assistant.offres.filtres import Filtres
from assistant.offres.pour_le_contrat import deja_recu, offres_du_contrat
from assistant.offres.referentiel import entree_de, entrees, situations, themes
from assistant.parcours.allocataires import Allocataire
from assistant.sms_text.gsm7 import segments
from tests.actions.conftest import Dialogue
from tests.actions.conftest import dialogue as dialogue
from tests.actions.test_precision import Moteur
from tests.conftest import ROOT
from tests.offres.cherche import recherche_prevue as recherche_prevue

VOCABULAIRE = ROOT.parent / "shared" / "data" / "data_inclusion_schema" / "thematiques.json"
DES_CONTRATS = {
    *("logement", "emploi", "formation", "difficultes_administratives", "difficultes_financieres"),
    *("mobilite", "sante", "contraintes_familiales", "langue", "numerique"),
}


@pytest.fixture
def amina(session: Session, catalogue: Callable[[str], object]) -> Allocataire:
    return session.scalars(select(Allocataire).where(Allocataire.prenom == "Amina")).one()


def test_the_ten_themes_each_have_situations_objectifs_and_actions() -> None:
    assert set(themes()) == DES_CONTRATS
    for theme in themes().values():
        assert theme["situations"] and theme["objectifs"]
        assert all(objectif["actions"] for objectif in theme["objectifs"])


def test_every_thematique_is_covered_and_exists() -> None:
    if not VOCABULAIRE.exists():
        pytest.skip("the data.inclusion vocabulary is not beside this checkout")
    connues = {valeur["value"] for valeur in json.loads(VOCABULAIRE.read_text())}
    assert set().union(*(entree.thematiques for entree in entrees().values())) == connues
    assert set().union(*(situation.thematiques for situation in situations())) <= connues


def test_an_entry_has_one_name_short_enough_for_a_text() -> None:
    ecrites = [action for theme in themes().values() for o in theme["objectifs"] for action in o["actions"]]
    assert len(entrees()) == len(ecrites)
    assert all(len(entree.nom) <= 24 for entree in entrees().values())


@pytest.mark.parametrize(
    ("libelle", "theme", "quoi"),
    [
        ("Passer le code de la route", "mobilite", "permis"),
        ("Demander une place en crèche", "contraintes_familiales", "garde"),
        ("Mettre à jour mon CV", "emploi", "cv"),
        ("Postuler dans un chantier d'insertion", "emploi", "postuler"),
        ("Rencontrer le conseiller budget", "difficultes_financieres", "budget"),
        ("S'inscrire à des cours de français", "langue", "francais"),
        ("Déposer un dossier de surendettement", "difficultes_financieres", "dettes"),
        ("Voir un dentiste", "sante", "soins"),
    ],
)
def test_the_action_of_a_contract_is_known_by_its_words(libelle: str, theme: str, quoi: str) -> None:
    trouvee = entree_de(libelle, theme)
    assert trouvee is not None and trouvee.id == quoi


def test_an_action_in_unknown_words_is_not_guessed() -> None:
    assert entree_de("Zzz", "mobilite") is None


@pytest.mark.usefixtures("recherche_prevue")
class TestUnasked:
    def test_the_first_action_to_do_with_offers_near_home(
        self, session: Session, amina: Allocataire, maintenant: datetime
    ) -> None:
        trouvees = offres_du_contrat(session, amina, maintenant, pousse=True)
        assert trouvees is not None
        assert (trouvees.entree.id, trouvees.commune) == ("permis", "Bordeaux")

    def test_a_signed_contract_means_a_first_rendez_vous_took_place(
        self, session: Session, amina: Allocataire, maintenant: datetime
    ) -> None:
        assert deja_recu(session, amina, maintenant)

    def test_before_it_only_the_socle_is_pushed_and_all_on_request(
        self,
        session: Session,
        amina: Allocataire,
        maintenant: datetime,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        demandes: list[Filtres] = []

        def noter(*_: object, filtres: Filtres, **__: object) -> list[object]:
            demandes.append(filtres)
            return []

        monkeypatch.setattr("assistant.offres.pour_le_contrat.deja_recu", lambda *_: False)
        monkeypatch.setattr("assistant.offres.pour_le_contrat.chercher", noter)
        for pousse in (True, False):
            offres_du_contrat(session, amina, maintenant, pousse=pousse)
        assert {filtres.socle_seulement for filtres in demandes[:2]} == {True}
        assert {filtres.socle_seulement for filtres in demandes[2:]} == {False}

    def test_said_under_the_actions_then_shown_when_asked(self, dialogue: Callable[[str], Dialogue]) -> None:
        amina = Moteur(dialogue("+33639980001"))
        amina.entend("mes actions", "consulter_actions")
        dites = amina.dialogue.dire(ValiderFormulaireIdentite(), "12/04/1991", "donner_information")
        assert "Pour votre action Permis : une aide près de Bordeaux. Répondez OFFRES." in dites[0]
        assert [segments(dite) for dite in dites] == [2]
        assert "code de la route" in amina.entend("offre", "nlu_fallback")

    def test_not_before_the_birth_date(self, dialogue: Callable[[str], Dialogue]) -> None:
        amina = dialogue("+33639980001")
        dites = amina.dire(ActionConsulterActions(), "mes actions", "consulter_actions")
        assert "Permis" not in " ".join(dites)
        assert "De quoi avez-vous besoin" in Moteur(dialogue("+33639980002")).entend("offres", "saluer")
