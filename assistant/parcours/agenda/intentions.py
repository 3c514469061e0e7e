"""Keep it, move it, take it back: what a person wants of a rendez-vous, whatever the engine heard."""

import re
from datetime import datetime

from assistant.clock import PARIS
from assistant.conversation.reponses_courtes import dit_oui
from assistant.offres.mots import plier
from assistant.parcours.agenda.lequel import nomme
from assistant.parcours.dates_parlees import Moment, moment_cite, moment_parle
from assistant.parcours.dates_parlees.propositions import propositions

_ENFANTS = r"(?:mes|les|des|nos|un|une|l|la petite|le petit|le bebe|mon (?:fils|petit)|ma (?:fille|petite))"
_GARDER = re.compile(
    rf"\bj?(?:garde[rsz]?|conserve[rsz]?)\b(?! {_ENFANTS}\b)"
    r"|\b(?:bouge|change|touche|decale|deplace|modifie)[rsz]? (?:(?:a|plus?|pas?) )?rien\b"
    r"|\b(?:laisse[rsz]?|reste[rsz]?|on fait) comme (?:ca|sa|c|prevu|avant)\b"
)
# « ma mère peut pas la garder »: the child, or a rendez-vous that is not kept.
_PAS_GARDER = re.compile(
    r"\b(?:peu[xt]?|veu[xt]?|pourra|va|sais?|sait) (?:pas|plus|pa|pu)\b(?: (?:la|le|les|me|l|pouvoir))* gard"
)
# « garde la place », but « je garde la place de jeudi » names one.
_GARDER_LA_PLACE = re.compile(
    r"\bgarde[rsz]? (?:(?:moi|bien|quand meme) )?"
    r"(?:la|ma|cette|le|mon|ce) (?:place|rdv|rendez vous|creneau)\b(?! (?:de|du|d|a|le|\d))"
)
_GARDER_TOUT = re.compile(r"\b(?:j|je )?gard(?:e|er|ez) (?:bien )?(?:tout|tt|tous|toutes|les deux|les 2)\b")
_LAISSER = re.compile(r"\b(?:laiss\w*|remet\w*|remis\w*|rest\w*|maint\w*|gard\w*)\b")
_CHANGER = re.compile(r"\b(?:chang|decal|deplac|report|repouss|bouge|an+ul)\w*")
_D_AVANT = re.compile(
    r"\b(?:celui|celle|rdv|rendez vous|heure|date|jour|creneau|horaire) (?:d |de )?avant\b"
    r"|\bl ancien(?:ne)?\b|\bcom+e? (?:avant|c etait|cetait|c t|ct)\b"
)
_REVENIR = re.compile(
    r"\b(?:gard\w*|remet\w*|repren\w*|laiss\w*|j?prefer\w*|rest\w*|j?veu[xt]?|voudrais?|redonn\w*|reven\w*"
    r"|plutot|mieux|rend(?:s|ez) (?:moi|nous|le|la|mon))\b"
)
# « rendez-moi le 14h30 », « remettez comme avant »; « rendez-vous » is no verb
_RENDRE = re.compile(
    r"\b(?:remet\w*|redonn\w*|rend(?:s|ez) (?:moi|nous|le|la|mon)|com+e? (?:avant|c etait|cetait|c t|ct))\b"
)
_PAS_REVENIR = re.compile(
    r"\b(?:an+ul\w*|tomb\w*|nouveau|nouvelle|quand|ou|quoi|koi|quelle?|(?:veu[xt]?|gard\w*) plus)\b"
)
_VENIR = re.compile(
    r"\b(?:je?|j|jy|j y) ?(?:vien[st]?|viendrai|se?rai la|y serai|y vai[st]?)\b(?! (?:d[e ]|pas?\b|plus?\b))"
)
_CONFIRMER = re.compile(r"\bj?e?confirme\b")
_DECALER = re.compile(
    r"\b(?:de[ck]al\w*|repouss\w*|report(?:e|er|ez)|(?<!me )(?<!m )deplac(?:e|er|ez)|avancer|reculer"
    r"|(?:le|mon \w+) bouger|bouger (?:le|mon)|chang\w* (?:just\w* |que )?(?:(?:de|d|l|la|le) )?"
    r"(?:jour|heure|date|horaires?|creneau)|autres? (?:jour|heure|date|moment|creneau)"
    r"|(?<!verra )(?<!rappelle )(?<!rappellerai )plus (?:tard|tot))\b"
)
_PAS_DECALER = re.compile(
    r"\b(?:pas?|plus) (?:(?:le|la|l|du tout) )?(?:de[ck]al|repouss|report|deplac|chang)"
)
_ANNULER = re.compile(r"\ban+ul\w*")
_PAS_ANNULER = re.compile(
    r"\b(?:pas?|plus?|sans|lieu d) ?(?:(?:le|l|du tout) )?an+ul\w*"
    r"|\b(?:n|ne) ?(?:(?:l|le|la|les|m|mon|en) )?an+ul\w*|\bjamais (?:dit )?(?:d |de )?(?:l )?an+ul\w*"
    r"|\bl?an+ul\w* (?:surtout )?(?:pas|pa|rien)\b"
)
_NUANCE = re.compile(r"\b(?:mais|plutot|juste?)\b")


