"""Every setting, its default and its unit. Environment wins over `.env`, `.env` over made secrets."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / ".data"
ENV_FILE = ROOT / ".env"
SECRETS = "secrets.env"  # in the data folder, made by the launcher


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore")

    jalon_env: Literal["development", "production"] = "development"
    jalon_data: Path = Field(DATA, description="Where the embedded database and secrets live.")
    jalon_models: Path = Field(ROOT / ".models", description="Where what was learnt from examples is kept.")
    port: int = 8000
    public_base_url: str = Field("", description="The address Twilio calls; signatures are checked on it.")
    jalon_log_level: str = "INFO"
    jalon_clock_shift_seconds: float = Field(0, description="Development: moves the clock of every process.")

    database_url: str = Field("", description="Empty: the embedded PostgreSQL.")
    celery_broker_url: str = Field("memory://", description="memory:// runs the worker inside the API.")
    worker_concurrency: int = 4

    rasa_url: str = "http://127.0.0.1:5005"
    rasa_token: str = "development-only"  # noqa: S105 - the launcher makes real ones
    rasa_timeout_seconds: float = 10
    actions_url: str = Field("http://127.0.0.1:5055", description="The action server: is it there?")
    nlg_token: str = Field("development-only", description="What Rasa shows to fetch a text.")

    twilio_account_sid: str = ""
    twilio_auth_token: str = "development-only"  # noqa: S105 - the launcher makes real ones
    twilio_from: str = Field("", description="A number in E.164, or a messaging service (MG…).")
    twilio_api_base_url: str = Field("", description="Another Twilio endpoint, for tests.")
    twilio_timeout_seconds: float = 10
    twilio_redact_bodies: bool = Field(False, description="Erase each body at Twilio once delivered.")

    jalon_dev_phone: bool | None = Field(None, description="/telephone; on unless Twilio is configured.")
    dev_phone_status_seconds: float = Field(0.4, description="Between two delivery statuses it plays.")

    quiet_window_seconds: float = Field(1.5, description="Pieces of one thought arrive within this time.")
    turn_lease_seconds: float = Field(30, description="After this an unfinished turn is taken up again.")
    turn_patience_seconds: float = Field(120, description="How long the engine may be away before we say so.")
    turn_attempts: int = Field(3, description="Empty or failed answers of the engine before a human is told.")
    send_lease_seconds: float = 30
    send_attempts: int = 5
    reply_validity_seconds: int = Field(14_400, description="A reply still unsent after this is stale.")
    sweep_seconds: float = 5

    identity_minutes: int = Field(30, description="How long a passed challenge holds.")
    identity_attempts: int = 3
    first_name_minutes: int = Field(30, description="How long the chosen person of a shared number holds.")
    move_deadline_hours: int = Field(
        24, description="Nearer than this only the référent moves a rendez-vous."
    )
    reception_phone: str = Field("+33536490000", description="The Département's switchboard, for anybody.")
    data_protection_contact: str = Field(
        "dpd@gironde.example", description="Where one writes to have a number erased."
    )
    departement: str = Field("33", description="Where Jalon serves: its communes before their homonyms.")
    embedding_model: str = Field("use", description="Packaged, or of sentence-transformers.")
    offers_shown: int = Field(3, description="More than three would not fit two segments.")
    waiting_place_hours: int = Field(24, description="A freed place is held for whoever waits first.")
    minimum_notice_days: int = Field(3, description="With too few people by then, they are told.")
    inscriptions_seconds: float = Field(60, description="Between two rounds over the inscriptions.")
    slot_notice_hours: int = Field(2, description="A free slot starting sooner is not offered.")
    contract_renewal_days: int = Field(30, description="A contract ending within this time is to be renewed.")
    declared_hours_at_most: int = Field(70, description="More hours at once are taken for a slip.")
    offer_link_days: int = Field(60, description="A short link to an offer's page expires after this time.")
    catalogue_password: str = Field("", description="Opens /catalogue where the development phone is off.")
    held_conversation_hours: int = Field(48, description="A conversation held in silence returns to Jalon.")

    @property
    def base_url(self) -> str:
        return (self.public_base_url or f"http://127.0.0.1:{self.port}").rstrip("/")

    @property
    def twilio_configured(self) -> bool:
        return bool(self.twilio_account_sid and self.twilio_from)

    @property
    def dev_phone_enabled(self) -> bool:
        return not self.twilio_configured if self.jalon_dev_phone is None else self.jalon_dev_phone


@lru_cache
def settings() -> Settings:
    data = Path(os.environ.get("JALON_DATA") or DATA)
    return Settings(_env_file=(data / SECRETS, ENV_FILE))
