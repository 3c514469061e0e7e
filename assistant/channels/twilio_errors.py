"""Twilio's words as data: its error codes (twilio.com/docs/api/errors) and its delivery statuses."""

from twilio.base.exceptions import TwilioRestException, TwilioServiceException

from assistant.channels.port import Ambiguous, Consequence, NotAccepted, Refused

CONSEQUENCES = {
    21211: Consequence.NOT_MOBILE,  # not a telephone number
    21610: Consequence.OPTED_OUT,
    21614: Consequence.NOT_MOBILE,
    30003: Consequence.TO_REVERIFY,  # unreachable handset
    30004: Consequence.TO_REVERIFY,  # blocked
    30005: Consequence.TO_REVERIFY,  # unknown handset
    30006: Consequence.TO_REVERIFY,  # landline, or a carrier that cannot be reached
}
UNKNOWN_CAUSE = 30008  # the carrier does not say why: worth one more try

# HTTP status: seconds before another try. Too fast; or our own account is wrong, which a human must repair.
RETRY_AFTER = {429: 2.0, 401: 60.0, 403: 60.0, 404: 60.0}
RETRY_OTHERWISE = 10.0

# Callbacks repeat and overtake each other: a status replaces one of a lower rank only.
FINAL = 5
RANK = {
    "queued": 0,
    "accepted": 1,
    "scheduled": 2,
    "sending": 3,
    "sent": 4,
    "delivered": FINAL,
    "undelivered": FINAL,
    "failed": FINAL,
    "read": FINAL,
}
RECEIVED = {"delivered", "read"}


def consequence(code: int | None) -> Consequence:
    return CONSEQUENCES.get(code or 0, Consequence.OTHER)


def failure(error: TwilioRestException | TwilioServiceException) -> NotAccepted | Ambiguous | Refused:
    """The port's word for an error answer of Twilio's."""
    if error.status >= 500:
        return Ambiguous()
    if error.status == 400 and error.code:
        return Refused(error.code, consequence(error.code))
    return NotAccepted(RETRY_AFTER.get(error.status, RETRY_OTHERWISE))
