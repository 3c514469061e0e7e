"""Who may use the phone: pages of this machine only. It shows what people wrote and can write as anyone."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from fastapi import HTTPException, Request

REFUSED = "Le téléphone de développement ne s'ouvre que sur cette machine : http://127.0.0.1/telephone"


def local_only(request: Request) -> None:
    """403 for a public name (a tunnel, or a rebound domain) and for a POST from another site's page."""
    if not _is_private_name(request.url.hostname or ""):
        raise HTTPException(403, REFUSED)
    if request.method == "POST" and not _same_origin(request):
        raise HTTPException(403, REFUSED)


def _is_private_name(host: str) -> bool:
    """An address, or a name nobody can buy: « localhost », a container's name."""
    try:
        ip_address(host)
    except ValueError:
        return "." not in host
    return True


def _same_origin(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    here = request.headers.get("host")
    return site in ("same-origin", "none") and (origin is None or urlsplit(origin).netloc == here)
