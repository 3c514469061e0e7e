"""Who may open the catalogue: anyone where the development phone is, else who knows its password."""

import hmac
from typing import Annotated

from fastapi import Depends, HTTPException
from fastapi.security import HTTPBasic, HTTPBasicCredentials

from assistant.settings import settings

REFUSED = "Le mot de passe du catalogue est demandé. Le nom d'utilisateur peut être n'importe lequel."
basic = HTTPBasic(realm="Catalogue", auto_error=False)


def staff_only(sent: Annotated[HTTPBasicCredentials | None, Depends(basic)]) -> None:
    """404 where there is no catalogue, 401 without its password."""
    if settings().dev_phone_enabled:
        return
    if not settings().catalogue_password:
        raise HTTPException(404)
    if sent is None or not _is_right(sent.password):
        raise HTTPException(401, REFUSED, {"WWW-Authenticate": 'Basic realm="Catalogue"'})


def _is_right(password: str) -> bool:
    return hmac.compare_digest(password.encode(), settings().catalogue_password.encode())
