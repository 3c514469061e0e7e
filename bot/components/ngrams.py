"""Weighted words and letter groups of a text: what the sentence encoder does not know, it can spell."""

from __future__ import annotations

from typing import Any

import numpy as np
from marisa_trie import Trie
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
TERMS, WEIGHTS = "terms.marisa", "idf.npy"


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
        vectorizer = _vectorizer(config)
        with model_storage.read_from(resource) as folder:
            terms = Trie().load(str(folder / TERMS))
            _know(vectorizer, terms, np.load(folder / WEIGHTS))
        return cls(vectorizer, execution_context.node_name or cls.__name__, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        self._vectorizer.fit([message.get(WRITTEN_OUT) for message in training_data.intent_examples])
        found = self._vectorizer.get_feature_names_out().tolist()
        terms, weights = Trie(found), np.empty_like(self._vectorizer.idf_)
        weights[[terms[term] for term in found]] = self._vectorizer.idf_
        _know(self._vectorizer, terms, weights)
        with self._storage.write_to(self._resource) as folder:
            terms.save(str(folder / TERMS))
            np.save(folder / WEIGHTS, weights)
        return self._resource

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


def _vectorizer(config: dict[str, Any]) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer=config["analyzer"],
        preprocessor=breath if config["sounds"] else folded,
        ngram_range=tuple(config["ngrams"]),
        min_df=config["min_df"],
        token_pattern=SPACED,
        sublinear_tf=True,
        dtype=np.float32,
    )


def _know(vectorizer: TfidfVectorizer, terms: Trie, weights: np.ndarray) -> None:
    """A trie of 240,000 terms takes 2 MB and is read like a dictionary; the vectorizer's own takes 50."""
    vectorizer.vocabulary_ = terms
    vectorizer.idf_ = weights
