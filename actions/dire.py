"""From what a service has to say to what Rasa will fetch from the catalogue."""

from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from assistant.content.reponse import Reponse


def dire(dispatcher: CollectingDispatcher, reponse: Reponse) -> None:
    valeurs: dict[str, Any] = {**reponse.valeurs}
    dispatcher.utter_message(response=f"utter_{reponse.cle}", **valeurs)
