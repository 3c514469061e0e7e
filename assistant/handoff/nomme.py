"""Whom the words name: a person calls their référent by name, however they spell it."""

import re
from datetime import date

from assistant.conversation.garde.ecriture import lettres, sons
from assistant.offres.mots import plier
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.referents import interlocuteur

ROLE = "ma referente"
_MOT = re.compile(r"[^\W\d_]+")
_TITRE = re.compile(rf"\b(?:(?:mme|madame|mr|monsieur|{ROLE})\s+)*{ROLE}\b", re.I)

COURT = 3  # letters: « je », « un », « que » say nothing of their own
_DEMANDE = re.compile(
    r"(?:parl|rap+el|ap+el|jo[iu]nd|contact|refer|consei|quelqu|kelk|qqun|humain|vrai|person|voud|veux|veut"
    r"|jveu|pouv|peut|peux|faut|besoin|demand|urgen|vite|touj|encor|merci|bonj|bons|dite|dire|plait|possib"
    r"|avec|pour|votre|mon|robot|alors|quand|tout|suite|messag|repon|tel)"
)


def en_dit_plus(texte: str, qui: Allocataire | None, jour: date) -> bool:
    """« rappelle moi pour le contrat » has something to tell, « rappelez-moi svp » only asks."""
    mots = plier(avec_son_referent(texte, qui, jour)).split()
    return any(len(mot) > COURT and not _DEMANDE.match(mot) for mot in mots)


def avec_son_referent(texte: str, qui: Allocataire | None, jour: date) -> str:
    """« dite a girar » → « dite a ma referente »: the référent's name, or the stand-in's, by its sound."""
    if qui is None:
        return texte
    present = interlocuteur(qui.referent, jour)
    noms = {_son(nom) for r in (present.referent, qui.referent) for nom in r.nom_complet.split()}
    return _TITRE.sub(ROLE, _MOT.sub(lambda mot: ROLE if _son(mot[0]) in noms else mot[0], texte))


def _son(mot: str) -> str:
    return sons(f" {lettres(mot)} ").strip()
