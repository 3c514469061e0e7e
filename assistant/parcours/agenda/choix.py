"""How an answer to a list of free slots is read: one of them taken, or another wish."""

import re
from collections.abc import Sequence
from datetime import datetime
from enum import Enum, auto

from assistant.conversation.accord import accepte, dit_d_abord
from assistant.conversation.rangs import AUTOUR_D_UN_CHOIX
from assistant.conversation.reponses_courtes import dit_non
from assistant.offres.mots import plier
from assistant.parcours.agenda.lequel import designes, ne_dit_qu_une_partie_du_jour
from assistant.parcours.agenda.souhaits import Souhait, souhait_dit, telephone_voulu
from assistant.parcours.dates_parlees.mots_du_calendrier import est_du_calendrier, mentionne_le_calendrier
from assistant.parcours.rendez_vous import Creneau

_PEU_IMPORTE = re.compile(r"\b(?:n importe|peu importe|comme vous voulez|le plus (?:tot|vite|proche))\b")
_PLUS_TARD = re.compile(r"\b(?:plus tard|plus loin|trop tot|apres ca)\b")
_PLUS_TOT = re.compile(r"\b(?:plus tot|plus vite|plus proche|trop tard|trop loin|avant)\b")
_AUTRES = re.compile(
    r"\b(?:autres?|aucune?|rien|d autres|va pas|convien\w* pas|pas possible|peux? (?:a )?aucun)\b"
)
_AUCUN = re.compile(
    r"\b(?:pas|plus) (?:(?:d |de |un |une |besoin d |besoin de )+)?(?:autres? )?"
    r"(?:jour|rdv|rendez vous|date|creneau)(?! (?:la|ci|par|le|a|de))\b"
)
_CELUI = re.compile(r"\b(?:celui|celle|seule?)\b")
_ACCEPTE = re.compile(
    r"\b(?:ok|okay|oui|ouais|d ?accord|dac|je? ?prend\w*"
    r"|(?:ca|sa) (?:me )?(?:va|ira|marche|convient)(?! pas?\b)"
    r"|c(?: est)? (?:bon|parfait|nickel)|nickel|va pour|tant pis)\b"
)
# « vendredi j'ai dentiste », « mercredi c'est où ? »: a day is named, not chosen.
_PRIS_AILLEURS = re.compile(r"\b(?:j ?ai|g|je? ?(?:bosse|travaille|dois)|faut que)\b(?! (?:dit|di|choisi))")
_QUESTION = re.compile(
    r"\b(?:(?:c|est|cest) ou|ou (?:c|est|se)|quand|quelle? heure|adresse|endroit|quoi|koi)\b"
)
_LIEU = re.compile(r"\b(?:(?:c|cest|c est|est ce) (?:ou|a|au)|(?:par|au) tel\w*|quelle? (?:adresse|ville))\b")
_LE_TANT = re.compile(r"(?:(?:ok|oui|bon|alors|va pour) )*(?:le|la|l) ?(\d) (?:mais|c est bien|c bien|ok)\b")
_HESITE = re.compile(r"\b(?:plutot|possible|mieux|avez|auriez|y a|mais)\b")  # « ok mais l'après-midi »
MOTS_EN_PLUS = 2
PEU_DE_MOTS = 7


class Lu(Enum):
    PRIS = auto()
    A_CONFIRMER = auto()  # one is named, and asked about: it is said again, alone
    AUTRE_MOMENT = auto()
    PLUS_TARD = auto()
    PLUS_TOT = auto()
    AUTRES = auto()


def lire_choix(texte: str, proposes: Sequence[Creneau], maintenant: datetime) -> tuple[Lu, int] | None:
    """What an answer to the list means; the place counts only when something is taken."""
    mots, souhait = plier(texte), souhait_dit(texte, maintenant)
    if souhait is None and _PEU_IMPORTE.search(mots):
        return Lu.PRIS, 0
    if (rang := _rang_a_confirmer(texte, proposes)) is not None:
        return Lu.A_CONFIRMER, rang
    vises = _vises(texte, proposes, souhait, maintenant)
    if souhait and _ecarte(texte, souhait):
        vises = _admis(proposes, souhait) if _accepte(mots) else []
    if len(vises) == 1 and (_ne_dit_que_cela(mots) or _choisit_d_abord(texte, proposes, maintenant)):
        return Lu.PRIS, vises[0]
    if souhait:
        return Lu.AUTRE_MOMENT, 0
    for patron, lu in ((_PLUS_TARD, Lu.PLUS_TARD), (_PLUS_TOT, Lu.PLUS_TOT), (_AUTRES, Lu.AUTRES)):
        if patron.search(mots):
            return lu, 0
    seul = len(proposes) == 1 and (accepte(texte) or prend_d_abord(texte, proposes, maintenant))
    return (Lu.PRIS, 0) if seul else None


