"""A need in one misspelt word: « ordinater » finds nothing, « ordinateur » does."""

from rapidfuzz import fuzz

from assistant.offres.besoins import besoins_de, mots_des_besoins
from assistant.offres.besoins_appris import se_dit_clairement
from assistant.offres.mots import plier
from assistant.offres.suite_lue import mots_de_poids

PEU_DE_MOTS = 2  # in a longer text the other words tell the need, and a word like another is another
LETTRES_MINIMUM = 6
RESSEMBLANCE = 92  # rapidfuzz ratio, in percent


def sans_faute_de_frappe(texte: str) -> str:
    """`texte`, its words read as those of needs, when as written they name none."""
    pleins = mots_de_poids(texte).split()
    if not 1 <= len(pleins) <= PEU_DE_MOTS or besoins_de(texte) or se_dit_clairement(texte):
        return texte
    lus = {mot: lu for mot in pleins if (lu := _lu(mot))}
    return " ".join(lus.get(mot, mot) for mot in plier(texte).split()) if lus else texte


def _lu(mot: str) -> str | None:
    """Never an ending alone: « compte » is not « compter »."""
    if len(mot) < LETTRES_MINIMUM:
        return None
    proches = [
        (fuzz.ratio(mot, besoin), besoin)
        for besoin in mots_des_besoins()
        if not besoin.startswith(mot) and not mot.startswith(besoin)
    ]
    ressemblance, besoin = max(proches)
    return besoin if ressemblance >= RESSEMBLANCE else None
