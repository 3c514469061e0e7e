"""Names said in full somewhere in a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.offres.lieux.contexte import (
    TITRES,
    attendu,
    autour,
    nu,
    peut_etre_attendu,
    surement_attendu,
)
from assistant.offres.lieux.donnees import mots_ordinaires
from assistant.offres.lieux.ecriture import coller, mots
from assistant.offres.lieux.formes import ARTICLES, Nom
from assistant.offres.lieux.repertoire import CELEBRE, ecrits
from assistant.settings import settings

MOTS_AU_PLUS = 8  # Beaumont-Saint-Martin… : no longer name is said
CONNUE = 8_000  # people: a town believed wherever its name comes
CROYABLE = 20_000  # people: a name that is also a word is believed alone, or after « à »
BREF = 4  # words
LETTRES = 5  # shorter names are not believed after « à » nor « de »


@dataclass(frozen=True)
class Citation:
    debut: int
    fin: int
    noms: tuple[Nom, ...]


def citations(dits: list[str]) -> list[Citation]:
    """Every name believed where it stands, the longest ones, in their order."""
    trouvees: list[Citation] = []
    for debut, fin in suites(dits):
        if any(debut < autre.fin and autre.debut < fin for autre in trouvees) or autour(dits[debut:fin]):
            continue
        noms = ecrits().get(coller(dits[debut:fin]), ())
        if any(_croyable(nom, dits, debut, fin) for nom in noms):
            crus = (n for n in noms if _croyable(n, dits, debut, fin) or (chez_nous(n) and not n.mot))
            trouvees.append(Citation(debut, fin, tuple(crus)))
    return sorted(trouvees, key=lambda citation: citation.debut)


def tel_quel(texte: str) -> list[Nom]:
    """A name alone, with its capitals and accents: it is meant as one, even if it is also a word."""
    noms = ecrits().get(coller(mots(texte)), ())
    return [nom for nom in noms if nom.mot and nom.lieu.nom == texte.strip()]


def suites(dits: list[str]) -> Iterator[tuple[int, int]]:
    """Every run of words, the longest first."""
    for longueur in range(min(MOTS_AU_PLUS, len(dits)), 0, -1):
        for debut in range(len(dits) - longueur + 1):
            yield debut, debut + longueur


def chez_nous(nom: Nom) -> bool:
    return nom.departement == settings().departement


def connu(nom: Nom) -> bool:
    return nom.population >= CONNUE or chez_nous(nom)


def _croyable(nom: Nom, dits: list[str], debut: int, fin: int) -> bool:
    """A name that is also a word, or of a place few know, is believed only where a place is expected."""
    avant = debut - 1 if debut and dits[debut - 1] in ARTICLES else debut
    seul, sur = nu(dits, debut, fin), surement_attendu(dits, avant)
    if not (seul or _bien_coupe(nom, dits[debut:fin])) or (debut and dits[debut - 1] in TITRES):
        return False
    if nom.mot:
        en_chemin = attendu(dits, avant) and (nom.entier or chez_nous(nom))
        dit = en_chemin or (seul and not peut_etre_attendu(dits, avant))
        return sur or (dit and (chez_nous(nom) or nom.population >= CROYABLE))
    if seul or sur:
        return True
    if chez_nous(nom) and len(dits) <= BREF or nom.entier and _partout(nom):
        return True
    return peut_etre_attendu(dits, avant) and (connu(nom) or (len(nom.mots) >= LETTRES and nom.entier))


def _partout(nom: Nom) -> bool:
    """Nothing else is called so."""
    return chez_nous(nom) or (connu(nom) and len(nom.mots) >= LETTRES) or nom.population >= CELEBRE


def _bien_coupe(nom: Nom, suite: list[str]) -> bool:
    """Words stuck together are forgiven (« lateste »), not names made of pieces (« ca en »)."""
    colle = any(mot not in mots_ordinaires() for mot in suite) and len(suite) <= len(nom.mots.split())
    return colle or nom.mots.split() == suite
