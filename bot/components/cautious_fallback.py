"""Rasa's FallbackClassifier, harder to convince when an act would follow at once."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class CautiousFallback(FallbackClassifier):
    """`acts`: intents that change something without another question; below `act_threshold`, they are
    not understood."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**FallbackClassifier.get_default_config(), "acts": [], "act_threshold": 0.4}

    def _should_fallback(self, message: Message) -> bool:
        return super()._should_fallback(message) or self._is_a_doubtful_act(message)

    def _is_a_doubtful_act(self, message: Message) -> bool:
        intent = message.get(INTENT)
        return (
            intent[INTENT_NAME_KEY] in self.component_config["acts"]
            and intent[PREDICTED_CONFIDENCE_KEY] < self.component_config["act_threshold"]
        )
