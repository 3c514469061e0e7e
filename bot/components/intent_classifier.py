"""A linear support vector machine over every sentence feature of a message, sparse and dense side by side.

Its confidences are calibrated: a softmax whose sharpness makes a held-out fifth of the examples most likely,
measured when the configuration names none; finding it anew takes as long as half the training.
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
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack, vstack
from scipy.special import log_softmax, softmax
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

UNREADABLE = {"name": None, "confidence": 0.0}
FILE = "weights.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    """`C`: inverse of the regularisation; `sharpness`: of the softmax; `ranking_length`: intents listed."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._weights: dict[str, np.ndarray] = {}

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"C": 0.5, "sharpness": None, "ranking_length": 5}

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
        rows, intents = _matrix(examples), np.array([message.get(INTENT) for message in examples])
        sharpness = self._config["sharpness"] or _sharpness(self._model(), rows, intents)
        model = self._model().fit(rows, intents)
        self._weights = {
            "coef": (sharpness * model.coef_.T).astype(np.float16),  # half of the memory, the same answers
            "intercept": sharpness * model.intercept_,
            "classes": model.classes_,
        }
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / FILE, **self._weights)
        return self._resource

    def _model(self) -> LinearSVC:
        return LinearSVC(C=self._config["C"], class_weight="balanced", tol=0.1, random_state=0)

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            ranking = self._ranking(message) if message.features else [UNREADABLE]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        row = _matrix([message])
        read = self._weights["coef"][row.indices].astype(np.float32)  # what the message has, not the whole
        confidences = softmax(row.data @ read + self._weights["intercept"])
        best = np.argsort(-confidences)[: self._config["ranking_length"]]
        return [{"name": str(self._weights["classes"][i]), "confidence": float(confidences[i])} for i in best]


def _sharpness(model: LinearSVC, rows: csr_matrix, intents: np.ndarray) -> float:
    """What the scores are multiplied by before the softmax: the likeliest on a fifth kept aside."""
    seen, aside = next(StratifiedKFold(5, shuffle=True, random_state=0).split(rows, intents))
    model.fit(rows[seen], intents[seen])
    scores, truths = model.decision_function(rows[aside]), np.searchsorted(model.classes_, intents[aside])

    def surprise(sharpness: float) -> float:
        return float(-log_softmax(sharpness * scores, axis=1)[np.arange(len(truths)), truths].mean())

    return float(minimize_scalar(surprise, bounds=(0.5, 20), method="bounded").x)


def _matrix(messages: list[Message]) -> csr_matrix:
    """One row a message, what each featurizer says of it side by side."""
    said = zip(*(_features(message) for message in messages), strict=True)
    return hstack([vstack(part, format="csr") for part in said], format="csr", dtype=np.float32)


def _features(message: Message) -> list[csr_matrix]:
    return [csr_matrix(f.features) for f in message.features if f.attribute == TEXT]
