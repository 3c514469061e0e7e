"""An address that keeps the callbacks it gets and whether their signature holds."""

from dataclasses import dataclass, field
from queue import SimpleQueue

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator


@dataclass
class Receiver:
    auth_token: str
    url: str = ""
    genuine: list[bool] = field(default_factory=list)
    forms: SimpleQueue[dict[str, str]] = field(default_factory=SimpleQueue)

    def application(self) -> Starlette:
        return Starlette(routes=[Route("/twilio/status", self._status, methods=["POST"])])

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def next(self) -> dict[str, str]:
        """The next callback; fails when none comes within five seconds."""
        return self.forms.get(timeout=5)

    async def _status(self, request: Request) -> Response:
        form = await request.form()
        signature = request.headers.get("x-twilio-signature", "")
        validator = RequestValidator(self.auth_token)
        self.genuine.append(validator.validate(f"{self.url}/twilio/status", form, signature))
        self.forms.put({name: str(value) for name, value in form.items()})
        return Response()
