"""The ways to send what was typed: once, twice as Twilio repeats itself, in pieces, or ten at once."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from time import sleep

from api.telephone.inbound import post_like_twilio

PIECES = 3
SECONDS_BETWEEN_PIECES = 0.3
TEN_TEXTS = Path(__file__).with_name("rafale.txt")


class Mode(StrEnum):
    SIMPLE = "simple"
    DEUX_FOIS = "deux_fois"
    MORCEAUX = "morceaux"
    RAFALE = "rafale"  # sends its own texts, whatever was typed


def envoyer(numero: str, texte: str, mode: Mode) -> None:
    """Raises httpx.HTTPError at the first text the server does not take."""
    match mode:
        case Mode.SIMPLE:
            post_like_twilio(numero, texte)
        case Mode.DEUX_FOIS:
            post_like_twilio(numero, texte, sid=post_like_twilio(numero, texte))
        case Mode.MORCEAUX:
            for rang, morceau in enumerate(morceaux(texte)):
                sleep(SECONDS_BETWEEN_PIECES if rang else 0)
                post_like_twilio(numero, morceau)
        case Mode.RAFALE:
            for ligne in TEN_TEXTS.read_text().splitlines():
                post_like_twilio(numero, ligne)


def morceaux(texte: str) -> list[str]:
    """The lines typed, or a single line cut between words into three pieces of much the same length."""
    lignes = [ligne.strip() for ligne in texte.splitlines() if ligne.strip()]
    return lignes if len(lignes) > 1 else list(_coupes(texte.split()))


def _coupes(mots: list[str]) -> Iterator[str]:
    combien = min(PIECES, len(mots))
    bornes = [len(mots) * rang // combien for rang in range(combien + 1)]
    for debut, fin in pairwise(bornes):
        yield " ".join(mots[debut:fin])
