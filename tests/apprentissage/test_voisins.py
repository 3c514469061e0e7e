"""What is nearest in meaning has its say, however many examples are elsewhere."""

import numpy as np
from numpy.typing import NDArray

from assistant.apprentissage.voisins import A_LA_FOIS, Voisins

CENT, DIMENSIONS = 100, 512


def autour_de(poles: list[int]) -> NDArray[np.float32]:
    """A hundred unit vectors around each pole."""
    bruit = np.random.default_rng(0).normal(scale=0.01, size=(CENT * len(poles), DIMENSIONS))
    phrases = np.repeat(np.eye(DIMENSIONS)[poles], CENT, axis=0) + bruit
    return np.asarray(phrases / np.linalg.norm(phrases, axis=1, keepdims=True), dtype=np.float32)


def test_a_text_is_what_the_examples_around_it_are() -> None:
    phrases, vrais = autour_de([0, 1]), np.repeat([[1, 0], [0, 1]], CENT, axis=0)
    parts = Voisins(phrases, vrais).log_parts(phrases[[0, CENT]])
    assert parts.argmax(axis=1).tolist() == [0, 1]


def test_neighbours_that_bear_two_labels_share_their_voice() -> None:
    phrases, vrais = autour_de([0, 1]), np.repeat([[1, 1, 0], [0, 0, 1]], CENT, axis=0)
    premier, second, autre = Voisins(phrases, vrais).log_parts(phrases[:1])[0]
    assert premier == second > autre


def test_a_label_said_by_no_neighbour_stays_possible() -> None:
    phrases, vrais = autour_de([0, 1]), np.repeat([[1, 0], [0, 1]], CENT, axis=0)
    assert np.isfinite(Voisins(phrases, vrais).log_parts(phrases)).all()


def test_a_lot_of_texts_is_read_as_each_of_them() -> None:
    phrases, vrais = autour_de([0, 1, 2, 3]), np.repeat(np.eye(4, dtype=int), CENT, axis=0)
    voisins = Voisins(phrases, vrais)
    ensemble = voisins.log_parts(phrases)  # more than are compared at once
    assert len(ensemble) == 4 * CENT > A_LA_FOIS
    assert np.allclose(ensemble[-1], voisins.log_parts(phrases[-1:])[0], atol=1e-5)


def test_few_examples_and_a_text_between_all_of_them_are_no_fault() -> None:
    phrases, vrais = np.eye(DIMENSIONS, dtype=np.float32)[:3], np.eye(3, dtype=int)
    parts = Voisins(phrases, vrais).log_parts(np.vstack([phrases, phrases.mean(axis=0, keepdims=True)]))
    assert np.isfinite(parts).all()
