"""« le cour fransé de libourne », « la moins chère des deux »: offers shown, named or set side by side."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.offres.choix import ce_rang_n_existe_pas, offres_montrees
from assistant.offres.comparaison import compare, comparer
from assistant.offres.detail import detail
from assistant.offres.evocation import offre_evoquee
from assistant.offres.tables import Offre
from assistant.sms_text.gsm7 import segments

Catalogue = Callable[[str], Offre]
VUES = {
    "wifi": "numerique-wifi-la-reole",
    "francais": "langue-soir-libourne",
    "femmes": "langue-femmes-lormont",
    "permis": "mobilite-permis-medoc",
    "garde": "famille-garde-horaires-bordeaux",
}


@pytest.fixture
def vues(session: Session, catalogue: Catalogue) -> dict[str, Offre]:
    return {nom: catalogue(fin) for nom, fin in VUES.items()}


@pytest.mark.parametrize(
    ("dit", "laquelle"),
    [
        ("le cour fransé de libourne", "francais"),
        ("celui de fransais a lormont", "femmes"),
        ("le truc permis de pauillac stp, c koi", "permis"),
        ("coup de pouce permis c koi", "permis"),
        ("dis moi plus sur le permis", "permis"),
        ("la garde d'enfants à bordeaux", "garde"),
        ("finalement le wifi", "wifi"),
        ("la garde d'enfants c'est combien", "garde"),
    ],
)
def test_an_offer_shown_earlier_is_named_by_ear(vues: dict[str, Offre], dit: str, laquelle: str) -> None:
    assert offre_evoquee([vues["wifi"]], [(offre, None) for offre in vues.values()], dit) is vues[laquelle]


@pytest.mark.parametrize(
    ("dit", "laquelle"),
    [
        ("la garde de bordeaux vous mavé dit. cé combien é cé kel adresse", "garde"),
        ("la garde denfant cetait koi deja le truc a 1km", "garde"),
        ("Cours de français du soir a libourne c'est quel jour", "francais"),
        ("é la wifi ou vous disié 26", "wifi"),
        ("le permis a 60 km vous aviez dit quoi", "permis"),
    ],
)
def test_or_by_what_it_is_and_where_whatever_else_is_said(
    vues: dict[str, Offre], dit: str, laquelle: str
) -> None:
    km = {"garde": 1.2, "wifi": 26.1, "permis": 60.3}
    situees = [(offre, km.get(nom)) for nom, offre in vues.items()]
    assert offre_evoquee([vues["wifi"]], situees, dit) is vues[laquelle]


@pytest.mark.parametrize(
    "dit",
    [
        "le soir apres 18h c'est possible",
        "je cherche un cours de francais",
        "aide pour le permis",
        "passer le permis",
        "la voiture est en panne",
        "la garde d'enfants est malade",
        "et a libourne ?",
        "a bordeaux",
        "le prix",
        "c koi le contrat",
        "merci",
    ],
)
def test_a_need_or_a_town_names_none_of_them(vues: dict[str, Offre], dit: str) -> None:
    assert offre_evoquee([vues["wifi"]], [(offre, None) for offre in vues.values()], dit) is None


@pytest.mark.parametrize(
    "dit",
    [
        "laquelle est gratuite des deux ?",
        "entre les 2, la moins chere",
        "la moins loin c'est laquelle",
        "c koi la diff entre les 2",
        "quelle est la plus proche",
        "c'est lequel le plus pres",
        "la moins cher",
    ],
)
def test_offers_set_side_by_side(dit: str) -> None:
    assert compare(dit)


@pytest.mark.parametrize(
    "dit",
    ["plus pres", "moins loin", "gratuit ?", "pas cher", "le plus proche possible", "c'est loin", "les deux"],
)
def test_a_wish_compares_nothing(dit: str) -> None:
    assert not compare(dit)


def test_each_is_named_with_what_is_asked(catalogue: Catalogue, maintenant: datetime) -> None:
    situees = [
        (catalogue("mobilite-garage-langon"), 1.2),
        (catalogue("mobilite-garage-bordeaux"), 41.0),
        (catalogue("budget-microcredit-distance"), None),
    ]
    jour = maintenant.date()
    prix = comparer(situees, "laquelle est gratuite", jour)
    lue = render(prix.cle, prix.valeurs)
    assert "1. Garage solidaire : pièces" in lue
    assert "3. Petit pret pour un... : gratuit" in lue
    chemin = comparer(situees, "la moins loin c'est laquelle", jour)
    lue = render(chemin.cle, chemin.valeurs)
    assert "1. Garage solidaire : 1 km" in lue
    assert "41 km" in lue
    assert "par tél." in lue
    assert segments(lue) <= 2


def test_only_a_loan_is_to_be_paid_back(catalogue: Catalogue, maintenant: datetime) -> None:
    def repond(fin: str) -> str:
        reponse = detail(catalogue(fin), "c un pret dc faut rembourser ?", maintenant.date())
        return render(reponse.cle, reponse.valeurs)

    assert "Oui, il faut rendre l'argent" in repond("budget-microcredit-distance")
    assert "la fiche ne le dit pas" in repond("mobilite-scooter-libourne")
    assert "la fiche ne le dit pas" in repond("mobilite-permis-medoc")


def test_a_number_that_was_not_given(session: Session, vues: dict[str, Offre]) -> None:
    seule = ce_rang_n_existe_pas([vues["wifi"]], "2")
    assert seule is not None
    assert "qu'une ici" in render(seule.cle, seule.valeurs)
    assert ce_rang_n_existe_pas([vues["wifi"]], "1") is None
    assert ce_rang_n_existe_pas([], "2") is None
    deux = offres_montrees(session, [vues["wifi"].id, vues["permis"].id])
    assert ce_rang_n_existe_pas(deux, "la 2") is None
    assert ce_rang_n_existe_pas(deux, "la 3") is not None
