"""What several commands read: texts given on the command line, or one a line in a file."""

from pathlib import Path

from api.cli.refusal import refuse


def texts(given: list[str] | None, file: Path | None) -> list[str]:
    """Refuses when there is neither text nor file, or the file is absent. Blank lines are skipped."""
    if file is None:
        return given or refuse("Donnez un texte, ou un fichier avec --file.")
    if not file.is_file():
        refuse(f"Le fichier {file} n'existe pas.")
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
