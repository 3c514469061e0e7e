"""Every table in one import: for migrations and erasure."""

from assistant.conversation import consentements, tables
from assistant.database import Base
from assistant.handoff import alertes
from assistant.offres import tables as offres
from assistant.offres import tables_index as index
from assistant.offres import tables_liens as liens
from assistant.offres.inscriptions import tables as inscriptions
from assistant.parcours import allocataires, contrats, referents, rendez_vous, structures
from assistant.privacy import audit, verifications

metadata = Base.metadata

__all__ = [
    "alertes",
    "allocataires",
    "audit",
    "consentements",
    "contrats",
    "index",
    "liens",
    "inscriptions",
    "metadata",
    "offres",
    "referents",
    "rendez_vous",
    "structures",
    "tables",
    "verifications",
]
