"""Speaks to this server as Twilio does: a signed form over HTTP on POST /twilio/sms."""

from uuid import uuid4

import httpx
from twilio.request_validator import RequestValidator

from api.telephone.numeros import e164
from assistant.settings import settings
from assistant.sms_text.gsm7 import segments

PATH = "/twilio/sms"
CHARACTERS_AT_MOST = 1600  # Twilio's limit
ACCOUNT = "AC" + 32 * "0"
OUR_NUMBER = "+33536490000"  # fictitious (ARCEP), when no sender is configured
PLACES = [f"{end}{part}" for end in ("From", "To") for part in ("City", "State", "Zip")]  # blank in France


def post_like_twilio(number: str, body: str, sid: str | None = None) -> str:
    """Delivers one text from `number` and returns its MessageSid; a known `sid` is a repetition.

    The signature is made for PUBLIC_BASE_URL, as Twilio would, but the post never leaves this machine.
    Raises ValueError, with a sentence for people, for a number or a body no SMS can have, and
    httpx.HTTPError when the server is away or refuses the form.
    """
    if len(body) > CHARACTERS_AT_MOST:
        raise ValueError(f"Ce message a {len(body)} caractères. Un SMS en a {CHARACTERS_AT_MOST} au plus.")
    sid = sid or f"SM{uuid4().hex}"
    form = _form(e164(number), body, sid)
    signer = RequestValidator(settings().twilio_auth_token)
    signature = signer.compute_signature(settings().base_url + PATH, form)
    response = httpx.post(
        f"http://127.0.0.1:{settings().port}{PATH}",
        data=form,
        headers={"X-Twilio-Signature": signature},
        timeout=settings().twilio_timeout_seconds,
        trust_env=False,  # a proxy meant for the world would not reach us
    )
    response.raise_for_status()
    return sid


def _form(number: str, body: str, sid: str) -> dict[str, str]:
    """Twilio's fields, the blank ones too: they are signed with the others."""
    return {
        **dict.fromkeys(PLACES, ""),
        **dict.fromkeys(("MessageSid", "SmsSid", "SmsMessageSid"), sid),
        "AccountSid": settings().twilio_account_sid or ACCOUNT,
        "ApiVersion": "2010-04-01",
        "From": number,
        "FromCountry": "FR",
        "To": settings().twilio_from or OUR_NUMBER,
        "ToCountry": "FR",
        "Body": body,
        "NumMedia": "0",
        "NumSegments": str(max(segments(body), 1)),
        "SmsStatus": "received",
    }
