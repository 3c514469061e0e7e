"""Whatever a row holds, it is imported or refused: it never stops the import."""

import io
import json
from datetime import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from assistant.offres.importation.formes import DEPARTEMENT, SERVICES
from assistant.offres.importation.importer import importer
from assistant.offres.importation.modeles import Service
from assistant.offres.importation.tableur import colonnes_connues

CHAMPS = sorted(set(Service.model_fields))
TEXTES = st.text(max_size=20) | st.sampled_from(
    ["\0", "\ud800", "1e999", "99" * 12, "http://[", "01 02 03 04 05 ou 06", "32/01/2026 10:00", "+", "--"]
)
VALEURS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTES,
    lambda suite: st.lists(suite, max_size=3) | st.dictionaries(TEXTES, suite, max_size=2),
    max_leaves=4,
)
SUR_LA_BASE = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SUR_LA_BASE
@given(champs=st.dictionaries(st.sampled_from(CHAMPS), VALEURS, max_size=6))
def test_any_json(base: Engine, maintenant: datetime, champs: dict[str, Any]) -> None:
    bonne = {"id": "a--1", "source": "a", "structure_id": "a--s", "nom": "Une aide"}
    fichier = io.BytesIO(json.dumps([bonne | champs, bonne | {"id": "a--2"}]).encode())
    bilan = importer(fichier, SERVICES, maintenant, lambda raison: None)
    assert bilan.interruption or (bilan.lues, bilan.rejetees <= 1) == (2, True)


@SUR_LA_BASE
@given(cellules=st.dictionaries(st.sampled_from(sorted(colonnes_connues())), TEXTES, max_size=6))
def test_any_cell(base: Engine, maintenant: datetime, cellules: dict[str, str]) -> None:
    ligne = {"reference": "1", "nom": "Une aide", "structure": "Escale"} | cellules
    texte = ";".join(ligne) + "\n" + ";".join('"' + v.replace('"', '""') + '"' for v in ligne.values())
    fichier = io.BytesIO(texte.encode(errors="replace"))
    assert importer(fichier, DEPARTEMENT, maintenant, lambda raison: None).lues == 1
