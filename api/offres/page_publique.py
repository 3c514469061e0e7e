"""/o/…: one offer, for whoever has its link. No login, no script, no trace."""

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse

from api.offres.fiche import Etat, fiche
from api.offres.rendu import HEADERS, page
from assistant.clock import now
from assistant.database import transaction
from assistant.offres.inscriptions.agenda_ics import agenda_ics
from assistant.offres.liens import PREFIXE, lien_connu, offre_du_lien
from assistant.settings import settings

router = APIRouter(prefix=PREFIXE.rstrip("/"))
GONE, UNKNOWN = 410, 404


@router.get("/{code}.ics")
def agenda(code: str) -> Response:
    """The event for a calendar; a page that says what to do when there is none to come."""
    with transaction() as session:
        offre = offre_du_lien(session, code, now())
        if offre is None:
            return _lien_mort(lien_connu(session, code))
        if offre.debut is None or fiche(offre, now()).etat in (Etat.PASSEE, Etat.RETIREE):
            return _lien_mort(connu=False)
        contenu = agenda_ics(offre, now(), f"{settings().base_url}{PREFIXE}{code.lower()}")
    nom = {"Content-Disposition": f'attachment; filename="{code.lower()}.ics"'}
    return Response(contenu, headers={**HEADERS, **nom}, media_type="text/calendar; charset=utf-8")


@router.get("/{code}")
def page_de_l_offre(code: str) -> Response:
    with transaction() as session:
        offre = offre_du_lien(session, code, now())
        if offre is None:
            return _lien_mort(lien_connu(session, code))
        montree = fiche(offre, now())
        statut = GONE if montree.etat is Etat.RETIREE else 200
        return page("offre.html", statut, fiche=montree, code=code.lower(), jalon=_numero_de_jalon())


def _lien_mort(connu: bool) -> HTMLResponse:
    return page("lien_mort.html", GONE if connu else UNKNOWN, connu=connu, jalon=_numero_de_jalon())


def _numero_de_jalon() -> str | None:
    """None when texts leave from a messaging service: one then answers the text received."""
    sender = settings().twilio_from
    return sender if sender.startswith("+") else None
