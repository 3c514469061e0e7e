"""What the tracker store may keep of an event: the state of a dialogue, never a person's words. Pure.

A key is kept because it is listed here. What another version of Rasa adds is dropped until read.
"""

from collections.abc import Collection
from typing import Any

_ALWAYS = {"event", "timestamp", "name"}
_STATE = {
    "action": {"policy", "confidence", "hide_rule_turn", "is_interrupted", "rejected"},
    "action_execution_rejected": {"policy", "confidence"},
    "active_loop": set(),
    "followup": set(),
    "loop_interrupted": {"is_interrupted"},
    "slot": {"value"},
    "user": {"input_channel", "message_id"},
    "user_featurization": {"use_text_for_featurization"},
}
_METADATA = ("tour", "model_id", "assistant_id", "is_external")


def without_words(event: dict[str, Any], private_slots: Collection[str] = ()) -> dict[str, Any]:
    """The event to store: no text, no entity value, no response argument, no value of a private slot."""
    kind = event["event"]
    kept = {key: event[key] for key in _ALWAYS | _STATE.get(kind, set()) if key in event}
    kept["metadata"] = _identifiers(event.get("metadata"))
    if kind == "user":
        kept |= {"text": "", "parse_data": _understood(event.get("parse_data") or {})}
    elif kind == "bot":
        kept |= {"text": None, "data": {}}
    elif kind == "entities":
        kept["entities"] = _nameless(event["entities"])
    elif kind == "slot" and event["name"] in private_slots:
        kept["value"] = None
    return kept


def _identifiers(metadata: dict[str, Any] | None) -> dict[str, Any]:
    return {key: value for key, value in (metadata or {}).items() if key in _METADATA}


def _understood(parse_data: dict[str, Any]) -> dict[str, Any]:
    """Intent and kinds of entity: all that rules look at in a past message."""
    return {
        "text": "",
        "intent": parse_data.get("intent") or {},
        "entities": _nameless(parse_data.get("entities") or []),
        "metadata": _identifiers(parse_data.get("metadata")),
    }


def _nameless(entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"entity": entity.get("entity"), "value": None} for entity in entities]
