"""``removed-import``: what Keras 3 refuses, what it takes, and what the fix makes of it."""

from __future__ import annotations

import pytest

from keras_lint.diagnostics.edits import apply
from tests.rules.keras_runs import assert_runs, run
from tests.rules.marks import check, diagnose, full_text, program

END = "model = keras.Sequential([keras.Input((8, 8, 3)), Conv2D(4, 3)])\ny = [1]\n"
REFUSED = {
    "a module of layers": "from keras.layers.convolutional import Conv2D  # [removed-import]\n",
    "through tensorflow": (
        "from tensorflow.keras.layers.experimental.preprocessing import (  # [removed-import]\n"
        "    Rescaling,  # to 0..1\n)\nfrom keras.layers import Conv2D\n"
    ),
    "the engine": (
        "from keras.engine.topology import Layer  # [removed-import]\n"
        "from keras.layers import Conv2D\n"
    ),
    "a function of np_utils": (
        "from keras.utils.np_utils import to_categorical  # [removed-import]\n"
        "from keras.layers import Conv2D\nto_categorical([1], 3)\n"
    ),
    "np_utils itself": (
        "from keras.utils import np_utils  # [removed-import]\n"
        "from keras.layers import Conv2D\nnp_utils.to_categorical([1], 3)\n"
    ),
}
WITHOUT_FIX = {
    "a layer that is gone, too": "from keras.layers.local import LocallyConnected1D",
    "the wrapper of scikit-learn": "from keras.wrappers.scikit_learn import KerasClassifier",
    "a function of Keras 1": "from keras.layers import merge",
    "the tokenizer": "from keras.preprocessing.text import Tokenizer",
}
ACCEPTED = {
    "in a try": "try:\n    from keras.layers.core import Dense\n"
    "except ImportError:\n    from keras.layers import Dense\n",
    "under a condition": "if keras.__version__ < '3':\n    from keras.layers.core import Dense\n",
    "what is still there": "from keras.preprocessing.sequence import pad_sequences\n",
    "what tensorflow kept": "from tensorflow.keras.preprocessing.text import Tokenizer\n",
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_an_import_that_python_refuses_is_found_and_repaired(source: str) -> None:
    text = "import keras\n" + source + END
    (finding,) = check(text)
    assert run(text).error in ("ModuleNotFoundError", "ImportError")
    (fix,) = finding.fixes
    fixed = apply(program(text), [fix]).text
    assert diagnose(fixed, rules=["removed-import"]) == []
    assert fixed.count("#") == program(text).count("#")
    assert_runs(fixed)


@pytest.mark.parametrize("line", WITHOUT_FIX.values(), ids=WITHOUT_FIX)
def test_what_has_no_other_place_is_found_without_a_fix(line: str) -> None:
    text = f"import keras\n{line}\nmodel = keras.Sequential([keras.layers.Dense(1)])\n"
    (finding,) = diagnose(text, rules=["removed-import"])
    assert finding.fixes == ()
    assert run(text).error in ("ModuleNotFoundError", "ImportError")


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    text = "import keras\n" + source + "model = keras.Sequential([keras.layers.Dense(1)])\n"
    assert diagnose(text, rules=["removed-import"]) == []
    assert_runs(text)


def test_keras_2_has_these_modules() -> None:
    text = "import keras\n" + REFUSED["a module of layers"] + END
    assert diagnose(text, rules=["removed-import"], version="2") == []


# Another member of the module would be lost.
def test_np_utils_with_other_uses_has_no_fix() -> None:
    text = "import keras\nfrom keras.utils import np_utils\nmodel = keras.Sequential()\n"
    (finding,) = diagnose(text + "np_utils.normalize([1])\n", rules=["removed-import"])
    assert finding.fixes == ()


def test_the_text_in_full() -> None:
    text = "import keras\n" + REFUSED["a module of layers"] + END
    assert full_text(text, "removed-import") == TEXT


TEXT = """\
error[removed-import]: the module `keras.layers.convolutional` is gone in Keras 3
 --> example.py:2:1
  |
2 | from keras.layers.convolutional import Conv2D  # [removed-import]
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Python raises at this line
help: import from keras.layers
  |
2 ~ from keras.layers import Conv2D  # [removed-import]
  |

Found 1 error in 1 file; 1 can be fixed with `keras-lint fix`
"""
