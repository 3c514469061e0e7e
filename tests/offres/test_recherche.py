"""People name a need in their own words; the first offer answers it."""

from datetime import datetime, timedelta

import numpy as np
import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from assistant.offres.filtres import Filtres
from assistant.offres.lieux import trouver_lieu
from assistant.offres.recherche import OffreTrouvee, chercher, demande_une_aide
from assistant.offres.tables import Offre
from assistant.offres.tables_index import OffreIndexee


def trouver(
    session: Session, texte: str, maintenant: datetime, pres_de: str | None = None, limite: int = 3
) -> list[OffreTrouvee]:
    lieu = trouver_lieu(pres_de) if pres_de else None
    return chercher(session, texte, pres_de=lieu, maintenant=maintenant, limite=limite)


def _repeter(session: Session, offre: Offre, fois: int, au_nord_de: float) -> None:
    """Copies whose ids come first, with the same index rows."""
    for table, cle in ((Offre.__table__, "id"), (OffreIndexee.__table__, "offre_id")):
        colonnes = [colonne for colonne in table.columns if colonne.computed is None]
        (ligne,) = session.execute(select(*colonnes).where(table.columns[cle] == offre.id)).mappings()
        copies = [{**ligne, cle: f"a-{rang}"} for rang in range(fois)]
        session.execute(insert(table), copies)
    session.execute(update(Offre).where(Offre.id.like("a-%")).values(latitude=Offre.latitude + au_nord_de))


@pytest.mark.parametrize(
    ("texte", "famille"),
    [
        ("ma caisse est kc jpeu plu aller o taf", "mobilite"),
        ("comment je fais pr passer le permis", "mobilite"),
        ("jcherche une nounou", "famille"),
        ("une garde pr le ptit le matin", "famille"),
        ("cours de francais", "lecture-ecriture-calcul"),
        ("g pas internet", "numerique"),
        ("jai 3 loyers de retard", "logement-hebergement"),
        ("une demande hlm", "logement-hebergement"),
        ("plus rien dans le frigo", "equipement-et-alimentation"),
        ("trop de dettes, l'huissier est passé", "difficultes-financieres"),
        ("il me faut un cv", "preparer-sa-candidature"),
        ("caces", "se-former"),
        ("mal aux dents et pas de mutuelle", "sante"),
        ("mon titre de séjour", "difficultes-administratives-ou-juridiques"),
        ("jcherche du taf", "trouver-un-emploi"),
    ],
)
def test_everyday_words_lead_to_the_right_theme(
    demo: Session, maintenant: datetime, texte: str, famille: str
) -> None:
    premiere = trouver(demo, texte, maintenant)[0].offre
    assert any(thematique.startswith(famille) for thematique in premiere.thematiques), premiere.nom


@pytest.mark.parametrize(
    ("texte", "famille"),
    [
        ("docteur", "sante"),
        ("le bus", "mobilite"),
        ("et la piscine ?", "remobilisation"),
        ("demenager", "logement-hebergement"),
        ("aah", "sante"),
        ("un lit", "equipement-et-alimentation"),
        ("taxi", "mobilite"),
        ("anglais", "se-former"),
        ("une auto école", "mobilite"),
        ("micro crédit", "difficultes-financieres"),
    ],
)
def test_a_need_may_be_one_word(demo: Session, maintenant: datetime, texte: str, famille: str) -> None:
    premiere = trouver(demo, texte, maintenant)[0].offre
    assert any(thematique.startswith(famille) for thematique in premiere.thematiques), premiere.nom


@pytest.mark.parametrize(
    ("texte", "demande"),
    [
        ("permis", True),
        ("plutot pour le permis", True),
        ("ma soeur a eu son permi samdi on fete sa", False),
        ("pas mal", False),
        ("il fait beau", False),
    ],
)
def test_naming_a_need_in_passing_asks_for_nothing(texte: str, demande: bool) -> None:
    assert demande_une_aide(texte) is demande


@pytest.mark.parametrize("texte", ["ya match ce soir ?", "quel temps fait il", "", "???", "& | !"])
def test_nothing_comes_when_nothing_fits(demo: Session, maintenant: datetime, texte: str) -> None:
    assert trouver(demo, texte, maintenant) == []


