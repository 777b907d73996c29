"""pylint, as a process, on code that spells Keras through TensorFlow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from astroid import nodes
from astroid.exceptions import AstroidImportError
from astroid.manager import AstroidManager

from keras_lint.pylint_plugin import tensorflow_keras, transforms

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(__file__).parent / "programs"
CORRECT = [
    "spellings.py",
    "functional.py",
    "subclassing.py",
    "keras_3.py",
    "notebook_cells.py",
]
CHECKS = "--disable=all", "--enable=E,F,abstract-method,arguments-differ,too-many-ancestors"
PYLINT = (
    *("pylint", "astroid", "isort", "dill", "mccabe", "platformdirs"),
    *("tomlkit", "tomli", "typing_extensions", "rich", "pygments", "markdown_it", "mdurl"),
)


def run_pylint(
    files: list[Path], *options: str, python: tuple[str, ...] = (), **environment: str
) -> list[tuple[str, int, str, str]]:
    """Give the file name, line, symbol and text of each message, in pylint's order."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, *python, "-m", "pylint", f"--rcfile={os.devnull}", *CHECKS]
    command += ["--output-format=json2", *options, *map(str, files)]
    process = subprocess.run(command, capture_output=True, text=True, env=variables, check=False)
    assert process.stderr == ""
    return [
        (Path(message["path"]).name, message["line"], message["symbol"], message["message"])
        for message in json.loads(process.stdout)["messages"]
    ]


def run_pylint_beside(
    folder: Path, packages: tuple[str, ...], source: str, **environment: str
) -> list[tuple[str, str]]:
    """Give the line of code and the symbol of pylint's own messages beside these packages alone."""
    site = folder / "site-packages"
    site.mkdir()
    for name in (*PYLINT, *packages):
        spec = find_spec(name)
        if spec is not None and spec.submodule_search_locations:
            (site / name).symlink_to(spec.submodule_search_locations[0])
        elif spec is not None and spec.origin is not None:
            (site / f"{name}.py").symlink_to(spec.origin)
    path = os.pathsep.join((str(ROOT), str(site)))
    file = folder / "program.py"
    file.write_text(source, "utf-8")
    messages = run_pylint(
        [file], "--load-plugins=keras_lint", python=("-S",), PYTHONPATH=path, **environment
    )
    lines = source.splitlines()
    return [
        (lines[line - 1], symbol)
        for _, line, symbol, _ in messages
        if not symbol.startswith("keras-")
    ]


@pytest.fixture(scope="module")
def messages() -> list[tuple[str, int, str, str]]:
    """Give what pylint with the plugin says of all programs."""
    return run_pylint(sorted(PROGRAMS.glob("*.py")), "--load-plugins=keras_lint")


@pytest.fixture
def installed() -> Iterator[AstroidManager]:
    """Install the support for one test in this process."""
    tensorflow_keras.install()
    yield AstroidManager()
    tensorflow_keras.uninstall()


def test_without_the_plugin_pylint_does_not_find_tensorflow_keras() -> None:
    symbols = {symbol for _, _, symbol, _ in run_pylint([PROGRAMS / "spellings.py"])}

    assert {"import-error", "no-member", "no-name-in-module"} <= symbols


@pytest.mark.parametrize("program", CORRECT)
def test_correct_code_is_clean(messages: list[tuple[str, int, str, str]], program: str) -> None:
    assert [message for message in messages if message[0] == program] == []


@pytest.mark.parametrize(
    ("code", "symbol"),
    [
        ("import tensorflow.keras.layerz", "import-error"),
        ("import tensorflow.kerass", "import-error"),
        ("from tensorflow import keras, keraz", "no-name-in-module"),
        ("from tensorflow.keras import layerz", "no-name-in-module"),
        ("from tensorflow.keras.layers import Dense, Fltten", "no-name-in-module"),
        ("from tensorflow.keras.nothing import something", "import-error"),
        ("from keras.layers import Densse", "no-name-in-module"),
        ("print(tf.keras.layers.Densee(3))", "no-member"),
        ("print(keras.lossez.mse)", "no-member"),
        ("model.summry()", "no-member"),
        ("    model.summaryy()", "no-member"),
        ('model.compile(optimizer="adam", losss="mse")', "unexpected-keyword-arg"),
        ("keras.utils.to_categoricall([1])", "no-member"),
        ("K.epsilonn()", "no-member"),
        ("keras.losses.mse(1)", "no-value-for-parameter"),
    ],
)
def test_names_that_do_not_exist_are_still_caught(
    messages: list[tuple[str, int, str, str]], code: str, symbol: str
) -> None:
    line = (PROGRAMS / "typos.py").read_text("utf-8").splitlines().index(code) + 1

    assert symbol in {found for name, at, found, _ in messages if (name, at) == ("typos.py", line)}


