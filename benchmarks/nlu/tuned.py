"""The sentence encoder, fine-tuned on the training pairs: what it would bring, for `benchmarks.nlu.choose`.

The encoder is a package of numbers that cannot learn; here its two convolutions and its top are made again
in TensorFlow from these numbers, and follow a softmax over the intents. The table of words stays as it is.
"""

import random
from collections.abc import Iterator
from typing import Any

import numpy as np
import tensorflow as tf
from components.sentence_encoder import encoder
from scipy.sparse import csr_matrix

EPOCHS, BATCH, RATE, HEAD_RATE = 4, 64, 2e-4, 3e-3
LONGEST = 96  # pieces of words
WIDTHS = ((2, 0), (3, 1), (5, 2))  # of each convolution, and what it sees of the past
BLOCK = 256
SCALES = 17  # of the table, kept in eight bits
Numbers = np.ndarray


class Tuned:
    """Unit vectors of 512 numbers, after learning which intent each text has."""

    def fit_transform(self, texts: list[str], intents: Numbers) -> csr_matrix:
        tf.keras.utils.set_random_seed(0)
        self._net = _Net()
        labels, numbers = np.unique(intents, return_inverse=True)
        pieces = [_pieces(text) for text in texts]
        head = tf.Variable(tf.random.normal((512, len(labels)), stddev=0.05))
        step = _step(self._net, head, EPOCHS * len(pieces) // BATCH)
        for _ in range(EPOCHS):
            for rows in _batches(pieces):
                step(*_padded([pieces[row] for row in rows]), tf.constant(numbers[rows]))
        return self.transform(texts)

    def transform(self, texts: list[str]) -> csr_matrix:
        pieces = [_pieces(text) for text in texts]
        vectors = np.zeros((len(texts), 512), dtype=np.float32)
        for rows in _batches(pieces):
            vectors[rows] = self._net(*_padded([pieces[row] for row in rows])).numpy()
        return csr_matrix(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


class _Net(tf.Module):
    def __init__(self) -> None:
        super().__init__()
        of = _numbers()
        names = ("proj_W", "proj_b", "ln_g_all", "ln_b_all", "ln_g", "ln_b", "cnn_W", "cnn_b")
        top = ("d0", "d1", "d2", "d3", "p1", "p3")
        self._of = {name: tf.Variable(np.asarray(getattr(of, name), np.float32)) for name in (*names, *top)}
        self._first, self._second = (
            [
                (tf.Variable(np.reshape(w, (width, BLOCK, BLOCK)).astype(np.float32)), tf.Variable(b))
                for (width, _), w, b in zip(WIDTHS, weights, biases, strict=True)
            ]
            for weights, biases in ((of.w1, of.b1), (of.w2, of.b2))
        )

    def __call__(self, words: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
        """`words`: (texts, pieces, 512); `mask`: (texts, pieces, 1), 0 beyond the end."""
        of = self._of
        wide = _normal(words @ of["proj_W"] + of["proj_b"], of["ln_g_all"], of["ln_b_all"]) * mask
        seen = [words]
        for number, part in enumerate(tf.split(wide, len(WIDTHS), axis=-1)):
            inner = (_convolved(part, *self._first[number], WIDTHS[number]) + part) * mask
            seen.append(_convolved(inner, *self._second[number], WIDTHS[number]) + inner)
        read = _normal(tf.concat(seen, -1), of["ln_g"], of["ln_b"]) * mask
        length = tf.reduce_sum(mask, axis=1)
        mean = (tf.reduce_sum(read, axis=1) @ of["cnn_W"] + length * of["cnn_b"]) / tf.sqrt(length)
        low = tf.nn.relu(mean @ of["p1"] + tf.nn.relu(mean @ of["d0"]) @ of["d1"])
        return tf.tanh(low @ of["p3"] + tf.nn.relu(low @ of["d2"]) @ of["d3"])


def _step(net: _Net, head: tf.Variable, steps: int) -> Any:
    slow, fast = (
        tf.keras.optimizers.legacy.Adam(tf.keras.optimizers.schedules.PolynomialDecay(rate, steps, rate / 50))
        for rate in (RATE, HEAD_RATE)
    )

    body = net.trainable_variables

    @tf.function(reduce_retracing=True)
    def step(words: tf.Tensor, mask: tf.Tensor, truths: tf.Tensor) -> None:
        with tf.GradientTape() as tape:
            scores = tf.nn.dropout(net(words, mask), 0.2) @ head
            loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(truths, scores))
        *gradients, of_head = tape.gradient(loss, [*body, head])
        gradients, _ = tf.clip_by_global_norm(gradients, 1.0)
        slow.apply_gradients([(gradients[rank], body[rank]) for rank in range(len(body))])
        fast.apply_gradients([(of_head, head)])

    return step


def _numbers() -> Any:
    return encoder()._model


def _pieces(text: str) -> list[int]:
    return _numbers().sp.encode(text, out_type=int, add_bos=True, add_eos=True)[:LONGEST]


def _batches(pieces: list[list[int]]) -> Iterator[list[int]]:
    """Row numbers, those of like length together, in any order."""
    rows = sorted(range(len(pieces)), key=lambda row: len(pieces[row]))
    batches = [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
    random.Random(0).shuffle(batches)
    return iter(batches)


def _padded(pieces: list[list[int]]) -> tuple[tf.Tensor, tf.Tensor]:
    of, longest = _numbers(), max(map(len, pieces))
    words = np.zeros((len(pieces), longest, 512), np.float32)
    mask = np.zeros((len(pieces), longest, 1), np.float32)
    for row, numbers in enumerate(map(np.array, pieces)):
        scale = numbers % SCALES
        words[row, : len(numbers)] = (
            of.table[numbers].astype(np.float32) * of.scale[scale][:, None] + of.lo[scale][:, None]
        )
        mask[row, : len(numbers)] = 1
    return tf.constant(words), tf.constant(mask)


def _convolved(seen: tf.Tensor, weights: tf.Variable, bias: tf.Variable, width: tuple[int, int]) -> tf.Tensor:
    wide, past = width
    padded = tf.pad(seen, [[0, 0], [past, wide - 1 - past], [0, 0]])
    return tf.nn.relu(tf.nn.conv1d(padded, weights, 1, "VALID") + bias)


def _normal(seen: tf.Tensor, gain: tf.Variable, bias: tf.Variable) -> tf.Tensor:
    mean, variance = tf.nn.moments(seen, [-1], keepdims=True)
    return (seen - mean) * tf.math.rsqrt(variance + _numbers().eps) * gain + bias
