"""« Je serai au tribunal », « mon audience tombe lundi 14h30 »: elsewhere at the time of a rendez-vous."""

import re
from collections.abc import Sequence
from datetime import datetime

from assistant.conversation.propos import dit
from assistant.offres.mots import plier
from assistant.parcours.agenda.intentions import dit_venir
from assistant.parcours.agenda.lequel import de_ce_jour, nomme
from assistant.parcours.dates_parlees import moment_cite
from assistant.parcours.rendez_vous import Participation, RendezVous

AILLEURS = "rdv_ailleurs"
_DU_RENDEZ_VOUS = re.compile(
    r"\b(?:rdv|rendez vous|(?:ce|le meme) jour|cette? (?:heure|date)|(?:a )?la meme heure)\b"
)
_LA = re.compile(
    r"\b(?:serai[st]?|suis|vais etre) (?:bien |la )?"
    r"(?:a (?:l (?:heure|accueil|adresse|ecoute)|la (?:maison|mds)|votre|vos|\d)"
    r"|au (?:rdv|rendez vous|tel\w*|lieu)|en (?:retard|avance|bas|face|ligne|visio)|chez (?:moi|vous))\b"
)
_DU_LIEU = 4  # letters: a shorter word of a place's name (« MDS La ») names nothing


def dit_etre_ailleurs(texte: str) -> bool:
    """Whoever says so has not said that they come."""
    return dit(AILLEURS, texte) and not dit_venir(texte) and not _LA.search(plier(texte))


def manque_a(texte: str, a_venir: Sequence[Participation], maintenant: datetime) -> Participation | None:
    """The rendez-vous they cannot come to; None when their words are of another day, or of no rendez-vous."""
    if not a_venir or not dit_etre_ailleurs(texte):
        return None
    ces_jours = de_ce_jour(texte, [p.rendez_vous.debut for p in a_venir], maintenant)
    if ces_jours is None:
        seul = len(a_venir) == 1 and _DU_RENDEZ_VOUS.search(plier(texte)) is not None
        ces_jours = [0] if seul else []
    manques = [a_venir[rang] for rang in ces_jours]
    manques = [
        p for p in manques if not _c_est_la(texte, p.rendez_vous) and _en_meme_temps(texte, p, maintenant)
    ]
    return manques[0] if len(manques) == 1 else None


def _en_meme_temps(texte: str, participation: Participation, maintenant: datetime) -> bool:
    """Not « lundi matin je suis à l'hôpital », for 14:30."""
    cite = moment_cite(texte, maintenant)
    return cite is None or nomme(cite, participation.rendez_vous.debut)


def _c_est_la(texte: str, rendez_vous: RendezVous) -> bool:
    """« je serai à La Teste », where they are expected."""
    ici = plier(f"{rendez_vous.structure.nom} {rendez_vous.structure.commune}").split()
    return any(mot in plier(texte).split() for mot in ici if len(mot) >= _DU_LIEU)
