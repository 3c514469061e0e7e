"""A Twilio of our own: keeps messages, answers as Twilio does, calls back, and misbehaves when asked to.

It speaks the Messages resource described in ../shared/data/twilio (see test_twilio_peer_conforms.py).
"""

import asyncio
import base64
from contextlib import ExitStack
from datetime import date
from itertools import islice
from threading import Event
from typing import Any, Self
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.pairs.serving import served
from tests.pairs.twilio_callbacks import Callbacks
from tests.pairs.twilio_messages import DELIVERY_CODES, Message

ACCOUNT = "AC" + 32 * "1"
TOKEN = "a-token-for-tests"
PATH = "/2010-04-01/Accounts/{account}"


class TwilioPeer:
    """`with TwilioPeer() as peer:`, then TWILIO_API_BASE_URL = peer.url. Its attributes are its moods."""

    def __init__(self, account_sid: str = ACCOUNT, auth_token: str = TOKEN) -> None:
        self.account_sid = account_sid
        self.auth_token = auth_token
        self.url = ""
        self.messages: dict[str, Message] = {}  # by SID, oldest first
        self.requests = 0
        self.latency = 0.0  # seconds before an answer to a creation
        self.too_many = 0  # how many creations are still answered 429
        self.broken = 0  # how many creations still answer 503 without keeping anything
        self.dropped = 0  # how many creations are still accepted, then cut off before the answer
        self.errors: dict[str, int] = {}  # number: Twilio code, refused at once or undelivered (30xxx)
        self.callbacks = Callbacks(auth_token)
        self.news = Event()  # set at each message accepted
        self._received: list[tuple[str, str]] = []
        self._running = ExitStack()

    def received(self, to: str) -> list[str]:
        """The bodies accepted for this number, in order, as they were before any redaction."""
        return [body for number, body in self._received if number == to]

    def __enter__(self) -> Self:
        self.url = self._running.enter_context(served(self._application()))
        self._running.callback(self.callbacks.close)
        return self

    def __exit__(self, *exception: object) -> None:
        self._running.close()

    def _application(self) -> Starlette:
        one = PATH + "/Messages/{sid}.json"
        return Starlette(
            routes=[
                Route(PATH + "/Messages.json", self._create, methods=["POST"]),
                Route(PATH + "/Messages.json", self._list, methods=["GET"]),
                Route(one, self._fetch, methods=["GET"]),
                Route(one, self._update, methods=["POST"]),
            ]
        )

    def _stranger(self, request: Request) -> Response | None:
        self.requests += 1
        expected = base64.b64encode(f"{self.account_sid}:{self.auth_token}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {expected}":
            return error(401, 20003, "Authenticate")
        return None if request.path_params["account"] == self.account_sid else error(404, 20404, "Not found")

    async def _create(self, request: Request) -> Response:
        form = await request.form()
        await asyncio.sleep(self.latency)
        if refusal := self._stranger(request) or self._overloaded() or self._refusal(form):
            return refusal
        message = self._keep(form)
        answer = JSONResponse(message.resource(), 201)
        self.callbacks.tell(message)
        if self.dropped:
            self.dropped -= 1
            return cut_off(request)
        return answer

    def _overloaded(self) -> Response | None:
        if self.too_many:
            self.too_many -= 1
            return error(429, 20429, "Too Many Requests")
        if self.broken:
            self.broken -= 1
            return error(503, 20503, "Service Unavailable")
        return None

    def _refusal(self, form: FormData) -> Response | None:
        if not text(form, "To") or not (text(form, "From") or text(form, "MessagingServiceSid")):
            return error(400, 21604, "A 'To' phone number and a sender are required")
        if not 1 <= len(text(form, "Body")) <= 1600:
            return error(400, 21617, "The message body is empty or exceeds the 1600 character limit")
        if not 1 <= int(text(form, "ValidityPeriod") or 36000) <= 36000:
            return error(400, 21622, "The validity period is out of range")
        code = self.errors.get(text(form, "To"), 0)
        return (
            error(400, code, f"Refused for {text(form, 'To')}")
            if code and code not in DELIVERY_CODES
            else None
        )

    def _keep(self, form: FormData) -> Message:
        to = text(form, "To")
        message = Message(
            account_sid=self.account_sid,
            to=to,
            sender=text(form, "From") or text(form, "MessagingServiceSid"),
            body=text(form, "Body"),
            status_callback=text(form, "StatusCallback"),
            validity_period=int(text(form, "ValidityPeriod") or 0) or None,
            delivery_error=self.errors.get(to),
        )
        self.messages[message.sid] = message
        self._received.append((to, message.body))
        self.news.set()
        return message

    async def _list(self, request: Request) -> Response:
        if refusal := self._stranger(request):
            return refusal
        query = request.query_params
        size, page = int(query.get("PageSize", 50)), int(query.get("Page", 0))
        matching = [m for m in reversed(self.messages.values()) if asked_for(m, query)]
        shown = list(islice(matching, page * size, (page + 1) * size))
        return JSONResponse(
            {
                "messages": [m.resource() for m in shown],
                "page": page,
                "page_size": size,
                "start": page * size,
                "end": page * size + max(len(shown) - 1, 0),
                "uri": page_uri(request, page),
                "first_page_uri": page_uri(request, 0),
                "previous_page_uri": page_uri(request, page - 1) if page else None,
                "next_page_uri": page_uri(request, page + 1) if len(matching) > (page + 1) * size else None,
            }
        )

    async def _fetch(self, request: Request) -> Response:
        message = self.messages.get(request.path_params["sid"])
        if refusal := self._stranger(request):
            return refusal
        return JSONResponse(message.resource()) if message else error(404, 20404, "Not found")

    async def _update(self, request: Request) -> Response:
        """An empty Body redacts, the only update Twilio takes on a message that has left."""
        form = await request.form()
        message = self.messages.get(request.path_params["sid"])
        if refusal := self._stranger(request):
            return refusal
        if message is None:
            return error(404, 20404, "Not found")
        if text(form, "Body"):
            return error(400, 20006, "A body can only be emptied")
        message.body = ""
        return JSONResponse(message.resource())


def text(form: FormData, name: str) -> str:
    return str(form.get(name, ""))


def error(status: int, code: int, words: str) -> Response:
    more = f"https://www.twilio.com/docs/errors/{code}"
    return JSONResponse({"code": code, "message": words, "more_info": more, "status": status}, status)


def cut_off(request: Request) -> Response:
    """The connection dies without an answer (uvicorn's own transport: ASGI has no word for it)."""
    cycle: Any = request.receive.__self__  # type: ignore[attr-defined]
    cycle.transport.abort()
    return Response()


def asked_for(message: Message, query: QueryParams) -> bool:
    sent = message.created.date()
    wanted = {name: date.fromisoformat(query[name][:10]) for name in query if name.startswith("DateSent")}
    return (
        query.get("To") in (None, message.to)
        and query.get("From") in (None, message.sender)
        and sent == wanted.get("DateSent", sent)
        and sent >= wanted.get("DateSent>", sent)
        and sent <= wanted.get("DateSent<", sent)
    )


def page_uri(request: Request, page: int) -> str:
    return f"{request.url.path}?{urlencode({**request.query_params, 'Page': str(page)})}"