def test_two_processes_say_the_same(messages: list[tuple[str, int, str, str]]) -> None:
    files = [PROGRAMS / "spellings.py", PROGRAMS / "typos.py"]

    parallel = run_pylint(files, "--load-plugins=keras_lint", "-j2")

    assert sorted(parallel) == sorted(message for message in messages if message[0] == "typos.py")


def test_neither_tensorflow_nor_keras_is_imported() -> None:
    code = (
        "import sys; from pylint.lint import Run; "
        f"Run(['--load-plugins=keras_lint', '-sn', '-E', {str(PROGRAMS / 'typos.py')!r}], "
        "exit=False); print(sorted({'keras', 'tensorflow'} & set(sys.modules)))"
    )

    process = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert process.stdout.splitlines()[-1] == "[]"


def test_installing_twice_registers_once(installed: AstroidManager) -> None:
    tensorflow_keras.install()

    registered = installed._transform.transforms[nodes.Module]
    assert installed._failed_import_hooks.count(tensorflow_keras._import_along_path) == 1
    assert [one for one, _ in registered].count(transforms.complete) == 1


def test_a_cleared_cache_is_installed_into_again(installed: AstroidManager) -> None:
    installed.clear_cache()

    tensorflow_keras.install()

    registered = installed._transform.transforms[nodes.Module]
    assert installed._failed_import_hooks.count(tensorflow_keras._import_along_path) == 1
    assert [one for one, _ in registered].count(transforms.complete) == 1


def test_uninstalling_gives_astroid_back_as_it_was(installed: AstroidManager) -> None:
    assert installed.ast_from_module_name("tensorflow.keras").name == "keras._tf_keras.keras"

    tensorflow_keras.uninstall()

    with pytest.raises(AstroidImportError):
        installed.ast_from_module_name("tensorflow.keras")


def test_with_nothing_installed_imports_fail_honestly(tmp_path: Path) -> None:
    source = "import keras\nfrom tensorflow.keras.layers import Dense\nprint(keras.x, Dense(3))\n"

    assert run_pylint_beside(tmp_path, (), source) == [
        ("import keras", "import-error"),
        ("from tensorflow.keras.layers import Dense", "import-error"),
    ]


def test_with_keras_alone_only_tensorflow_is_missing(tmp_path: Path) -> None:
    source = """\
import keras
from keras.layers import Dense, Fltten
from tensorflow.keras import layers
print(keras.Sequential([Dense(3), Fltten()]).predict(layers).shape[0])
"""

    assert run_pylint_beside(tmp_path, ("keras",), source) == [
        ("from keras.layers import Dense, Fltten", "no-name-in-module"),
        ("from tensorflow.keras import layers", "import-error"),
    ]


# LocallyConnected1D is in Keras 2 only, keras.ops in Keras 3 only.
LEGACY_SOURCE = """\
import tensorflow as tf
from tensorflow.keras import layers, ops
print(layers.LocallyConnected1D(3, 3), ops, tf.compat.v1.layers.dense, tf.losses.Huber())
"""


def test_tensorflow_without_keras_means_tf_keras(tmp_path: Path) -> None:
    packages = ("tensorflow", "tf_keras")

    assert run_pylint_beside(tmp_path, packages, LEGACY_SOURCE) == [
        ("from tensorflow.keras import layers, ops", "no-name-in-module")
    ]


def test_the_environment_asks_for_legacy_keras(tmp_path: Path) -> None:
    packages = ("tensorflow", "tf_keras", "keras")

    assert run_pylint_beside(tmp_path, packages, LEGACY_SOURCE, TF_USE_LEGACY_KERAS="1") == [
        ("from tensorflow.keras import layers, ops", "no-name-in-module")
    ]
