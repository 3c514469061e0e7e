"""What a notice says in its own sentences of what no field holds: hours of work, pay, a licence, a level."""

import re
from collections.abc import Iterator
from textwrap import shorten

from assistant.offres.mots import plier
from assistant.offres.tables import Offre

LARGEUR = 88  # characters of the sentence quoted: with the name and a number it holds in a segment
_PHRASE = re.compile(r"[^.!?]+[.!?]*")
_EXIGENCES = (
    "entretien permis diplome diplomes niveau experience voiture vehicule scooter ordinateur ordi casier cv"
    " mutuelle"
    " carte certificat vaccin tenue chaussures repas bac"
)
_NOM = rf"(?P<nom>{_EXIGENCES.replace(' ', '|')})"
_EXIGE = re.compile(
    rf"\b(?:faut|fo|fau|faudra|besoin|oblige\w*|obligatoire|deman\w*|exig\w*|avoir|sans)\b.*?\b{_NOM}\b"
    rf"|\b{_NOM.replace('nom', 'sujet')}\b.*?\b(?:obligatoire|obliger?|necessaire|exige)\b"
)
_NOMBRE = r"(?:\d+|une?|deux|trois|quatre|cinq|six|huit|dix|douze|quelques|plusieurs)"
_DEMANDES = (  # what is asked, and what a sentence that answers it holds
    (
        r"\b(?:combien d ?heures?|nombre d heures|temps (?:plein|partiel)"
        r"|heures? par (?:semaine|jour|mois))\b",
        rf"\b(?:{_NOMBRE} ?(?:h|heures?) par|temps (?:plein|partiel))\b",
    ),
    (
        r"\b(?:combien (?:de |d )?(?:temps|jours?|mois|semaines?)|dure|durent|duree|longtemps"
        r"|(?:c|cest|c est|trop|tres) long)\b",
        rf"\b{_NOMBRE} (?:heures?|jours?|semaines?|mois|ans?)\b",
    ),
    (
        r"^(?!.*\b(?:combien|cmb)\b).*\b(?:payee?s?|remunere\w*|salaire|gagne"
        r"|touche (?:quelque|qq|un |de l|des))",
        r"\b(?:payee?s?|remunere\w*|salaire|smic|contrat de travail)\b",
    ),
    (
        r"\b(?:combien (?:on |je |j )?(?:peu\w* )?(?:emprunt\w*|me pret\w*)|emprunter combien)\b",
        r"\b\d+ euros\b",
    ),
    (r"\b(?:interets?|taux)\b", r"\b(?:interets?|taux)\b"),
    (
        r"\b(?:(?:vien\w*|venir|aller|amen\w*|emmen\w*) (?:avec )?(?:(?:ma|mon|mes|le|la|un|une|des|les) )?"
        r"(?:bebes?|bb|enfants?|petite?s?|gosses?|fils|fille|gamine?s?))\b",
        r"\b(?:enfants?|bebes?)\b",
    ),
    (r"\b(?:quel age|age max\w*|age mini\w*|limite d age|\d+ mois)\b", r"\b\d+ (?:mois|ans)\b"),
)
_HORAIRE = re.compile(
    r"\b(?:\d+ ?(?:h|heures?)\b(?! par)|matins?|soirs?|soirees?|samedis?|dimanches?|lundis?|mardis?"
    r"|mercredis?|jeudis?|vendredis?|week ?end|nuits?)\b"
)


def phrase_qui_repond(offre: Offre, question: str) -> str | None:
    """The sentence of the notice that holds what is asked; None when it says nothing of it."""
    motif = _motif(plier(question))
    return _phrase(offre, motif) if motif else None


def interroge_la_fiche(question: str) -> bool:
    """Whether something is asked that only its sentences can hold."""
    return _motif(plier(question)) is not None


def horaires_en_phrase(offre: Offre) -> str | None:
    """« dès 5 heures le matin »: the part of a sentence that says when."""
    phrase = next((dite for dite in _phrases(offre) if _HORAIRE.search(plier(dite))), "")
    disent = [partie for partie in phrase.rstrip(".!?").split(", ") if _HORAIRE.search(plier(partie))]
    return ", ".join(disent) or None


def _motif(mots: str) -> re.Pattern[str] | None:
    if exige := _EXIGE.search(mots):
        return re.compile(rf"\b{(exige['nom'] or exige['sujet']).rstrip('s')}s?\b")
    return next((re.compile(dit) for demande, dit in _DEMANDES if re.search(demande, mots)), None)


def _phrase(offre: Offre, motif: re.Pattern[str]) -> str | None:
    phrase = next((dite for dite in _phrases(offre) if motif.search(plier(dite))), None)
    return shorten(_de_la(phrase, motif), LARGEUR, placeholder="...") if phrase else None


def _de_la(phrase: str, motif: re.Pattern[str]) -> str:
    """Without what comes before, when all of it would be too long."""
    avant, virgule, apres = phrase.partition(", ")
    trop_long = len(phrase) > LARGEUR and virgule and not motif.search(plier(avant))
    return _de_la(apres, motif) if trop_long else phrase.rstrip(".")


def _phrases(offre: Offre) -> Iterator[str]:
    for champ in (offre.conditions_acces, offre.publics_precisions, offre.description):
        yield from (phrase.strip() for phrase in _PHRASE.findall(champ or ""))
