"""Every value inside a text. Pure: no Rasa here."""

from components.dates import dates
from components.durations import durations
from components.found import Found, flat
from components.people import people
from components.places import places
from components.ranks import ranks
from components.themes import themes


def found_in(text: str) -> list[Found]:
    """Everything found, in the order of the text."""
    plain = flat(text)
    found = {*ranks(plain), *durations(plain), *places(plain), *dates(plain), *themes(plain)}
    found |= {*people(text, plain)}
    return sorted(found, key=lambda value: (value.start, value.entity))
