"""The pages: one GET for everything, asked again each second and answered 304 while nothing changed."""

from enum import StrEnum
from hashlib import sha256
from typing import Annotated
from urllib.parse import urlencode

import httpx
from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from api.telephone.annuaire import lire_annuaire
from api.telephone.fil import lire_fil
from api.telephone.inbound import CHARACTERS_AT_MOST
from api.telephone.numeros import NumeroIllisible, e164
from api.telephone.origine import local_only
from api.telephone.rafales import Mode, envoyer
from api.telephone.rendu import page
from assistant.celery_app import IN_PROCESS
from assistant.channels.telephone_de_developpement import fail_next
from assistant.clock import now
from assistant.database import transaction
from assistant.settings import settings

router = APIRouter(prefix="/telephone", dependencies=[Depends(local_only)])
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",  # addresses here hold numbers; Origin must still be sent
    "X-Content-Type-Options": "nosniff",
}


class Avis(StrEnum):
    """What a page says above the keyboard; the words are in templates/_avis.html."""

    ECHEC_PREPARE = "echec_prepare"
    NUMERO = "numero"
    VIDE = "vide"
    LONG = "long"
    REFUSE = "refuse"


def _numero(numero: str) -> str:
    """Of a form's address, which a page of ours wrote."""
    try:
        return e164(numero)
    except NumeroIllisible:
        raise HTTPException(404) from None


Numero = Annotated[str, Depends(_numero)]


@router.get("")
def accueil(request: Request, numero: str = "") -> Response:
    """The list, or the way to the number typed in it."""
    if not numero.strip():
        return _page(request)
    try:
        return _vers(e164(numero))
    except NumeroIllisible:
        return _page(request, avis=Avis.NUMERO, saisi=numero, status_code=422)


@router.get("/{numero}")
def telephone(request: Request, numero: str, avis: Avis | None = None) -> Response:
    try:
        return _page(request, numero, avis) if e164(numero) == numero else _vers(e164(numero))
    except NumeroIllisible:
        return RedirectResponse(f"{router.prefix}?{urlencode({'numero': numero})}", 303)


@router.post("/{numero}")
def ecrire(
    request: Request,
    numero: Numero,
    texte: Annotated[str, Form()] = "",
    mode: Annotated[Mode, Form()] = Mode.SIMPLE,
) -> Response:
    """Sends the text(s) in as Twilio would, then shows the thread."""
    corps = texte.replace("\r\n", "\n").strip()
    if (erreur := _erreur(corps, mode)) is not None:
        return _page(request, numero, erreur, saisi=corps, status_code=422)
    try:
        envoyer(numero, corps, mode)
    except httpx.HTTPError:
        return _page(request, numero, Avis.REFUSE, saisi=corps, status_code=502)
    return _vers(numero)


@router.post("/{numero}/echec")
def preparer_un_echec(numero: Numero) -> Response:
    fail_next(numero)
    return _vers(numero, Avis.ECHEC_PREPARE)


def _erreur(corps: str, mode: Mode) -> Avis | None:
    if mode is Mode.RAFALE:
        return None
    if not corps:
        return Avis.VIDE
    return Avis.LONG if len(corps) > CHARACTERS_AT_MOST else None


def _vers(numero: str, avis: Avis | None = None) -> Response:
    return RedirectResponse(f"{router.prefix}/{numero}" + (f"?avis={avis}" if avis else ""), 303)


def _page(
    request: Request,
    numero: str | None = None,
    avis: Avis | None = None,
    *,
    saisi: str = "",
    status_code: int = 200,
) -> Response:
    aujourd_hui = now().date()
    with transaction() as session:
        annuaire = lire_annuaire(session, aujourd_hui)
        html = page(
            numero=numero,
            fiche=annuaire.fiche(numero) if numero else None,
            fil=lire_fil(session, numero) if numero else None,
            annuaire=annuaire,
            avis=avis,
            saisi=saisi,
            aujourd_hui=aujourd_hui,
            limite=CHARACTERS_AT_MOST,
            vrai_canal=settings().twilio_configured,
            echec_possible=not settings().twilio_configured and settings().celery_broker_url == IN_PROCESS,
        )
    version = f'"{sha256(html.encode()).hexdigest()[:20]}"'
    if request.headers.get("if-none-match") == version:
        return Response(status_code=304, headers=HEADERS)
    return HTMLResponse(html, status_code, headers={**HEADERS, "ETag": version})
