"""numpy: numbers of its own type, files, random generators."""

from __future__ import annotations

import numpy as np
import pytest

from tests.interpreter.libraries.fed import check, seen
from tests.interpreter.programs import last_shape, run


@pytest.mark.parametrize(
    ("expression", "shape"),
    [
        ("np.random.default_rng(0).normal(size=(8, 3))", "(8, 3)"),
        ("np.random.default_rng(0).random((8, 3))", "(8, 3)"),
        ("np.random.default_rng(0).integers(0, 4, 8)", "(8,)"),
        ("np.random.RandomState(1).randn(5, 2)", "(5, 2)"),
        ("np.random.RandomState(1).rand(5, 2)", "(5, 2)"),
        ("np.random.RandomState(1).randint(0, 3, size=(5,))", "(5,)"),
        ("np.random.RandomState(1).normal(0, 1, (5, 2))", "(5, 2)"),
        ("np.eye(4)[np.array([0, 1, 3])]", "(3, 4)"),
        ("np.zeros((6, int(np.prod((2, 3)))))", "(6, 6)"),
        ("np.zeros((6, np.prod((2, 3))))", "(6, 6)"),
        ("np.zeros(np.sum([2, 3]))", "(5,)"),
        ("np.zeros((np.max([2, 3]), 1))", "(3, 1)"),
        ("np.zeros(int(np.ceil(5 / 2)))", "(3,)"),
        ("np.zeros(int(np.log2(16)))", "(4,)"),
        ("np.float32(np.zeros((3, 4)))", "(3, 4)"),
        ("np.zeros(np.int32(3))", "(3,)"),
        ("np.zeros((4, len(np.unique(np.array([1, 2, 2])))))", "(4, ?)"),
        ("np.zeros((4, 9)).sum(axis=1)", "(4,)"),
        ("np.zeros((4, 9)).max(axis=0)", "(9,)"),
    ],
)
def test_expressions(expression, shape):
    check(f"model.fit({expression})", shape)


def test_a_number_of_an_array_repeats_a_list():
    """``[0] * counts[i]`` has as many items as the number says, an array is scaled."""
    check(
        """
counts = np.random.randint(0, 5, 60)
model.fit(np.array([[1.0] * n + [0.0] * (4 - n) for n in counts]))
model.fit(np.array([1.0, 2.0] * counts[:2]))
""",
        *["an unknown shape", "(2,)"],
    )


def test_the_greatest_label():
    """``np.max`` is a number of numpy's, known only where the greatest label is."""
    program = """
    import numpy as np
    (x, y), _ = keras.datasets.mnist.load_data()
    keras.Sequential([keras.Input((4,)), layers.Dense(int(np.max(y)) + 1)])
    keras.Sequential([keras.Input((4,)), layers.Dense(int(y.max() + 1))])
    """
    assert last_shape(program) == "(None, 10)"
    drawn = """
    import numpy as np
    y = np.random.randint(0, 5, 10)
    keras.Sequential([keras.Input((4,)), layers.Dense(int(np.max(y)) + 1)])
    """
    assert last_shape(drawn) == "(None, ?)"


def test_numpy_integers_are_no_units():
    """Keras 3 wants an ``int``: ``np.prod`` gives one of numpy's."""
    program = "import numpy as np\nlayers.Dense(np.prod((3, 4)))"
    [made] = run(program).model.constructions
    assert made.refusals


def test_files(tmp_path):
    """The shape of an array in a file is unknown until it is reshaped."""
    np.savetxt(tmp_path / "a.txt", np.zeros((4, 6)))
    np.save(tmp_path / "a.npy", np.zeros((4, 6)))
    check(
        f"""
x = np.loadtxt({str(tmp_path / "a.txt")!r})
model.fit(x, x.reshape(-1, 3))
x = np.load({str(tmp_path / "a.npy")!r})
model.fit(x, x.reshape((-1, 2)))
np.save({str(tmp_path / "b.npy")!r}, x)
""",
        *["an unknown shape", "(?, 3)", "an unknown shape", "(?, 2)"],
    )


def test_several_arrays_in_a_file_are_unknown():
    assert seen("data = np.load('a.npz')\nmodel.fit(data['x'], data['y'])") == ["?", "?"]


def test_shuffling_a_list():
    """After a shuffle any item may be first; what they have in common stays."""
    check(
        """
arrays = [np.zeros((3, 4)), np.zeros((3, 4))]
np.random.shuffle(arrays)
model.fit(arrays[0])
import random
arrays = [np.zeros((3, 4)), np.zeros((2, 4))]
random.shuffle(arrays)
model.fit(arrays[0], random.choice(arrays))
x = np.zeros((5, 2))
np.random.shuffle(x)
np.random.seed(0)
model.fit(x)
""",
        *["(3, 4)", "(?, 4)", "(?, 4)", "(5, 2)"],
    )
