"""The packaged sentence encoder, as sentence-transformers wants it."""

from typing import Any

import torch
from sentence_transformers.base.modules import InputModule

from assistant.apprentissage.phrases import vecteurs


class PhrasesUse(InputModule):
    """The packaged encoder as a module: vectors are ready before `forward`, in pure numpy."""

    save_in_root = False

    def preprocess(self, inputs: Any, prompt: str | None = None, **kwargs: Any) -> dict[str, torch.Tensor]:
        return {"sentence_embedding": torch.tensor(vecteurs(list(inputs)))}

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        return features

    def get_embedding_dimension(self) -> int:
        return 512

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        raise NotImplementedError("the encoder is a package: there is nothing to save")
