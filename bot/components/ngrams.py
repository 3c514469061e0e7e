"""Weighted words and letter groups of a text: what the sentence encoder does not know, it can spell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer

from components.phonetics import breath, folded
from components.spelling_normalizer import WRITTEN_OUT

SPACED = r"\S+"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(GraphComponent):
    """Sparse TF-IDF sentence features. `analyzer`: word, char or char_wb; `ngrams`: [shortest, longest];
    `min_df`: in how many examples a group must be found to count; `sounds`: groups of what is heard of the
    whole text in one breath, not of its letters."""

    def __init__(
        self, vectorizer: TfidfVectorizer, name: str, model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._vectorizer = vectorizer
        self._name = name
        self._storage = model_storage
        self._resource = resource

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"analyzer": "word", "ngrams": [1, 2], "min_df": 1, "sounds": False}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        name = execution_context.node_name or cls.__name__
        return cls(_vectorizer(config), name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NgramFeaturizer:
        with model_storage.read_from(resource) as folder:
            terms = json.loads((folder / "terms.json").read_text(encoding="utf-8"))
            vectorizer = _vectorizer(config, terms)
            vectorizer.idf_ = np.load(folder / "idf.npy")
        return cls(vectorizer, execution_context.node_name or cls.__name__, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        self._vectorizer.fit([message.get(WRITTEN_OUT) for message in training_data.intent_examples])
        with self._storage.write_to(self._resource) as folder:
            self._persist(folder)
        return self._resource

    def _persist(self, folder: Path) -> None:
        """Plain files: importing a pickle-safe library takes longer than the whole start of the server."""
        terms = self._vectorizer.get_feature_names_out().tolist()
        (folder / "terms.json").write_text(json.dumps(terms), encoding="utf-8")
        np.save(folder / "idf.npy", self._vectorizer.idf_)

    def process(self, messages: list[Message]) -> list[Message]:
        written = [message for message in messages if message.get(WRITTEN_OUT)]
        if written:
            rows = self._vectorizer.transform([message.get(WRITTEN_OUT) for message in written])
            for message, row in zip(written, rows, strict=True):
                message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, self._name))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data


def _vectorizer(config: dict[str, Any], terms: list[str] | None = None) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer=config["analyzer"],
        preprocessor=breath if config["sounds"] else folded,
        ngram_range=tuple(config["ngrams"]),
        min_df=config["min_df"],
        vocabulary=terms,
        token_pattern=SPACED,
        sublinear_tf=True,
        dtype=np.float32,
    )
