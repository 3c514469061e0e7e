"""What an SMS costs, and the cheap alphabet (3GPP TS 23.038). Pure functions.

One character outside GSM-7 makes the operators send the whole message as UCS-2, at more than twice
the price. French keeps à é è ù there, and loses ç ê î ô œ and the typographic signs.
"""

import re
from functools import lru_cache
from unicodedata import category, normalize

from unidecode import unidecode

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")  # an escape and a character: two septets
ALPHABET = BASIC | EXTENSION

# Where the general transliteration is wrong for French or longer than needed.
FOLDS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−•·", "-"),
        **dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
        **dict.fromkeys("\v\x85\u2028\u2029", "\n"),
        "…": "...",
        "°": "o",  # "n° 3"
        "→": "->",
    }
)
# French puts spaces inside guillemets, not inside plain quotes
GUILLEMETS = re.compile("«[ \u00a0\u202f]?|[ \u00a0\u202f]?»")

GSM7_UNITS = (160, 153)  # septets in a message of one segment, in each segment of a longer one
UCS2_UNITS = (70, 67)  # UTF-16 code units


def is_gsm7(text: str) -> bool:
    """Whether the text can leave in GSM-7, its extension table included."""
    return ALPHABET.issuperset(text)


def fold(text: str) -> str:
    """The text in GSM-7: what already fits is untouched (é stays é), the rest becomes its nearest spelling.

    A letter that has none becomes "?"; emoji, other symbols, marks and control characters disappear.
    """
    if is_gsm7(text):
        return text
    quoted = GUILLEMETS.sub('"', normalize("NFC", text))
    return "".join(map(_fold_character, quoted.translate(FOLDS)))


@lru_cache(4096)
def _fold_character(character: str) -> str:
    if character in ALPHABET:
        return character
    kind = category(character)
    if kind in {"Cf", "Cs"}:  # invisible signs, which unidecode shows as spaces; halves of surrogate pairs
        return ""
    # unidecode spells symbols out ("♥" as "hearts"); only those that contain letters (™, №) are worth that
    spelt = normalize("NFKD", character) if kind == "So" else unidecode(character)
    if spelt and is_gsm7(spelt):
        return spelt
    return "?" if kind[0] in "LN" else ""


def segments(text: str) -> int:
    """How many segments are billed; 0 for an empty text.

    Neither an escaped GSM-7 character nor a UTF-16 surrogate pair is ever split between two segments.
    """
    if is_gsm7(text):
        single, each = GSM7_UNITS
        costs = [2 if character in EXTENSION else 1 for character in text]
    else:
        single, each = UCS2_UNITS
        costs = [2 if ord(character) > 0xFFFF else 1 for character in text]
    if sum(costs) <= single:
        return min(len(costs), 1)
    return _packed(costs, each)


def _packed(costs: list[int], room: int) -> int:
    count, left = 1, room
    for cost in costs:
        if cost > left:
            count, left = count + 1, room
        left -= cost
    return count
