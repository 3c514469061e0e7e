"""What is counted (Prometheus). Labels are kinds, never people."""

from prometheus_client import Counter, Histogram

RECUS = Counter("jalon_messages_recus", "Messages stored by a webhook", ["canal"])
TOURS = Counter(
    "jalon_tours", "Turns closed, by the fixed rule or the engine that answered", ["regle", "etat"]
)
DUREE_TOUR = Histogram(
    "jalon_tour_secondes",
    "From claiming a turn to its reply in the outbox",
    buckets=(0.01, 0.03, 0.1, 0.3, 1, 3, 10),
)
ENVOIS = Counter("jalon_envois", "Attempts to deliver, by what became of them", ["issue"])
STATUTS = Counter("jalon_statuts", "Delivery callbacks, by status word", ["statut"])