def test_the_name_of_an_offer_finds_it(demo: Session, maintenant: datetime) -> None:
    assert trouver(demo, "le café des parents", maintenant)[0].offre.nom == "Café des parents"


def test_near_langon_the_garage_of_langon_comes_first(demo: Session, maintenant: datetime) -> None:
    premiere = trouver(demo, "ma voiture est en panne", maintenant, pres_de="langon")[0]
    assert (premiere.offre.commune, premiere.distance_km) == ("Langon", 0)


def test_the_nearest_is_found_among_hundreds_that_help_as_well(demo: Session, maintenant: datetime) -> None:
    """Farther on, 300 garages answer the need a little better than that of Langon; they must not hide it."""
    garage = trouver(demo, "ma voiture est en panne", maintenant, pres_de="langon")[0].offre
    _repeter(demo, garage, 300, au_nord_de=0.3)
    index = demo.get_one(OffreIndexee, garage.id)
    index.besoins = 0.9 * np.array(index.besoins)
    demo.flush()
    premiere = trouver(demo, "ma voiture est en panne", maintenant, pres_de="langon")[0]
    assert premiere.offre.id == garage.id


def test_what_is_too_far_is_left_out(demo: Session, maintenant: datetime) -> None:
    for trouvee in trouver(demo, "ma voiture est en panne", maintenant, pres_de="bordeaux", limite=20):
        assert trouvee.distance_km is None or trouvee.distance_km <= 50


@pytest.mark.parametrize(
    ("pres_de", "texte", "thematique"),
    [
        ("langon", "colis alimentaire", "equipement-et-alimentation--alimentation"),
        (
            "langon",
            "les restos du coeur c'est ouvert quand a langon",
            "equipement-et-alimentation--alimentation",
        ),
        (
            "langon",
            "le frigo est vide, ou je peux avoir un colis",
            "equipement-et-alimentation--alimentation",
        ),
        ("lesparre", "docteur", "sante--acces-aux-soins"),
        ("lesparre", "un club de foot pas cher", "remobilisation--activites-sportives-et-culturelles"),
        ("lesparre", "garage", "mobilite--entretenir-reparer-son-vehicule"),
    ],
)
def test_what_answers_far_off_comes_rather_than_another_need_next_door(
    demo: Session, maintenant: datetime, pres_de: str, texte: str, thematique: str
) -> None:
    trouvees = trouver(demo, texte, maintenant, pres_de=pres_de)
    assert trouvees
    assert all(thematique in trouvee.offre.thematiques for trouvee in trouvees)


def test_nothing_is_said_rather_than_another_need_when_nobody_answers(
    demo: Session, maintenant: datetime
) -> None:
    demo.execute(
        update(Offre)
        .where(Offre.thematiques.contains(["equipement-et-alimentation--alimentation"]))
        .values(retiree_le=maintenant)
    )
    assert trouver(demo, "colis alimentaire", maintenant, pres_de="langon") == []


def test_an_offer_at_a_distance_is_found_from_anywhere_and_has_no_distance(
    demo: Session, maintenant: datetime
) -> None:
    trouvees = trouver(demo, "un microcrédit", maintenant, pres_de="soulac")
    assert (trouvees[0].offre.nom, trouvees[0].distance_km) == ("Petit prêt pour un projet", None)


def test_before_the_first_rendez_vous_only_the_socle_is_open(demo: Session, maintenant: datetime) -> None:
    trouvees = chercher(
        demo, "des papiers", pres_de=None, maintenant=maintenant, filtres=Filtres(socle_seulement=True)
    )
    assert trouvees
    assert all(t.offre.offre_socle for t in trouvees)


def test_a_full_workshop_comes_after_one_with_places(demo: Session, maintenant: datetime) -> None:
    trouvees = trouver(demo, "atelier cv", maintenant)
    assert [t.offre.complete for t in trouvees[:2]] == [False, True]


def test_a_workshop_that_has_begun_is_no_longer_offered(demo: Session, maintenant: datetime) -> None:
    plus_tard = maintenant + timedelta(days=60)
    assert all(t.offre.debut is None for t in trouver(demo, "atelier cv", plus_tard, limite=20))
