"""Secrets of a development machine: made once, kept in the data folder, read by `assistant.settings`."""

import secrets

from assistant.settings import SECRETS, settings

NAMES = ("RASA_TOKEN", "NLG_TOKEN", "TWILIO_AUTH_TOKEN")


def ensure_secrets() -> None:
    """Writes the file when it is missing; settings are then read again."""
    file = settings().jalon_data / SECRETS
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_text("".join(f"{name}={secrets.token_urlsafe(24)}\n" for name in NAMES))
    settings.cache_clear()
