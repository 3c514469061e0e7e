"""« inscris moi a la 2 », « oui », « je viens plus »: the dialogue as the action server gets it."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import select

from actions.conversation import ActionReponseSeule
from actions.desinscription import ActionDesinscrireOffre, ValiderFormulaireDesinscription
from actions.identite import ValiderFormulaireIdentite
from actions.inscription import ActionInscrireOffre, ValiderFormulaireInscription
from assistant.database import transaction
from assistant.offres.inscriptions.demande import Accord
from assistant.offres.inscriptions.depart import inscriptions_a_venir, quitter
from assistant.offres.inscriptions.tables import Inscription, Prescription
from assistant.offres.tables import Offre
from assistant.sms_text.gsm7 import segments
from tests.actions.conftest import Dialogue
from tests.actions.conftest import dialogue as dialogue
from tests.offres.inscriptions import demandeur, prend, veiller

Ouvrir = Callable[[str], Dialogue]
CV, COMPLET, GARAGE, CHANTIER = (
    f"demo--{fin}"
    for fin in ("emploi-cv-bordeaux", "emploi-cv-libourne", "mobilite-garage-langon", "emploi-chantier-bazas")
)
MONTREES = [GARAGE, CV, CHANTIER]


@pytest.fixture
def amina(dialogue: Ouvrir) -> Dialogue:
    """She has just seen three offers."""
    ouvert = dialogue("+33639980001")
    ouvert.slots["offres_montrees"] = list(MONTREES)
    return ouvert


def dites(reponses: list[str]) -> str:
    assert all(segments(reponse) == 1 for reponse in reponses), reponses
    return " / ".join(reponses)


def veut(qui: Dialogue, texte: str) -> str:
    return dites(qui.dire(ActionInscrireOffre(), texte, "inscrire_offre"))


def nee(qui: Dialogue, quand: str = "12/04/1991") -> str:
    return dites(qui.dire(ValiderFormulaireIdentite(), quand, "donner_information"))


def repond(qui: Dialogue, texte: str, intent: str = "affirmer") -> str:
    return dites(qui.dire(ValiderFormulaireInscription(), texte, intent))


def les_siennes() -> list[tuple[str, str]]:
    with transaction() as session:
        return [(row.offre_id, str(row.etat)) for row in session.scalars(select(Inscription))]


def test_birth_date_question_yes_and_the_place_is_hers(amina: Dialogue) -> None:
    assert "date de naissance" in veut(amina, "inscris moi a la 2")
    assert "Atelier CV, mardi 1er décembre à 14h" in nee(amina)
    assert les_siennes() == []
    assert "réservée : Atelier CV" in repond(amina, "oui")
    assert les_siennes() == [(CV, "inscrite")]
    assert amina.formulaire is None


def test_the_one_just_spoken_of_needs_no_name(amina: Dialogue) -> None:
    amina.slots["offre_choisie"] = CV
    veut(amina, "inscris moi")
    assert "Atelier CV" in nee(amina)


def test_the_yes_posted_twice_takes_one_place_and_says_the_same(amina: Dialogue) -> None:
    veut(amina, "inscris moi a la 2")
    nee(amina)
    premiere = repond(amina, "oui")
    assert dites(amina.dire(ActionReponseSeule(), "oui", "affirmer", meme_tour=True)) == premiere
    assert les_siennes() == [(CV, "inscrite")]


@pytest.mark.parametrize("texte", ["non", "laisse tomber"])
def test_a_no_leaves_everything_as_it_was(amina: Dialogue, texte: str) -> None:
    veut(amina, "inscris moi a la 2")
    nee(amina)
    assert "je ne vous inscris pas" in repond(amina, texte, "nier")
    assert les_siennes() == []


def test_another_offer_named_instead_of_a_yes_is_asked_about_instead(amina: Dialogue) -> None:
    veut(amina, "inscris moi a la 2")
    nee(amina)
    assert amina.dire(ValiderFormulaireInscription(), "non inscris moi a la 3", "inscrire_offre") == []
    assert "J'envoie la demande" in veut(amina, "non inscris moi a la 3")
    assert "envoyé à Claire Dubois" in repond(amina, "ok")
    with transaction() as session:
        assert session.scalars(select(Prescription.offre_id)).all() == [CHANTIER]


def test_where_jalon_counts_no_places_the_referent_is_told_as_before(amina: Dialogue) -> None:
    assert "J'ai prévenu Claire Dubois" in veut(amina, "inscris moi a la 1")
    assert amina.formulaire is None


def test_a_full_group_offers_its_waiting_list(amina: Dialogue) -> None:
    amina.slots["offres_montrees"] = [COMPLET]
    veut(amina, "inscris moi")
    assert "liste d'attente" in nee(amina)
    assert "numéro 1" in repond(amina, "oui")
    assert les_siennes() == [(COMPLET, "en_attente")]


@pytest.mark.parametrize(
    ("texte", "nom"),
    [("inscris moi a l'atelier cv", "Atelier CV,"), ("inscris moi a l'atelier cv et lettre", "et lettre,")],
)
def test_one_never_shown_is_known_by_its_whole_name(dialogue: Ouvrir, texte: str, nom: str) -> None:
    amina = dialogue("+33639980001")
    veut(amina, texte)
    assert nom in nee(amina)


def test_an_unknown_number_hears_whom_to_call(dialogue: Ouvrir) -> None:
    inconnu = dialogue("+33639989999")
    inconnu.slots["offres_montrees"] = list(MONTREES)
    assert "appelez le" in veut(inconnu, "inscris moi a la 2")
    assert les_siennes() == []


class TestLeaving:
    @pytest.fixture
    def inscrite(self, amina: Dialogue) -> Dialogue:
        veut(amina, "inscris moi a la 2")
        nee(amina)
        repond(amina, "oui")
        return amina

    def quitte(self, qui: Dialogue, texte: str) -> str:
        return dites(qui.dire(ActionDesinscrireOffre(), texte, "desinscrire_offre"))

    def repond(self, qui: Dialogue, texte: str, intent: str = "affirmer") -> str:
        return dites(qui.dire(ValiderFormulaireDesinscription(), texte, intent))

    def test_it_is_asked_once_then_done(self, inscrite: Dialogue) -> None:
        assert "Vous ne venez plus : Atelier CV" in self.quitte(inscrite, "finalement je viens plus")
        assert "annulé : Atelier CV" in self.repond(inscrite, "oui")
        assert les_siennes() == [(CV, "annulee")]

    def test_a_no_keeps_the_place(self, inscrite: Dialogue) -> None:
        self.quitte(inscrite, "je viens plus a l'atelier")
        assert "rien ne change" in self.repond(inscrite, "non", "nier")
        assert les_siennes() == [(CV, "inscrite")]

    def test_of_two_it_is_asked_which(self, inscrite: Dialogue) -> None:
        inscrite.slots |= {"offres_montrees": [COMPLET], "offre_choisie": COMPLET}
        veut(inscrite, "inscris moi")
        repond(inscrite, "oui")
        inscrite.slots["offres_montrees"] = []
        question = self.quitte(inscrite, "DESINSCRIRE")
        assert "1. Atelier CV, mardi 01/12" in question
        assert "2. Atelier CV et lettre" in question
        assert "Atelier CV et lettre" in self.repond(inscrite, "2", "choisir")
        assert "annulé" in self.repond(inscrite, "oui")
        assert les_siennes() == [(CV, "inscrite"), (COMPLET, "annulee")]

    def test_later_the_birth_date_comes_first(
        self, inscrite: Dialogue, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("actions.dossier.now", lambda: inscrite.maintenant.replace(hour=18))
        assert "date de naissance" in self.quitte(inscrite, "enlevez moi de l'atelier cv")
        assert "Vous ne venez plus : Atelier CV" in nee(inscrite)

    def test_without_any_place_the_referent_is_told_as_before(self, amina: Dialogue) -> None:
        assert "J'ai prévenu Claire Dubois" in self.quitte(amina, "je viens plus a l'atelier")


def test_a_yes_to_a_freed_place_still_counts_after_other_talk(dialogue: Ouvrir, maintenant: datetime) -> None:
    kevin = dialogue("+33639980004")
    with transaction() as session:
        offre = session.get_one(Offre, COMPLET)
        offre.places_prises = 7
        session.flush()
        premier = demandeur(session, "Amina", maintenant)
        prend(session, offre, premier)
        prend(session, offre, demandeur(session, "Kevin", maintenant), Accord.ATTENTE)
        (inscription,) = inscriptions_a_venir(session, premier.qui, maintenant)
        quitter(session, inscription, premier)
        veiller(session, maintenant)
    assert "réservée" in dites(kevin.dire(ActionReponseSeule(), "oui", "affirmer"))
    assert (COMPLET, "inscrite") in les_siennes()


class TestByName:
    """Names said long after the list, in the middle of a sentence."""

    @pytest.fixture
    def amina(self, dialogue: Ouvrir) -> Dialogue:
        """She saw garages and workshops, then only the Word course."""
        ouvert = dialogue("+33639980001")
        with transaction() as session:
            trouver = select(Offre.id).where(Offre.nom.in_(["Initiation Word et Excel"]))
            self.word = session.scalars(trouver).one()
            menage = select(Offre.id).where(Offre.nom == "Heures de ménage et de jardinage")
            self.menage = session.scalars(menage).one()
        for montrees in ([GARAGE, self.menage, CV], [self.word]):
            ouvert._appliquer([{"event": "slot", "name": "offres_montrees", "value": montrees}])
        ouvert.slots["offre_choisie"] = self.word
        return ouvert

    @pytest.mark.parametrize(
        "texte",
        ["Ok le ménage et jardin finalement ça m'interesse, inscrivez-moi", "inscrivez moi au menage"],
    )
    def test_the_one_named_is_joined_not_the_last_shown(self, amina: Dialogue, texte: str) -> None:
        assert "Heures de ménage et de jardinage" in veut(amina, texte)

    def test_the_last_shown_is_joined_when_none_is_named(self, amina: Dialogue) -> None:
        veut(amina, "ok inscrivez moi")
        assert amina.slots["offre_choisie"] == self.word

    @pytest.mark.parametrize(
        ("texte", "nom"),
        [
            ("annulez le ménage", "Heures de ménage et de jardinage"),
            ("je ne veux plus de Initiation Word", "Initiation Word et Excel"),
        ],
    )
    def test_one_never_joined_is_said_so(self, amina: Dialogue, texte: str, nom: str) -> None:
        reponse = dites(amina.dire(ActionDesinscrireOffre(), texte, "desinscrire_offre"))
        assert "Je n'ai pas d'inscription pour vous" in reponse and nom in reponse

    def test_among_hers_the_one_named_is_left(self, amina: Dialogue, maintenant: datetime) -> None:
        with transaction() as session:
            for offre in (CV, COMPLET):
                session.get_one(Offre, offre).places_prises = 0
            de = demandeur(session, "Amina", maintenant)
            prend(session, session.get_one(Offre, CV), de)
            prend(session, session.get_one(Offre, self.word), de)
        amina.dire(ActionDesinscrireOffre(), "je ne veux plus de Initiation Word", "desinscrire_offre")
        assert "Vous ne venez plus : Initiation Word" in nee(amina)