def parle_du_lieu(texte: str) -> bool:
    return _LIEU.search(plier(texte)) is not None


def prend_d_abord(texte: str, proposes: Sequence[Creneau], maintenant: datetime) -> bool:
    """« oui très bien. Ma femme peut m'accompagner ? »: taken, and something asked besides."""
    dit = dit_d_abord(texte)
    if len(proposes) == 1 and accepte(dit):
        return souhait_dit(texte, maintenant) is None
    return _choisit_d_abord(texte, proposes, maintenant)


def _choisit_d_abord(texte: str, proposes: Sequence[Creneau], maintenant: datetime) -> bool:
    dit = dit_d_abord(texte)
    debuts = [creneau.debut for creneau in proposes]
    return bool(dit) and len(designes(texte, debuts, maintenant)) == 1 and _ne_dit_que_cela(plier(dit))


def dit_que_cela_va(texte: str) -> bool:
    return _accepte(plier(texte))


def n_en_veut_aucun(texte: str) -> bool:
    """« non pas un autre jour, je suis au portugal jusqu'en janvier »: a no, and no other day wished."""
    return dit_non(texte) and _AUCUN.search(plier(texte)) is not None


def parle_d_une_place(texte: str, lu: Lu) -> bool:
    """Whether a message is about the list whatever the engine makes of it: « mercredi 9h30 ça fait chier
    mais ok » takes, « l'après-midi, le matin je dors » and « c'est possible par tel ? » wish.
    """
    mots = plier(texte).split()
    if lu is Lu.A_CONFIRMER:
        return True
    if lu is Lu.PRIS:
        return mentionne_le_calendrier(texte)
    if telephone_voulu(texte) is not None:
        return len(mots) <= PEU_DE_MOTS
    dates = [mot for mot in mots if est_du_calendrier(mot)]
    surtout_des_dates = len(dates) > len(_autres_mots(mots)) or _accepte(" ".join(mots))
    return bool(dates) and surtout_des_dates and not _QUESTION.search(" ".join(mots))


def _rang_a_confirmer(texte: str, proposes: Sequence[Creneau]) -> int | None:
    """« le 3 mais c'est bien le matin ? »: the third line, not the 3rd of a month."""
    trouve = _LE_TANT.match(plier(texte))
    if trouve is None or mentionne_le_calendrier(texte):
        return None
    rang = int(trouve[1]) - 1
    return rang if 0 <= rang < len(proposes) else None


def _ecarte(texte: str, souhait: Souhait) -> bool:
    """« non jeudi », « jeudi je peux pas »: the words are not a choice among what is shown."""
    moment = souhait.moment
    return mentionne_le_calendrier(texte) and bool(
        dit_non(texte) or moment.sauf_jours or moment.sauf_heures or souhait.moment.dans
    )


def _admis(proposes: Sequence[Creneau], souhait: Souhait) -> list[int]:
    """« nan le matin jdors, jeudi aprem c bon »: those that are both wished and not ruled out."""
    voulu = souhait.moment.jours or souhait.moment.heures
    return [rang for rang, creneau in enumerate(proposes) if voulu and souhait.admet(creneau)]


def _vises(
    texte: str, proposes: Sequence[Creneau], souhait: Souhait | None, maintenant: datetime
) -> list[int]:
    mots = plier(texte)
    celui, ferme = _CELUI.search(mots) is not None, _accepte(mots) and not _HESITE.search(mots)
    if ne_dit_qu_une_partie_du_jour(texte, maintenant) and not (celui or ferme):
        return []
    vises = designes(texte, [creneau.debut for creneau in proposes], maintenant)
    if souhait is None or souhait.par_telephone is None:
        return vises
    if celui and not vises:
        vises = list(range(len(proposes)))
    return [rang for rang in vises if souhait.admet_le_mode(proposes[rang])]


def _ne_dit_que_cela(mots: str) -> bool:
    """« vendredi c'est bon » takes Friday; « vendredi j'ai un entretien d'embauche » must not."""
    if _PRIS_AILLEURS.search(mots) or _QUESTION.search(mots):
        return False
    return len(_autres_mots(mots.split())) <= MOTS_EN_PLUS or _accepte(mots)


def _accepte(mots: str) -> bool:
    return _ACCEPTE.search(mots) is not None and _PRIS_AILLEURS.search(mots) is None


def _autres_mots(mots: Sequence[str]) -> list[str]:
    return [mot for mot in mots if mot not in AUTOUR_D_UN_CHOIX and not est_du_calendrier(mot)]
