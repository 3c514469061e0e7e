"""Logistic regression over every sentence feature of a message, sparse and dense side by side.

Rasa's own LogisticRegressionClassifier fixes the regularisation, and loads for seconds.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack, vstack
from scipy.special import softmax
from sklearn.linear_model import LogisticRegression

UNREADABLE = {"name": None, "confidence": 0.0}
FILE = "weights.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    """`C`: inverse of the regularisation; `max_iter`: steps of training; `ranking_length`: intents listed."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._weights: dict[str, np.ndarray] = {}

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"C": 10.0, "max_iter": 300, "ranking_length": 5}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearIntentClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LinearIntentClassifier:
        classifier = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(folder / FILE) as weights:
            classifier._weights = dict(weights)
        return classifier

    def train(self, training_data: TrainingData) -> Resource:
        examples = training_data.intent_examples
        model = LogisticRegression(
            C=self._config["C"], max_iter=self._config["max_iter"], class_weight="balanced"
        ).fit(_matrix(examples), [message.get(INTENT) for message in examples])
        self._weights = {"coef": model.coef_.T, "intercept": model.intercept_, "classes": model.classes_}
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / FILE, **self._weights)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            ranking = self._ranking(message) if message.features else [UNREADABLE]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        scores = _row(message) @ self._weights["coef"] + self._weights["intercept"]
        confidences = softmax(scores[0])
        best = np.argsort(-confidences)[: self._config["ranking_length"]]
        return [{"name": str(self._weights["classes"][i]), "confidence": float(confidences[i])} for i in best]


def _matrix(messages: list[Message]) -> csr_matrix:
    return vstack([_row(message) for message in messages], format="csr")


def _row(message: Message) -> csr_matrix:
    return hstack([csr_matrix(f.features) for f in message.features if f.attribute == TEXT], format="csr")
