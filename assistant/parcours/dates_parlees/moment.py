"""When: days and hours a person named, and those they ruled out."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from assistant.clock import PARIS

UNE_HEURE = 60  # minutes


@dataclass(frozen=True)
class Jours:
    """From `du` to `au` included (None: no end), only on these weekdays (0 is Monday) when some are given."""

    du: date
    au: date | None = None
    semaine: frozenset[int] = field(default_factory=frozenset)

    def contient(self, jour: date) -> bool:
        dedans = self.du <= jour and (self.au is None or jour <= self.au)
        return dedans and (not self.semaine or jour.weekday() in self.semaine)


@dataclass(frozen=True)
class Heures:
    """From `de` included to `a` excluded."""

    de: time = time.min
    a: time = time.max

    def contient(self, heure: time) -> bool:
        return self.de <= heure < self.a

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
        """« l'aprem » after « jeudi » is Thursday afternoon: what this leaves open, `avant` had said."""
        if avant is None:
            return self
        return replace(
            self,
            jours=self.jours or avant.jours,
            heures=self.heures or avant.heures,
            sauf_jours=self.sauf_jours + (() if self.jours else avant.sauf_jours),
            sauf_heures=self.sauf_heures + (() if self.heures else avant.sauf_heures),
        )

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
