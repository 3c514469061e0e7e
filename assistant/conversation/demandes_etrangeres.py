"""What may be heard in a language we do not write: a person is asked for, or one's own rendez-vous.

Tables in langues_demandes.yml.
"""

import re
from pathlib import Path
from typing import NamedTuple

import yaml

from assistant.offres.mots import plier

ASSEZ_BREF = 8  # words: a longer message asks for more than a person
_HUMAIN_D_ABORD = re.compile(
    r"\W*(?:HUMAIN\b|[Hh]umain\s*(?:[.:;,!\n-]|$))"
)  # the word we ask for, as we write it


class _Demandes(NamedTuple):
    personne: frozenset[str]
    demander: frozenset[str]
    rendez_vous: frozenset[str]
    ou: frozenset[str]


def _table() -> dict[str, _Demandes]:
    lignes = Path(__file__).with_name("langues_demandes.yml").read_text(encoding="utf-8")
    return {
        code: _Demandes(*(frozenset(plier(listes[champ]).split()) for champ in _Demandes._fields))
        for code, listes in yaml.safe_load(lignes).items()
    }


_DEMANDES = _table()


def commence_par_humain(texte: str) -> bool:
    """« HUMAIN. pergunta: meu filho pode vir ? »; not « un humain qui montre calmement ? »."""
    return _HUMAIN_D_ABORD.match(texte) is not None


def demande_une_personne(texte: str) -> str | None:
    """The language of « людина будь ласка », « a human please »; None when more is said."""
    mots = set(plier(texte).split())
    if not mots or len(mots) > ASSEZ_BREF:
        return None
    return next((code for code, d in _DEMANDES.items() if _n_est_que(mots, d)), None)


def _n_est_que(mots: set[str], demandes: _Demandes) -> bool:
    return bool(mots & demandes.personne) and mots <= demandes.personne | demandes.demander


def rendez_vous_demande(texte: str, langue: str) -> str | None:
    """« randevum ne zaman » → « consulter_rdv », « oficina, onde ? » → « lieu_rdv »."""
    demandes = _DEMANDES.get(langue)
    mots = set(plier(texte).split())
    if demandes is None or not mots & demandes.rendez_vous:
        return None
    return "lieu_rdv" if mots & demandes.ou else "consulter_rdv"
