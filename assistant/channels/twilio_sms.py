"""SMS through Twilio's REST interface. No number and no body ever reaches a log or an exception from here."""

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http import HTTPStatus

from requests import ConnectionError as RequestsConnectionError
from requests import ConnectTimeout, RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client
from urllib3.exceptions import MaxRetryError, NewConnectionError

from assistant.channels.port import Ambiguous, NotAccepted
from assistant.channels.twilio_errors import RETRY_OTHERWISE, failure
from assistant.settings import Settings

VALIDITY_SECONDS = range(1, 36_001)  # what Twilio takes
CLOCK_TOLERANCE = timedelta(seconds=5)  # between Twilio's clock, of whole seconds, and ours

# The client logs recipients at INFO. Outside the hierarchy: dictConfig re-enables disabled loggers inside it.
SILENT = logging.Logger("silent", level=logging.CRITICAL)
logging.getLogger("urllib3").setLevel(logging.INFO)  # it logs the look-up's address at DEBUG


class TwilioSms:
    """The port over one kept-alive connection pool; safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        http = TwilioHttpClient(timeout=settings.twilio_timeout_seconds, logger=SILENT)
        self._client = Client(settings.twilio_account_sid, settings.twilio_auth_token, http_client=http)
        if settings.twilio_api_base_url:
            self._client.api.base_url = settings.twilio_api_base_url
        is_service = settings.twilio_from.startswith("MG")
        self._sender = {"messaging_service_sid" if is_service else "from_": settings.twilio_from}
        self._status_callback = f"{settings.base_url}/twilio/status"

    def send(self, to: str, body: str, validity_seconds: int) -> str:
        with _failures_translated():
            message = self._client.messages.create(
                to=to,
                body=body,
                validity_period=min(max(validity_seconds, VALIDITY_SECONDS[0]), VALIDITY_SECONDS[-1]),
                status_callback=self._status_callback,
                **self._sender,
            )
        return str(message.sid)

    def find(self, to: str, body: str, since: datetime, excluding: Collection[str] = ()) -> str | None:
        start = since - CLOCK_TOLERANCE
        try:
            # Twilio filters by day and answers the newest first
            candidates = self._client.messages.list(to=to, date_sent_after=start.date() - timedelta(days=1))
        except (TwilioException, RequestException, ValueError):
            raise Ambiguous from None
        matching = (m for m in candidates if m.body == body and m.date_created and m.date_created >= start)
        return next((str(m.sid) for m in matching if m.sid not in excluding), None)

    def redact(self, sid: str) -> None:
        try:
            self._client.messages(sid).update(body="")
        except (TwilioException, RequestException, ValueError) as error:
            if getattr(error, "status", None) != HTTPStatus.NOT_FOUND:
                raise NotAccepted(RETRY_OTHERWISE) from None


@contextmanager
def _failures_translated() -> Iterator[None]:
    # `from None`: the original exceptions carry the number
    try:
        yield
    except (TwilioRestException, TwilioServiceException) as error:
        raise failure(error) from None
    except ConnectTimeout:
        raise NotAccepted(RETRY_OTHERWISE) from None
    except RequestsConnectionError as error:
        raise (NotAccepted(RETRY_OTHERWISE) if _never_connected(error) else Ambiguous()) from None
    except (RequestException, ValueError):  # cut in the middle, too late, or a 2xx that is not JSON
        raise Ambiguous from None


def _never_connected(error: RequestsConnectionError) -> bool:
    cause = error.args[0] if error.args else None
    return isinstance(cause, MaxRetryError) and isinstance(cause.reason, NewConnectionError)
