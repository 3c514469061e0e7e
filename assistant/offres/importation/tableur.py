"""The département's CSV: the columns are documented in docs/guides/catalogue.md.

Semicolons, commas or tabs; UTF-8 with or without a mark, or Windows-1252, as spreadsheets save.
"""

import csv
import io
from collections.abc import Iterator
from typing import IO

from assistant.offres.importation.fichier import Brute, FichierInterrompu, FichierRefuse
from assistant.offres.importation.offre_departement import OffreDepartement
from assistant.offres.mots import plier

SOURCE = "departement"
SEPARATEURS = ";,\t"
# columns that are not called as the field they fill
CHAMPS = {"reference": "id", "structure": "structure_id", "contact": "contact_nom_prenom"}
COLONNES_DES_CHAMPS = {champ: colonne for colonne, champ in CHAMPS.items()}
OBLIGATOIRES = ("reference", "nom", "structure")


def lire_csv(fichier: IO[bytes]) -> Iterator[Brute]:
    """One raw offer a line, numbered as a spreadsheet shows it. Raises as lire_json does."""
    texte = _decoder(fichier.read())
    if not texte.strip():
        raise FichierRefuse("import_vide")
    lecteur = csv.reader(io.StringIO(texte, newline=""), delimiter=_separateur(texte), strict=True)
    ligne = 1
    try:
        colonnes = _colonnes(next(lecteur))
        ligne = lecteur.line_num + 1
        for cellules in lecteur:
            if any(map(str.strip, cellules)):
                en_trop = any(map(str.strip, cellules[len(colonnes) :]))
                yield Brute(ligne, _offre(colonnes, cellules), "trop_de_cellules" if en_trop else "")
            ligne = lecteur.line_num + 1
    except csv.Error:
        raise FichierInterrompu("import_csv_interrompu", numero=ligne) from None


def colonnes_connues() -> set[str]:
    """Every column that may be named in the first line."""
    champs = set(OffreDepartement.model_fields) - {"source", "structure_nom"}
    return {COLONNES_DES_CHAMPS.get(champ, champ) for champ in champs}


def _decoder(octets: bytes) -> str:
    for encodage in ("utf-8-sig", "cp1252"):
        try:
            return octets.decode(encodage)
        except UnicodeDecodeError:
            continue
    raise FichierRefuse("import_pas_du_texte")


def _separateur(texte: str) -> str:
    entete = texte.lstrip().partition("\n")[0]
    return max(SEPARATEURS, key=entete.count)


def _colonnes(entete: list[str]) -> list[str]:
    colonnes = [plier(titre).replace(" ", "_") for titre in entete]
    if manquantes := [titre for titre in OBLIGATOIRES if titre not in colonnes]:
        raise FichierRefuse("import_colonnes_manquantes", colonnes=", ".join(manquantes))
    inconnues = [t for t in colonnes if t and (t not in colonnes_connues() or colonnes.count(t) > 1)]
    if inconnues:
        raise FichierRefuse("import_colonnes_inconnues", colonnes=", ".join(dict.fromkeys(inconnues)))
    return colonnes


def _offre(colonnes: list[str], cellules: list[str]) -> dict[str, str]:
    """The raw row by field of the model. Identifiers carry the source, as v1 wants."""
    offre = {CHAMPS.get(c, c): cellule for c, cellule in zip(colonnes, cellules, strict=False) if c}
    reference, structure = offre["id"].strip(), offre.get("structure_id", "").strip()
    return offre | {
        "source": SOURCE,
        "id": reference and f"{SOURCE}--{reference}",
        "structure_id": structure and f"{SOURCE}--{plier(structure).replace(' ', '-')}",
        "structure_nom": structure,
    }
