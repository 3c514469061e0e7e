"""Which channel carries the SMS of this installation."""

from functools import lru_cache

from assistant.channels.port import Canal
from assistant.channels.telephone_de_developpement import TelephoneDeDeveloppement
from assistant.channels.twilio_sms import TwilioSms
from assistant.settings import settings


@lru_cache
def for_settings() -> Canal:
    """Twilio when it is configured, else the development phone, which sends nothing anywhere."""
    return TwilioSms(settings()) if settings().twilio_configured else TelephoneDeDeveloppement(settings())
