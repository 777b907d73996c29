"""Windows cut in a loop: how long they are is known, where they begin is not."""

from __future__ import annotations

import pytest

from tests.interpreter.programs import last_shape, shapes

TABLE = "import numpy as np\nimport pandas as pd\ndata = pd.read_csv('a.csv').values\n"
LAYER = "layers.LSTM(4, return_sequences=True)(np.array(rows))\n"


@pytest.mark.parametrize(
    ("loop", "length"),
    [
        ("for i in range(60, 2035):\n    rows.append(data[i - 60:i])", "60"),
        ("for i in range(len(data) - 30):\n    rows.append(data[i:i + 30])", "30"),
        ("for i in range(len(data) // 8):\n    rows.append(data[i * 8:(i + 1) * 8])", "8"),
        ("rows = [data[i:i + 7] for i in range(len(data) - 7)]", "7"),
        ("for i in range(len(data) - 30):\n    e = i + 30\n    rows.append(data[i:e])", "30"),
    ],
)
def test_windows_have_the_length_that_their_ends_are_apart(loop: str, length: str) -> None:
    assert last_shape(f"{TABLE}rows = []\n{loop}\n{LAYER}") == f"(?, {length}, 4)"


@pytest.mark.parametrize(
    "loop",
    [
        "for i in range(len(data)):\n    rows.append(data[0:i])",
        "for i in range(len(data)):\n    rows.append(data[min(i, 9):i + 30])",
        "for i in range(len(data)):\n    rows.append(data[-i:i])",
        "for i in range(len(data)):\n    rows.append(data[i:2 * i])",
        "for i in range(len(data)):\n    rows.append(data[i // 2:i + 30])",
        "last = 0\nfor i in range(len(data)):\n    rows.append(data[last:i])\n    last = i",
        "for i in range(900):\n    for k in range(900):\n        rows.append(data[i:k])",
        "for i in range(len(data) - 9):\n    rows += [data[i:i + 3], data[i:i + 4]]",
    ],
)
def test_windows_whose_ends_move_apart_have_no_known_length(loop: str) -> None:
    assert last_shape(f"{TABLE}rows = []\n{loop}\n{LAYER}").startswith("(?, ?, 4)")


def test_what_a_loop_counts_may_be_zero_and_is_no_size():
    program = """
        x = keras.Input((6,))
        for i in range(read_count()):
            units = 4 if i == 0 else 5
            layers.Dense(units)(x)
            layers.Dense(i)(x)
    """
    assert set(shapes(program)) == {"(None, ?)"}


def test_a_value_of_the_last_step_is_not_one_of_this_step():
    program = f"""
{TABLE}
start = 0
for i in range(len(data)):
    if i > 3:
        start = i
    rows = data[start:i + 2]
layers.LSTM(4, return_sequences=True)(rows[None])
    """
    assert last_shape(program) == "(1, ?, 4)"


def test_lists_that_grow_on_some_paths_hold_what_each_path_puts_there():
    program = """
        import numpy as np
        rows, mixed = [], []
        for name in read_names():
            if name.endswith(".png"):
                rows.append(np.zeros((8, 3)))
                mixed.append(np.zeros((8, 3)))
            else:
                mixed.append(np.zeros((9, 3)))
        layers.Conv1D(2, 1)(np.array(rows))
        layers.Conv1D(2, 1)(np.array(mixed))
    """
    assert shapes(program) == ["(?, 8, 2)", "(?, ?, 2)"]
