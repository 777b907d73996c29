"""``label-range`` behind operations that keep the smallest and the greatest label."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import refused
from tests.rules.marks import check

MODEL = """
        model = keras.Sequential([
            keras.Input((4,)),
            layers.Dense(3, activation="softmax"),  # [label-range]
        ])
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(np.zeros((len(y), 4)), y)
        """
FOUND = {
    "repeated": "y = np.repeat([1, 2, 3], 4)",
    "tiled": "y = np.tile(np.arange(1, 4), 4)",
    "shifted": "y = np.array([0, 1, 2, 1]) + 1",
    "stretched": "y = np.array([0, 1, 2, 1]) * 2",
    "negative": "y = np.array([-1, 1, 1, -1])",
    "shuffled": "import sklearn.utils\ny = sklearn.utils.shuffle(np.array([1, 2, 3, 3]))",
}
SILENT = {
    "repeated_never": "y = np.repeat([1, 2, 3], [2, 2, 0])",
    "drawn_again": "import sklearn.utils\ny = sklearn.utils.resample(np.array([1, 2, 3, 3]))",
    "a_part": "y = np.array([1, 2, 3, 1])[:2]",
    "the_rest_of_a_division": "y = np.array([1, 2, 3, 1]) % 3",
}
IMPORTS = "import keras\nimport numpy as np\nfrom keras import layers\n"


@pytest.mark.parametrize("labels", FOUND.values(), ids=FOUND.keys())
def test_refused(labels: str) -> None:
    refused(f"{IMPORTS}{labels}{_plain(MODEL)}")


@pytest.mark.parametrize("labels", SILENT.values(), ids=SILENT.keys())
def test_silent(labels: str) -> None:
    check(f"{IMPORTS}{labels}{_plain(MODEL).replace('  # [label-range]', '')}")


def _plain(text: str) -> str:
    return "\n".join(line.removeprefix("        ") for line in text.split("\n"))
