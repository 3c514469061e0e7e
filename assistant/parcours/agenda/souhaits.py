"""What a person would rather have: when, and whether by telephone."""

import re
from dataclasses import dataclass
from datetime import datetime

from assistant.clock import PARIS
from assistant.offres.mots import plier
from assistant.parcours.dates_parlees import Heures, Jours, Moment, moment_parle
from assistant.parcours.rendez_vous import Creneau, Mode

_TELEPHONE = re.compile(
    r"\b(?:par|pr|au|en) (?:tel\w{0,7}|tph|phone|fone|fon|appel)\b|\btelephonique\b|\ba distance\b"
    r"|\b(?:pas?|sans|evite\w*)(?: \w+)? (?:me|se|m) deplacer\b"
)
_SUR_PLACE = re.compile(
    r"\b(?:pas?|plus?) (?:par|au) tel\w*|\bsur place\b|\ben (?:vrai|face|personne|presentiel|physique)\b"
    r"|\bde vive voix\b|\b(?:me|m) deplacer\b"
)
_AUTRE_HEURE = re.compile(
    r"\bplus (?P<sens>tard|tot)(?: \w+){0,2} (?:journee|jour)\b|\bautre heure\b"
    r"|\b(?:chang|decal)\w* (?:just\w* |que )?(?:d |l |de l )?heure\b"
)


@dataclass(frozen=True)
class Souhait:
    moment: Moment = Moment()
    par_telephone: bool | None = None

    def complete_par(self, avant: "Souhait | None") -> "Souhait":
        """« par tel » after « jeudi » is Thursday by telephone: what this leaves open, `avant` had said."""
        if avant is None:
            return self
        mode = avant.par_telephone if self.par_telephone is None else self.par_telephone
        return Souhait(self.moment.complete_par(avant.moment), mode)

    def admet(self, creneau: Creneau) -> bool:
        return self.admet_le_mode(creneau) and self.moment.contient(creneau.debut)

    def admet_le_mode(self, creneau: Creneau) -> bool:
        return self.par_telephone is None or self.par_telephone is (creneau.mode is Mode.TELEPHONE)


def souhait_dit(texte: str, maintenant: datetime) -> Souhait | None:
    """None when a message wishes for nothing of the kind."""
    moment, par_telephone = moment_parle(texte, maintenant), telephone_voulu(texte)
    if moment is None and par_telephone is None:
        return None
    return Souhait(moment or Moment(), par_telephone)


def telephone_voulu(texte: str) -> bool | None:
    """« par tel » is True, « pas par tel, en vrai » False; None when nothing is said of it."""
    mots = plier(texte)
    if _SUR_PLACE.search(mots) and not re.search(
        r"\b(?:pas?|sans|evite\w*)(?: \w+)? (?:me|m) deplacer", mots
    ):
        return False
    return True if _TELEPHONE.search(mots) else None


def souhait_a_la_place(texte: str, debut: datetime, maintenant: datetime) -> Souhait | None:
    """As `souhait_dit`, of one who leaves a rendez-vous: « juste changer l'heure » is the same day."""
    dit, autre_heure = souhait_dit(texte, maintenant), _autre_heure(texte, debut.astimezone(PARIS))
    return dit.complete_par(autre_heure) if dit else autre_heure


def _autre_heure(texte: str, debut: datetime) -> Souhait | None:
    if (trouve := _AUTRE_HEURE.search(plier(texte))) is None:
        return None
    sens = {"tard": (Heures(de=debut.time()),), "tot": (Heures(a=debut.time()),)}
    ce_jour = Jours(debut.date(), debut.date())
    return Souhait(Moment(jours=(ce_jour,), heures=sens.get(trouve["sens"], ())))
