"""Obeys a promised word whatever was learnt.

Rasa's KeywordIntentClassifier looks for its words inside any sentence, and takes them from the examples.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from components.promised import promised


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class PromisedWords(GraphComponent, IntentClassifier):
    """Comes after the classifier that learns, and overrules it."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PromisedWords:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if intent := promised(message.get(TEXT) or ""):
                certain = {"name": intent, "confidence": 1.0}
                message.set("intent", certain, add_to_output=True)
                message.set("intent_ranking", [certain], add_to_output=True)
        return messages