def veut_garder(texte: str, le_sien: datetime | None, maintenant: datetime) -> bool:
    """« finalement je garde », « jconfirme demain 10h » when `le_sien` is tomorrow at 10:00."""
    mots, cite = plier(texte), moment_cite(texte, maintenant)
    if (_GARDER_LA_PLACE.search(mots) or _GARDER_TOUT.search(mots)) and not _annule(mots):
        return True
    if cite is None:
        dit = not any(mot.isdigit() for mot in mots.split())  # « je garde la 2 » is a choice
    else:
        dit = le_sien is not None and nomme(cite, le_sien)
    if not dit or _annule(mots) or _PAS_GARDER.search(mots):
        return False
    vient = _VENIR.search(mots) or (cite and _CONFIRMER.search(mots))
    return _GARDER.search(mots) is not None or (vient is not None and not _DECALER.search(mots))


def dit_garder(texte: str) -> bool:
    """« je garde vendredi »; « je viens vendredi » says less."""
    mots = plier(texte)
    return _GARDER.search(mots) is not None and _PAS_GARDER.search(mots) is None


def dit_venir(texte: str) -> bool:
    """« mais je viens », « j'y serai »."""
    return _VENIR.search(plier(texte)) is not None


def veut_annuler(texte: str) -> bool:
    """« l'atelier j'annule »; « ne l'annulez pas » does not."""
    return _annule(plier(texte))


def redit_le_sien(texte: str, le_sien: datetime, maintenant: datetime) -> bool:
    """« jeudi 10h c'est bon » when `le_sien` starts then; « remet moi à 10h », without the day."""
    mots, voulu = plier(texte), moment_parle(texte, maintenant)
    if voulu is None or voulu.sauf_jours or voulu.sauf_heures or _CHANGER.search(mots):
        return False
    meme_heure = any(heures.commence_a(le_sien.astimezone(PARIS).time()) for heures in voulu.heures)
    return meme_heure and nomme(voulu, le_sien) and (bool(voulu.jours) or laisse(texte))


def laisse(texte: str) -> bool:
    """« laisse », « remets moi », « ça reste »."""
    return _LAISSER.search(plier(texte)) is not None


def veut_l_ancien(texte: str) -> bool:
    """« finalement non gardez celui d'avant », after a move; « je veux plus l'ancien » is not that."""
    pieces = [piece.mots for piece in propositions(texte) if not piece.refus]
    voulu = any(_D_AVANT.search(mots) and _REVENIR.search(mots) for mots in pieces)
    return voulu and not _PAS_REVENIR.search(plier(texte))


def redemande(texte: str, maintenant: datetime) -> Moment | None:
    """The moment asked back, whatever is said before: « 9h30 non. rendez-moi le 14h30 »."""
    mots = [piece.mots for piece in propositions(texte)]
    rang = next((rang for rang, piece in enumerate(mots) if _RENDRE.search(piece)), None)
    if rang is None:
        return None
    seul, suite = (
        moment_cite(". ".join(bouts), maintenant) for bouts in (mots[rang : rang + 1], mots[rang:])
    )
    return seul or suite


def veut_decaler(texte: str) -> bool:
    """« non mais pas annuler, juste le décaler »; a yes to cancelling is no such wish."""
    mots = plier(texte)
    if not _DECALER.search(mots) or _PAS_DECALER.search(mots):
        return False
    accepte = dit_oui(texte) and not _NUANCE.search(mots)
    return not accepte and not _annule(mots)


def refuse_d_annuler(texte: str) -> bool:
    mots = plier(texte)
    return _PAS_ANNULER.search(mots) is not None and not _annule(mots)


def _annule(mots: str) -> bool:
    return _ANNULER.search(_PAS_ANNULER.sub(" ", mots)) is not None
