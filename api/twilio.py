"""Twilio's two webhooks: prove it is Twilio, store, wake, answer.

Status words and error codes: assistant/channels/twilio_errors.py.
"""

from datetime import timedelta
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from sqlalchemy.exc import IntegrityError
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator

from assistant.clock import now
from assistant.conversation.garde.passage import passer
from assistant.conversation.garde.verdict import Lecture
from assistant.conversation.reception import Recu, recevoir
from assistant.conversation.statuts import recevoir_statut
from assistant.conversation.tables import Canal
from assistant.conversation.tours import reclamer
from assistant.database import transaction
from assistant.journal import journal
from assistant.metrics import RECUS, STATUTS
from assistant.settings import settings
from assistant.tasks import effacer, reveiller, reveiller_apres_reception

EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
# Few: a rush of threads in one process spends its time handing the interpreter lock around (measured).
STORING = CapacityLimiter(2)
BYTES_AT_MOST = 65_536  # Twilio's form is below 10 kB


async def signed_form(request: Request) -> FormData:
    """The form, when its signature holds for PUBLIC_BASE_URL; 403 otherwise, 413 when it is too large."""
    if int(request.headers.get("content-length") or 0) > BYTES_AT_MOST:
        raise HTTPException(413)
    form = await request.form()
    url = settings().base_url + request.url.path + (f"?{request.url.query}" if request.url.query else "")
    validator = RequestValidator(settings().twilio_auth_token)
    if not validator.validate(url, form, request.headers.get("x-twilio-signature", "")):
        journal.warning("twilio.signature_refusee", path=request.url.path)
        raise HTTPException(403, "signature")
    return form


async def sms(request: Request) -> Response:
    form = await signed_form(request)
    recu = Recu(
        canal=Canal.SMS,
        sid=_field(form, "MessageSid"),
        adresse=_field(form, "From"),
        corps=_text(form, "Body"),
        opt_out_type=_text(form, "OptOutType") or None,
        medias=_count(form, "NumMedia"),
    )
    await to_thread.run_sync(_store_and_wake, recu, limiter=STORING)
    return Response(EMPTY_TWIML, media_type="text/xml")


async def status(request: Request) -> Response:
    form = await signed_form(request)
    sid, statut = _field(form, "MessageSid"), _field(form, "MessageStatus")
    code = _text(form, "ErrorCode")
    error = int(code) if code.isdigit() else None
    await to_thread.run_sync(_store_status, sid, statut, error, limiter=STORING)
    return Response(EMPTY_TWIML, media_type="text/xml")


def warm_up() -> None:
    """A text received and read for nothing, so that the first waits for no cold statement. Stores nothing."""
    a_blanc = Recu(canal=Canal.SMS, sid="warm-up", adresse="+33639989999", corps="bonjour")
    with transaction() as session, transaction() as autre_connexion:
        autre_connexion.connection()
        conversation_id = recevoir(session, a_blanc, now())
        if tour := reclamer(session, conversation_id, now() + timedelta(minutes=1)):
            passer(Lecture.de(session, tour, now()))
        session.rollback()


def _store_and_wake(recu: Recu) -> None:
    try:
        conversation_id = _store(recu)
    except IntegrityError:  # the conversation was erased in between: it begins again
        conversation_id = _store(recu)
    RECUS.labels(canal=recu.canal).inc()
    reveiller_apres_reception(str(conversation_id))


def _store(recu: Recu) -> UUID:
    with transaction() as session:
        return recevoir(session, recu, now())


def _store_status(sid: str, statut: str, code: int | None) -> None:
    with transaction() as session:
        a_effacer = recevoir_statut(session, sid, statut, code, now())
    if a_effacer:
        reveiller(effacer, sid)
    STATUTS.labels(statut=statut).inc()


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.replace("\x00", "") if isinstance(value, str) else ""


def _count(form: FormData, name: str) -> int:
    value = _text(form, name)
    return int(value) if value.isdecimal() else 0


def _field(form: FormData, name: str) -> str:
    """A field without which the form means nothing: 400 when it is missing."""
    if not (value := _text(form, name)):
        raise HTTPException(400, f"{name} is missing")
    return value


# Plain routes: they read a form they must check first, and are called by the hundred
routes = [Route("/twilio/sms", sms, methods=["POST"]), Route("/twilio/status", status, methods=["POST"])]
