"""The sentence encoder of the catalogue, behind sentence-transformers: our package, or a hub model."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.apprentissage.phrases import empreinte_encodeur
from assistant.settings import settings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PAQUET = "use"  # the encoder that comes as a package: nothing is fetched


@lru_cache
def _modele() -> "SentenceTransformer":
    """Imported here: torch takes four seconds, and most commands search nothing."""
    from sentence_transformers import SentenceTransformer

    from assistant.offres.phrases_use import PhrasesUse

    if settings().embedding_model == PAQUET:
        return SentenceTransformer(modules=[PhrasesUse()], device="cpu")  # type: ignore[no-untyped-call]
    return SentenceTransformer(settings().embedding_model, device="cpu")


def sens_des_notices(textes: Sequence[str]) -> NDArray[np.float32]:
    """One unit vector a notice."""
    return _encoder(textes, "passage")


@lru_cache(maxsize=256)
def sens_du_besoin(texte: str) -> NDArray[np.float32]:
    """The vector of a need; a person who refines asks the same again."""
    vecteur: NDArray[np.float32] = _encoder([texte], "query")[0]
    return vecteur


def empreinte_du_modele() -> str:
    """Kept with the index: another encoder means another index."""
    return empreinte_encodeur() if settings().embedding_model == PAQUET else settings().embedding_model


def _encoder(textes: Sequence[str], role: str) -> NDArray[np.float32]:
    prompt = role if role in (_modele().prompts or {}) and _modele().prompts[role] else None
    trouves: NDArray[np.float32] = _modele().encode(
        list(textes), prompt_name=prompt, normalize_embeddings=True, show_progress_bar=False
    )
    return trouves
