"""When: days and hours a person named, and those they ruled out."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from assistant.clock import PARIS

UNE_HEURE = 60  # minutes
SOIR = time(17)


@dataclass(frozen=True)
class Jours:
    """From `du` to `au` included (None: no end), only on these weekdays (0 is Monday) when some are given."""

    du: date
    au: date | None = None
    semaine: frozenset[int] = field(default_factory=frozenset)

    def contient(self, jour: date) -> bool:
        dedans = self.du <= jour and (self.au is None or jour <= self.au)
        return dedans and (not self.semaine or jour.weekday() in self.semaine)

    def exclut(self, voulu: "Jours") -> bool:
        """« mercredi », asked for after « pas le mercredi », or the other way round; not a whole week."""
        if voulu.semaine:
            return bool(voulu.semaine & self.semaine) or (not self.semaine and self.du == self.au == voulu.du)
        return voulu.du == voulu.au and self.contient(voulu.du)


@dataclass(frozen=True)
class Heures:
    """From `de` included to `a` excluded."""

    de: time = time.min
    a: time = time.max

    def contient(self, heure: time) -> bool:
        return self.de <= heure < self.a

    @property
    def est_un_plancher(self) -> bool:
        """« pas avant 10h », « après 16h »; not « le soir »."""
        return time.min < self.de < SOIR and self.a == time.max

    def commence_a(self, heure: time) -> bool:
        """Whether it is this very hour that was said: « 10h », not « après 10h » nor « le matin »."""
        minutes = (self.a.hour - self.de.hour) * 60 + self.a.minute - self.de.minute
        return self.de == heure and minutes <= UNE_HEURE


@dataclass(frozen=True)
class Moment:
    """Any of `jours` and any of `heures` (none: all), outside of what is ruled out, and within `dans`."""

    jours: tuple[Jours, ...] = ()
    heures: tuple[Heures, ...] = ()
    sauf_jours: tuple[Jours, ...] = ()
    sauf_heures: tuple[Heures, ...] = ()
    dans: Jours | None = None

    def complete_par(self, avant: "Moment | None") -> "Moment":
        """« l'aprem » after « jeudi » is Thursday afternoon: what this leaves open, `avant` had said.

        What was ruled out stays so until it is asked for.
        """
        if avant is None:
            return self
        encore_exclus = (e for e in avant.sauf_jours if not any(e.exclut(j) for j in self.jours))
        exclues = (e for e in avant.sauf_heures if not any(e.contient(h.de) for h in self.heures))
        return replace(
            self,
            jours=self.jours
            or tuple(j for j in avant.jours if not any(e.exclut(j) for e in self.sauf_jours)),
            heures=self.heures or tuple(h for h in avant.heures if h not in self.sauf_heures),
            sauf_jours=self.sauf_jours + tuple(encore_exclus),
            sauf_heures=self.sauf_heures + tuple(exclues),
        )

    @property
    def limites(self) -> "Moment":
        """What was ruled out, and the hour before which they cannot: whatever the day."""
        planchers = tuple(heures for heures in self.heures if heures.est_un_plancher)
        return replace(self, jours=(), heures=planchers, dans=None)

    def contient(self, moment: datetime) -> bool:
        local = moment.astimezone(PARIS)
        jour, heure = local.date(), local.time()
        voulu = _un_de(self.jours, jour) and _une_de(self.heures, heure)
        exclu = any(j.contient(jour) for j in self.sauf_jours) or any(
            h.contient(heure) for h in self.sauf_heures
        )
        return voulu and not exclu and (self.dans is None or self.dans.contient(jour))


def _un_de(jours: tuple[Jours, ...], jour: date) -> bool:
    return not jours or any(j.contient(jour) for j in jours)


def _une_de(heures: tuple[Heures, ...], heure: time) -> bool:
    return not heures or any(h.contient(heure) for h in heures)
