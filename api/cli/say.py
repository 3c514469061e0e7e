"""`jalon say`: one inbound text through the whole running pipeline, and its replies."""

import json
import time
from typing import Annotated

import httpx
import typer
from sqlalchemy import select

from api.cli.refusal import refuse
from api.telephone.inbound import post_like_twilio
from assistant.conversation.tables import EtatTour, MessageEntrant, MessageSortant, Tour
from assistant.database import transaction

POLL_SECONDS = 0.05


def command(
    texte: Annotated[str, typer.Argument(metavar="TEXT")],
    sender: Annotated[str, typer.Option("--from", help="The number that writes, in E.164.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    wait: Annotated[float, typer.Option(help="Seconds to wait for the answer.")] = 30,
) -> None:
    """Says a text to the running Jalon as if it came from a telephone, and prints the replies."""
    try:
        sid = post_like_twilio(sender, texte)
    except httpx.HTTPError:
        refuse("Jalon ne répond pas. Lancez « make run », puis recommencez.")
    except ValueError as error:
        refuse(str(error))
    tour = _tour_clos(sid, wait)
    with transaction() as session:
        replies = session.scalars(
            select(MessageSortant).where(MessageSortant.tour_id == tour.id).order_by(MessageSortant.rang)
        ).all()
    if as_json:
        said = [{"text": reply.corps, "segments": reply.segments} for reply in replies]
        facts = {"rule": tour.regle, "intent": tour.intent, "confidence": tour.confiance}
        typer.echo(json.dumps({"text": texte, **facts, "replies": said}, ensure_ascii=False))
        return
    for reply in replies:
        typer.echo(f"{reply.corps}\n  ({reply.segments} segment{'s' if reply.segments > 1 else ''})")
    if not replies:
        typer.echo(f"(aucune réponse : {tour.regle})")


def _tour_clos(sid: str, wait: float) -> Tour:
    deadline = time.monotonic() + wait
    query = select(Tour).join(MessageEntrant).where(MessageEntrant.sid == sid, Tour.etat != EtatTour.EN_COURS)
    while time.monotonic() < deadline:
        with transaction() as session:
            if tour := session.scalar(query):
                return tour
        time.sleep(POLL_SECONDS)
    return refuse(f"Pas de réponse après {wait:g} secondes ; le message est gardé et sera traité.")
