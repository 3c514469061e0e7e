"""10,000 services into an empty catalogue, then the same file again: rate and memory.

First the rows alone, then `jalon import-services` as people run it, which makes the search index.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.figures import report

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / ".data" / "bench-importation"
SMALL, LARGE = 1_000, 10_000
STRUCTURES = 400
NEEDS = (
    ("Préparer le code de la route", "mobilite--preparer-un-permis"),
    ("Aide au paiement du loyer", "logement-hebergement--reduire-les-impayes-de-loyer"),
    ("Garde d'enfants en horaires décalés", "famille--garde-denfants"),
    ("Refaire son CV", "preparer-sa-candidature--realiser-un-cv-et-ou-une-lettre-de-motivation"),
    ("Apprendre à lire et à écrire", "lecture-ecriture-calcul--maitriser-le-francais"),
)


def measure() -> bool:
    shutil.rmtree(DATA, ignore_errors=True)
    DATA.mkdir(parents=True)
    small, large = _export(SMALL), _export(LARGE)
    light, heavy, command, same = _rows(small), _rows(large), _command(large), _rows(large)
    print(f"    {LARGE / heavy['seconds']:.0f} services/s, {heavy['memory']:.0f} MB at most", flush=True)
    growth = round(heavy["memory"] - light["memory"], 1)
    verdicts = [
        report("10,000 services, rows alone", round(heavy["seconds"], 1), "s", 60),
        report("the same again", round(same["seconds"], 1), "s", 20),
        report("memory beside 1,000 services", growth, "MB", 40),
        report("the command on top, index included", round(command, 1), "s", 600),
    ]
    return all(verdicts)


def _export(count: int) -> Path:
    file = DATA / f"services-{count}.json"
    file.write_text(json.dumps([_service(number) for number in range(count)], ensure_ascii=False))
    return file


def _service(number: int) -> dict[str, object]:
    name, need = NEEDS[number % len(NEEDS)]
    return {
        "id": f"bench--{number}",
        "source": "bench",
        "structure_id": f"bench--structure-{number % STRUCTURES}",
        "nom": f"{name} n° {number}",
        "description": f"{name} : une équipe vous reçoit, sur rendez-vous, le lundi et le jeudi. " * 5,
        "date_maj": "2026-09-01",
        "thematiques": [need],
        "type": "accompagnement",
        "frais": "gratuit",
        "publics": ["tous-publics"],
        "commune": "BORDEAUX",
        "code_postal": "33000",
        "latitude": 44.8 + number % 100 / 100,
        "longitude": -0.6 + number % 70 / 100,
        "telephone": "05 36 49 01 01",
        "modes_accueil": ["en-presentiel"],
        "mobilisable_par": ["usagers", "professionnels"],
        "zone_eligibilite": ["33"],
    }


def _rows(file: Path) -> dict[str, float]:
    """In a process of its own: its peak memory is the import's."""
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.importation", file],
        env=_environment(),
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    figures: dict[str, float] = json.loads(answer.stdout)
    return figures


def _command(file: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        [ROOT / ".venv" / "bin" / "jalon", "import-services", file], env=_environment(), check=True
    )
    return time.perf_counter() - start


def _environment() -> dict[str, str]:
    return {**os.environ, "JALON_DATA": str(DATA)}


def _import(file: Path) -> None:
    from assistant.clock import now
    from assistant.database import embedded_server, transaction
    from assistant.migrations.upgrade import upgrade
    from assistant.offres.importation.formes import SERVICES
    from assistant.offres.importation.importer import importer

    with transaction() as session:
        upgrade(session.connection())
    start = time.perf_counter()
    with file.open("rb") as opened:
        importer(opened, SERVICES, now(), print)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "memory": memory}))
    embedded_server().stop()


if __name__ == "__main__":
    _import(Path(sys.argv[1]))
