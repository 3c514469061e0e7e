"""Two things to say: in one message while that is short enough, else one after the other."""

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.sms_text.gsm7 import segments

SEGMENTS_AU_PLUS = 2


def ensemble_ou_suivies(premiere: Reponse, seconde: Reponse) -> list[Reponse]:
    """One answer of both on two lines, or both as they were."""
    dites = {
        "message": render(premiere.cle, premiere.valeurs),
        "suite": render(seconde.cle, seconde.valeurs),
    }
    reunies = Reponse("ensemble", dites)
    tient = segments(render(reunies.cle, reunies.valeurs)) <= SEGMENTS_AU_PLUS
    return [reunies] if tient else [premiere, seconde]
