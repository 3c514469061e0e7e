"""What a person would rather have: when, and whether by telephone."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.clock import PARIS
from assistant.offres.mots import plier
from assistant.parcours.dates_parlees import Heures, Jours, Moment, moment_parle
from assistant.parcours.dates_parlees.propositions import propositions
from assistant.parcours.rendez_vous import Creneau, Mode

_TELEPHONE = re.compile(
    r"\b(?:par|pr|au|en) (?:tel\w{0,7}|tph|phone|fone|fon|appel)\b|\btelephonique\b|\ba distance\b"
    r"|\b(?:pas?|sans|evite\w*)(?: \w+)? (?:me|se|m) deplacer\b"
)
_SUR_PLACE = re.compile(
    r"\b(?:pas?|plus?) (?:par|au) tel\w*|\bsur place\b|\ben (?:vrai|face|personne|presentiel|physique)\b"
    r"|\bde vive voix\b|\b(?:me|m) deplacer\b"
)
_OU_BIEN = re.compile(
    r"\b(?:c|cest|est|sera|se) .*\bou (?:bien )?(?:par|pr|au|sur) (?:tel|place)\w*"
)  # asked
_UN_PEU = re.compile(
    r"\b(?:un|1|tout petit|juste un|petit) (?:petit )?peu (?:\w+ )?plus (?P<sens>tard|tot)\b"
)
_AUTRE_HEURE = re.compile(
    r"\bplus (?P<sens>tard|tot)(?: \w+){0,2} (?:journee|jour)\b|\bautre heure\b"
    r"|\b(?:chang|decal)\w* (?:just\w* |que )?(?:d |l |de l )?heure\b"
)


@dataclass(frozen=True)
class Souhait:
    moment: Moment = Moment()
    par_telephone: bool | None = None
    commune: str | None = None  # to go there, and nowhere else

    def complete_par(self, avant: "Souhait | None") -> "Souhait":
        """« par tel » after « jeudi » is Thursday by telephone: what this leaves open, `avant` had said."""
        if avant is None:
            return self
        mode = avant.par_telephone if self.par_telephone is None else self.par_telephone
        return Souhait(self.moment.complete_par(avant.moment), mode, self.commune or avant.commune)

    def admet(self, creneau: Creneau) -> bool:
        return (
            self.admet_le_mode(creneau)
            and self._admet_le_lieu(creneau)
            and self.moment.contient(creneau.debut)
        )

    def _admet_le_lieu(self, creneau: Creneau) -> bool:
        if self.commune is None:
            return True
        la_bas = plier(creneau.structure.commune) == plier(self.commune)
        return creneau.mode is Mode.SUR_PLACE and la_bas

    def admet_le_mode(self, creneau: Creneau) -> bool:
        return self.par_telephone is None or self.par_telephone is (creneau.mode is Mode.TELEPHONE)


def souhait_dit(texte: str, maintenant: datetime) -> Souhait | None:
    """None when a message wishes for nothing of the kind."""
    moment, par_telephone = moment_parle(texte, maintenant), telephone_voulu(texte)
    if moment is not None and _un_peu(texte, maintenant) is not None:
        moment = replace(moment, jours=(), heures=())  # « samedi je change de numéro »: what they tell of
        moment = None if moment == Moment() else moment
    if moment is None and par_telephone is None:
        return None
    return Souhait(moment or Moment(), par_telephone)


def telephone_voulu(texte: str) -> bool | None:
    """« par tel » is True, « pas par tel, en vrai » False; None when nothing is said of it."""
    mots = plier(texte)
    if _OU_BIEN.search(mots):
        return None
    if _SUR_PLACE.search(mots) and not re.search(
        r"\b(?:pas?|sans|evite\w*)(?: \w+)? (?:me|m) deplacer", mots
    ):
        return False
    return True if _TELEPHONE.search(mots) else None


def souhait_a_la_place(texte: str, debut: datetime, maintenant: datetime) -> Souhait | None:
    """As `souhait_dit`, of one who leaves a rendez-vous: « juste changer l'heure » is the same day."""
    dit, autre_heure = (
        souhait_dit(texte, maintenant),
        _autre_heure(texte, debut.astimezone(PARIS), maintenant),
    )
    if dit is None:
        return autre_heure
    return _sans_l_heure_quittee(dit, debut.astimezone(PARIS)).complete_par(autre_heure)


def un_autre_jour(perdu: datetime, texte: str, maintenant: datetime) -> Souhait:
    """« j'ai une visite mercredi », said to cancel: neither that day nor what else is ruled out."""
    ce_jour = Jours(perdu.astimezone(PARIS).date(), perdu.astimezone(PARIS).date())
    exclus = moment_parle(texte, maintenant) or Moment()
    return Souhait(Moment(sauf_jours=(ce_jour, *exclus.sauf_jours), sauf_heures=exclus.sauf_heures))


def _sans_l_heure_quittee(dit: Souhait, debut: datetime) -> Souhait:
    """« 9h30 ??? j'ai dit pas avant 10h »: the hour they have, beside another, is not wished for."""
    heures = tuple(h for h in dit.moment.heures if not h.commence_a(debut.time()))
    return replace(dit, moment=replace(dit.moment, heures=heures)) if heures else dit


def _autre_heure(texte: str, debut: datetime, maintenant: datetime) -> Souhait | None:
    trouve = _un_peu(texte, maintenant) or _AUTRE_HEURE.search(plier(texte))
    if trouve is None:
        return None
    sens = {"tard": (Heures(de=debut.time()),), "tot": (Heures(a=debut.time()),)}
    ce_jour = Jours(debut.date(), debut.date())
    return Souhait(Moment(jours=(ce_jour,), heures=sens.get(trouve["sens"], ())))


def _un_peu(texte: str, maintenant: datetime) -> re.Match[str] | None:
    """« un peu plus tard ça serait possible ? », said of no other day: of the same one."""
    for piece in propositions(texte):
        if (trouve := _UN_PEU.search(piece.mots)) and moment_parle(piece.mots, maintenant) is None:
            return trouve
    return None
