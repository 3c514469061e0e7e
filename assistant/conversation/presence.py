"""Whether a part of Jalon answers at its address."""

import httpx

PATIENCE = 1  # second for a part to say that it lives


def absence(url: str, **query: str) -> str | None:
    """None when the part answers well; otherwise the name of what went wrong."""
    try:
        httpx.get(url, params=query, timeout=PATIENCE).raise_for_status()
    except httpx.HTTPError as error:
        return type(error).__name__
    return None
