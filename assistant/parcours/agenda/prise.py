"""A free slot taken by the first words of a message, whatever follows; and one taken back at once."""

import re
from collections.abc import Sequence
from datetime import datetime

from assistant.clock import PARIS
from assistant.conversation.accord import accepte, depend_du_reste, dit_d_abord
from assistant.conversation.en_tete import EnTete, choisit_enfin, choix_puis_reste, retire
from assistant.conversation.reponses_courtes import dit_oui
from assistant.offres.mots import plier
from assistant.parcours.agenda.ailleurs import dit_etre_ailleurs
from assistant.parcours.agenda.choix import Lu, dit_que_cela_va, lire_choix, prend_d_abord
from assistant.parcours.agenda.intentions import veut_annuler
from assistant.parcours.agenda.souhaits import souhait_dit
from assistant.parcours.dates_parlees import moment_cite
from assistant.parcours.rendez_vous import Creneau

# « le 2 mais c'est trop tôt », « 1 mais je peux pas »
_REFUSE = re.compile(
    r"\b(?:j?pe(?:ux?|ut)? (?:pas|plus)|trop (?:tot|tard|loin)|(?:va|ira|convien\w*|marche|possible) pas"
    r"|pas possible|dors?|bosse|travaille)\b"
)
_S_EN_ASSURE = re.compile(r"^(?:mais )?(?:c est|cest|c|ces) (?:bien|sur)\b")  # « le 3 c'est bien le matin ? »
_PLUTOT = re.compile(r"\b(?:plutot|mieux|sinon|possible)\b")
# « mais 11h c parce que c'est plus le même horaire ? » asks of the hour they had, and wishes for none
_S_ETONNE = re.compile(
    r"\b(?:parce qu\w*|pck|pcq|pourquoi|pk|meme (?:horaire|heure|jour)|(?:c est|c|cest|est) (?:plus|pu))\b"
)
_OUI_ET = re.compile(r"([^.!?\n]+)[.!\n]+\s*(et\b.*\?.*)", re.I | re.DOTALL)  # « oui. et pour vendredi … ? »
_BOUTS = re.compile(r"[.!;,\n]+|\b(?:mais|et|par contre)\b", re.I)
_DEBUT = 4  # words of what follows that may still be about the slot


def prise_en_tete(texte: str, proposes: Sequence[Creneau], maintenant: datetime) -> EnTete | None:
    """« le 2. mais c'est qui ? », « jeudi alors. j'apporte quoi »: the slot that is taken, and the rest."""
    if (lu := choix_puis_reste(texte, len(proposes))) is not None:
        douteux = _est_aussi_un_jour(lu.rang, proposes) or _tient_au_reste(lu, proposes, maintenant)
        return None if douteux else lu
    if (rang := choisit_enfin(texte, len(proposes))) is not None:
        return EnTete(rang, "")
    if (dite := _accepte_au_passage(texte, proposes, maintenant)) is not None:
        return dite
    if len(proposes) == 1 and (question := _OUI_ET.match(texte.strip())) and accepte(question[1]):
        return None if _PLUTOT.search(plier(question[2])) else EnTete(0, question[2])
    dit = dit_d_abord(texte)
    if not dit or not prend_d_abord(texte, proposes, maintenant):
        return None
    pris = lire_choix(dit, proposes, maintenant)
    reste = texte.strip()[len(dit) :].lstrip(" .!?\n")
    return EnTete(pris[1], reste) if pris and pris[0] is Lu.PRIS else None


def _accepte_au_passage(texte: str, proposes: Sequence[Creneau], maintenant: datetime) -> EnTete | None:
    """« non je travaille le matin. le 7 ça ira mais si mon contrat est fini… »"""
    souhait, pris = souhait_dit(texte, maintenant), dict[int, str]()
    for bout in _BOUTS.split(texte):
        lu = lire_choix(bout, proposes, maintenant)
        ferme = moment_cite(bout, maintenant) and dit_que_cela_va(bout) and "?" not in bout
        if lu and lu[0] is Lu.PRIS and ferme and not depend_du_reste(bout):
            pris[lu[1]] = texte.rpartition(bout)[2].lstrip(" .,!;")
    if len(pris) != 1 or souhait is None:
        return None
    rang, reste = pris.popitem()
    return EnTete(rang, reste) if reste and souhait.admet(proposes[rang]) else None


def choix_retire(texte: str, proposes: Sequence[Creneau], maintenant: datetime) -> str | None:
    """What is said once a choice was taken back: « le 1, enfin non attendez, le matin c'est le kiné »."""
    if (repris := retire(texte)) is None:
        return None
    avant, apres = repris
    lu = lire_choix(avant, proposes, maintenant)
    chose = (lu is not None and lu[0] is Lu.PRIS) or prise_en_tete(avant, proposes, maintenant) is not None
    return apres if chose or (len(proposes) == 1 and dit_oui(avant)) else None


def _est_aussi_un_jour(rang: int, proposes: Sequence[Creneau]) -> bool:
    """« le 2 mais… » when another of them is on the 2nd."""
    jours = [creneau.debut.astimezone(PARIS).day for creneau in proposes]
    return rang + 1 in jours and jours[rang] != rang + 1


def _tient_au_reste(lu: EnTete, proposes: Sequence[Creneau], maintenant: datetime) -> bool:
    """« 1 mais pas le matin », « le 2 si c'est par téléphone »: nothing is taken."""
    mots, debut = plier(lu.reste), plier(re.split(r"[.!?\n]", lu.reste)[0])
    if depend_du_reste(lu.reste) or veut_annuler(lu.reste) or _S_EN_ASSURE.match(mots):
        return True
    if (_REFUSE.search(debut) or dit_etre_ailleurs(debut)) and moment_cite(debut, maintenant) is None:
        return True
    souhait = None if "?" in lu.reste and _S_ETONNE.search(mots) else souhait_dit(lu.reste, maintenant)
    if souhait is None or souhait.admet(proposes[lu.rang]):
        return False
    exclut = souhait.moment.sauf_jours or souhait.moment.sauf_heures
    d_abord = " ".join(mots.split()[:_DEBUT])
    return bool(exclut or moment_cite(d_abord, maintenant) or _PLUTOT.search(mots))
