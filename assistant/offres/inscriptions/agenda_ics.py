"""An offer as a calendar file (RFC 5545): its own words only, nothing about whoever opens it."""

from datetime import UTC, datetime

from icalendar import Calendar, Event

from assistant.clock import PARIS
from assistant.offres.detail import telephone
from assistant.offres.tables import Offre

PRODUIT = "-//Jalon//Offres//FR"


def agenda_ics(offre: Offre, maintenant: datetime, lien: str | None = None) -> str:
    """The text of the .ics file, in Paris time. Raises ValueError for an offer without a date."""
    if offre.debut is None:
        raise ValueError("an offer without a date does not go into a calendar")
    agenda = Calendar()
    agenda.add("prodid", PRODUIT)
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    agenda.add_component(_evenement(offre, offre.debut, maintenant, lien))
    agenda.add_missing_timezones()
    texte: str = agenda.to_ical().decode()
    return texte


def _evenement(offre: Offre, debut: datetime, maintenant: datetime, lien: str | None) -> Event:
    evenement = Event()
    evenement.add("uid", f"{offre.id}@jalon")  # the same file again moves the event instead of doubling it
    evenement.add("dtstamp", maintenant.astimezone(UTC))
    evenement.add("summary", offre.nom)
    evenement.add("dtstart", debut.astimezone(PARIS))
    if offre.fin:
        evenement.add("dtend", offre.fin.astimezone(PARIS))
    lieu = ", ".join(part for part in (offre.structure.nom, offre.adresse, offre.commune) if part)
    if not offre.a_distance and lieu:
        evenement.add("location", lieu)
    if description := "\n".join(part for part in (telephone(offre), lien) if part):
        evenement.add("description", description)
    if lien:
        evenement.add("url", lien)
    return evenement
