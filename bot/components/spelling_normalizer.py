"""Writes each text out in full for the components that follow; the message itself keeps its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components import glued, phonetics, spelling, spelling_by_ear

WRITTEN_OUT = "text_written_out"
FILE = "words.json"
SOURCES = [Path(module.__file__ or "") for module in (glued, phonetics, spelling, spelling_by_ear)]
LEXICONS = (spelling.LEXICON_FILE, spelling_by_ear.WORDS_FILE)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SpellingNormalizer(GraphComponent):
    """Puts `spelling.written_out(text)` beside the text, where only featurizers look. Trained: it keeps
    the words of the examples, that unknown spellings are first compared with."""

    def __init__(
        self, words: dict[str, dict[str, int]], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._ear = spelling_by_ear.ByEar(**words)
        self._storage = model_storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SpellingNormalizer:
        return cls({"usual": {}, "typed": {}}, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SpellingNormalizer:
        with model_storage.read_from(resource) as folder:
            words = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return cls(words, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """A changed spelling trains anew: Rasa's cache sees this class, not what it reads."""
        return "".join(path.read_text(encoding="utf-8") for path in (*SOURCES, *LEXICONS))

    def train(self, training_data: TrainingData) -> Resource:
        texts = [message.get(TEXT) for message in training_data.intent_examples]
        words = {
            "usual": spelling_by_ear.usual_words(map(spelling.listed, texts)),
            "typed": glued.typed_words(texts),
        }
        with self._storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(words), encoding="utf-8")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if text := message.get(TEXT):
                message.set(WRITTEN_OUT, spelling.written_out(text, self._ear))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data
