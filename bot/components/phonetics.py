"""How written French sounds, whoever spelled it: "kestion" and "question" sound alike here. Pure.

One capital (or figure) for each sound: 1, 2, 3 are the nasal vowels of vin, vent, vont; C is "ch", W "ou",
U "u", X "eu"; a small e is the one that may not be heard. Close sounds are one: é, è and ai; y and the
ill of famille; gn and ni.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "e", "è": "é", "ê": "é", "ë": "é", "à": "a", "â": "a", "î": "i", "ï": "i"}
    | {"ô": "o", "ö": "o", "ù": "u", "û": "u", "ü": "u", "ç": "S", "-": " ", "’": "'"}
)
_END = r"(?![\w'])"
_NASAL = r"(?![aeiouyénmAEIOUXW123])"  # n and m before neither a vowel nor themselves

# In order, over the whole text. What has become a capital is heard, and changes no more.
_RULES = [
    # how words end
    (rf"\b(?:est|et){_END}", "é"),
    (rf"\b([cdlmst])es{_END}", r"\1é"),
    (rf"emment{_END}", "aM2"),
    (r"\bfemm", "fam"),
    (rf"[ae]mps?{_END}", "2"),
    (rf"ment{_END}", "m2"),
    (rf"(?:aient|aies?|ai[stdx]*|[ée]es){_END}", "é"),
    (rf"er(?<=\w\wer){_END}|e[tz]s?{_END}|ée{_END}", "é"),
    (rf"es(?<=\w\wes){_END}", "e"),
    (rf"n[cgb]s?{_END}", "n"),
    (rf"\B[stdxp]+{_END}", ""),
    # consonants
    (r"xi[eé]m", "ZIém"),
    (r"ph", "F"),
    (r"s?[cs]h(?![rln])", "C"),
    (r"h", ""),
    (r"xc|cc(?=[eiyé])", "KS"),
    (r"(?<![a-z])c'|sc(?=[eiyé])|c(?=[eiyé])", "S"),
    (r"gn", "NI"),
    (r"ge(?=[aou])|j", "J"),
    (r"gu(?=[eiyé])", "G"),
    (r"g(?=[eiyé])", "J"),
    (r"x", "KS"),
    (r"c?qu|c?q|ck|c|k", "K"),
    (r"(?<!s)t(?=i(?:ons?\b|onn|el|eux|enc|en[ct]e|a[lu]))", "S"),
    (r"(?<=[aeiouyé])s(?=[aeiouyé])|z", "Z"),
    # the i of travail, famille, payer
    (r"ueil", "euil"),
    (r"\b([vm]|tranK)ill", r"\1iL"),
    (r"(?<=[aeou])il(?:l|\b)|(?<![aeou])ill(?=[aeouié])", "I"),
    (rf"ay(?=e{_END})", "AI"),
    (r"[ae]y(?=[aeiouéI])|ay\b", "EI"),
    (r"oy(?=[aeiouéI])", "WAI"),
    # vowels before n and m
    (r"ien\b", "I1"),
    (rf"oin{_NASAL}", "W1"),
    (rf"(?:(?:[aei]i|[iyué])n|(?:[aei]i|u)m|[iyé]m(?=[pb])){_NASAL}", "1"),
    (rf"[ea]o?(?:n|m(?=[pb])){_NASAL}", "2"),
    (r"\bem(?=m)", "2"),
    (rf"o(?:n|m(?=[pb]|\b)){_NASAL}", "3"),
    # the other vowels
    (r"e?au", "O"),
    (r"o?eu", "X"),
    (r"o[uw]|w", "W"),
    (r"oi", "WA"),
    (r"[ae]i|é", "E"),
    (rf"\Be{_END}", ""),
    (r"e(?=I|([bdfglmnprtvs])\1|[LRSP][^\WaeiouyéLRAEIOUXWe]|[rlmnpst][^\WaeiouyérlAEIOUXW]|KS)", "E"),
    (r"e(?=[^\W\daeiouyéAEIOUXW](?![\w']))", "E"),
]
CLOSE = str.maketrans("eXZ", "EES")  # é for e, s for z
_SOUNDS = [(re.compile(pattern), sound) for pattern, sound in _RULES]
_REST = str.maketrans("abdfgijlmnoprstuvy", "ABDFGIJLMNOPRSTUVI", "'")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f]+")
_TWICE = re.compile(r"(\w)\1+")


def folded(text: str) -> str:
    """Lower case without accents, ligatures opened: the form under which spellings are compared."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae")
    return _MARKS.sub("", unicodedata.normalize("NFD", text))


def sounds(text: str) -> str:
    """What is heard of each word, with the spaces and line ends that were between the words."""
    text = unicodedata.normalize("NFC", text.lower()).translate(_LETTERS)
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    return _TWICE.sub(r"\1", text.translate(_REST))


def breath(text: str) -> str:
    """The whole text in one breath, close sounds taken for one: people cut and glue words at will."""
    return "".join(sounds(text).split()).translate(CLOSE)
