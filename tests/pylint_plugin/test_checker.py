"""The checkers, in pylint as a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
IMPORTS = """\
from keras.models import Sequential
from keras.layers import Activation, Dense, Flatten, Input
"""
POSTED = f"""\
{IMPORTS}import numpy as np
model = Sequential()
model.add(Dense(16, input_shape=(3, 2)))
model.add(Activation('relu'))
model.add(Flatten())
model.add(Dense(4))
model.compile(loss='mean_squared_error', optimizer='SGD')
x = np.array([[[1, 2], [3, 4], [5, 6]]])
y = model.predict(x)
print(y.shape)
"""
OURS = ("--disable=all", "--enable=keras-lint")


def run(
    folder: Path, *options: str, stdin: bytes | None = None, plugins: str = "keras_lint"
) -> subprocess.CompletedProcess[str]:
    """Run pylint in a folder."""
    path = os.pathsep.join((str(ROOT), str(folder)))
    process = subprocess.run(
        [sys.executable, "-m", "pylint", f"--load-plugins={plugins}", *options],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
    )
    return subprocess.CompletedProcess(
        process.args, process.returncode, process.stdout.decode(), process.stderr.decode()
    )


def messages(folder: Path, *options: str, stdin: bytes | None = None) -> list[dict[str, Any]]:
    """Give pylint's messages; its standard output must be JSON and nothing else."""
    process = run(folder, "--output-format=json2", *options, stdin=stdin)
    assert process.stderr == ""
    found: list[dict[str, Any]] = json.loads(process.stdout)["messages"]
    return found


def reported(folder: Path, source: str, *options: str) -> list[tuple[int, str]]:
    """Give the lines and symbols of our messages about a program."""
    (folder / "program.py").write_text(source, "utf-8")
    found = messages(folder, *(options or OURS), "program.py")
    return [(one["line"], one["symbol"]) for one in found]


def test_reports_the_posted_program_at_its_first_dense(tmp_path: Path) -> None:
    (tmp_path / "posted.py").write_text(POSTED, "utf-8")
    (found,) = messages(tmp_path, *OURS, "posted.py")
    place = found["line"], found["column"], found["endLine"], found["endColumn"]
    assert (found["symbol"], found["messageId"]) == ("keras-dense-on-multidim-input", "W7101")
    assert place == (5, 10, 5, 39)
    assert "(None, 3, 16)" in found["message"]
    assert "Flatten" in found["message"]
    assert "\n" not in found["message"]


def test_is_silent_on_the_accepted_answer(tmp_path: Path) -> None:
    answer = POSTED.replace("Dense(16, input_shape=(3, 2))", "Dense(16)").replace(
        "Sequential()\n", "Sequential()\nmodel.add(Flatten(input_shape=(3, 2)))\n"
    )
    assert reported(tmp_path, answer.replace("model.add(Flatten())\n", "")) == []


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        # A comment on the line of the layer is for this layer alone.
        (
            "MODEL = Sequential([Input((3,)),\n"
            "    Dense(3, groups=1),  # pylint: disable=keras-unknown-argument\n"
            "    Dense(3, groups=1)])\n",
            [5],
        ),
        # A line of its own in a function is for the rest of the function.
        (
            "def build():\n"
            "    first = Dense(3, groups=1)\n"
            "    # pylint: disable=keras-unknown-argument\n"
            "    return first, Dense(3, groups=1)\n"
            "def other():\n"
            "    return Dense(3, groups=1)\n"
            "build(), other()\n",
            [4, 8],
        ),
        # In a loop it is for the rest of the loop.
        (
            "for _ in range(1):\n"
            "    # pylint: disable=keras-unknown-argument\n"
            "    a = Dense(3, groups=1)\n"
            "b = Dense(3, groups=1)\n",
            [6],
        ),
        ("# pylint: disable-next=keras-unknown-argument\nDense(3, groups=1)\n", []),
        ("# pylint: disable=keras-lint\nDense(3, groups=1)\n", []),
    ],
)
def test_obeys_comments(tmp_path: Path, body: str, lines: list[int]) -> None:
    expected = [(line, "keras-unknown-argument") for line in lines]
    assert reported(tmp_path, IMPORTS + body) == expected


def test_counts_columns_in_bytes(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(
        IMPORTS + 'WORDS = "äöü"; LAYER = Dense(3, groups="ß")\n', "utf-8"
    )
    (found,) = messages(tmp_path, *OURS, "program.py")
    line = 'WORDS = "äöü"; LAYER = Dense(3, groups="ß")'.encode()
    assert line[found["column"] :].startswith(b'Dense(3, groups="')


@pytest.mark.parametrize(
    "data",
    [
        POSTED.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + POSTED.encode(),
        "# coding: latin-1\n# ä\n".encode("latin-1") + POSTED.encode(),
    ],
    ids=["windows line ends", "byte order mark", "another encoding"],
)
def test_reads_files_as_they_are(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "program.py").write_bytes(data)
    (found,) = messages(tmp_path, *OURS, "program.py")
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    assert lines[found["line"] - 1].startswith(b"model.add(Dense(16")
    assert found["column"] == len("model.add(")


def test_reads_what_the_editor_has_not_saved(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text("", "utf-8")
    (found,) = messages(tmp_path, *OURS, "--from-stdin", "program.py", stdin=POSTED.encode())
    assert (found["path"], found["line"]) == ("program.py", 5)


def test_works_in_several_processes(tmp_path: Path) -> None:
    """Options reach the workers, and no finding of one file turns up in another."""
    (tmp_path / "pyproject.toml").write_text(
        '[tool.pylint.keras-lint]\nkeras-version = "2"\n', "utf-8"
    )
    old = f"{IMPORTS}Dense(3, batch_input_shape=(1, 2))\n"
    files = {"a.py": POSTED, "b.py": old, "c.py": "X = 1\n", "d.py": POSTED}
    for name, source in files.items():
        (tmp_path / name).write_text(source, "utf-8")
    found = messages(tmp_path, *OURS, "-j", "2", *files)
    assert sorted((one["path"], one["line"], one["symbol"]) for one in found) == [
        ("a.py", 5, "keras-dense-on-multidim-input"),
        ("d.py", 5, "keras-dense-on-multidim-input"),
    ]


def test_takes_options_from_the_command_line(tmp_path: Path) -> None:
    old = f"{IMPORTS}Dense(3, batch_input_shape=(1, 2))\n"
    keras_3 = reported(tmp_path, old, *OURS, "--keras-version=3")
    assert keras_3 == [(3, "keras-removed-argument")]
    assert reported(tmp_path, old, *OURS, "--keras-version=2") == []


def test_leaves_tensorflow_alone_where_that_is_wished(tmp_path: Path) -> None:
    source = "from tensorflow.keras import layers\nLAYER = layers.Dense(3)\n"
    options = ("--disable=all", "--enable=no-name-in-module", "--keras-resolve-tensorflow")
    assert reported(tmp_path, source, *options[:2]) == []
    assert reported(tmp_path, source, *options[:2], f"{options[2]}=n") == [(1, "no-name-in-module")]


def test_extra_messages_are_for_those_who_ask(tmp_path: Path) -> None:
    meant = (
        f"{IMPORTS}from keras.layers import LSTM\n"
        "MODEL = Sequential([Input((8, 3)), Dense(4), LSTM(5), Dense(1)])\n"
    )
    extra = (4, "keras-dense-per-position")
    assert reported(tmp_path, meant, "--disable=C,W0611") == []
    assert extra in reported(tmp_path, meant, "--enable=keras-lint-extra")
    assert extra in reported(tmp_path, meant, "--disable=all", "--enable=keras-lint-extra")
    assert reported(tmp_path, meant, "--disable=all", "--enable=keras-lint") == []


def test_lists_and_explains_its_messages(tmp_path: Path) -> None:
    listed = run(tmp_path, "--list-msgs").stdout
    helped = run(tmp_path, "--help-msg=keras-dense-on-multidim-input").stdout
    assert ":keras-dense-on-multidim-input (W7101):" in listed
    assert ":keras-dense-per-position (I7301):" in listed
    assert "This message belongs to the keras-lint checker." in " ".join(helped.split())
    assert "```" not in helped


def test_one_id_prefix_for_each_checker() -> None:
    from keras_lint.pylint_plugin.checker import KerasLintChecker, KerasLintExtraChecker

    assert {code[1:3] for code in KerasLintChecker.msgs} == {"71"}
    assert {code[0] for code in KerasLintChecker.msgs} == {"E", "W"}
    assert {code[1:3] for code in KerasLintExtraChecker.msgs} == {"73"}
    assert {code[0] for code in KerasLintExtraChecker.msgs} <= {"R", "C", "I"}


def test_a_failure_of_ours_is_a_note_on_standard_error(tmp_path: Path) -> None:
    """pylint goes on, and its output stays what an editor can parse."""
    (tmp_path / "breaks.py").write_text(
        "from keras_lint.pylint_plugin import findings\n"
        "def analyze(*args, **options):\n    raise AssertionError('two\\nlines')\n"
        "findings.analyze = analyze\n"
        "def register(linter):\n    pass\n",
        "utf-8",
    )
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(POSTED + "y\n", "utf-8")
    process = run(
        tmp_path,
        "--disable=all",
        "--enable=keras-lint,pointless-statement",
        "--output-format=json2",
        "a.py",
        "b.py",
        plugins="keras_lint,breaks",
    )
    symbols = [one["symbol"] for one in json.loads(process.stdout)["messages"]]
    assert symbols == ["pointless-statement", "pointless-statement"]
    assert process.stderr.count("\n") == 1
    assert "two lines" in process.stderr


def test_a_file_that_does_not_parse_is_pylints_to_report(tmp_path: Path) -> None:
    found = reported(tmp_path, f"{POSTED}print y.shape\n")
    assert found == [(13, "syntax-error")]


# With keras-verify, real Keras builds the model and its repaired form in a worker process.
def test_verifies_with_keras_on_request(tmp_path: Path) -> None:
    (tmp_path / "posted.py").write_text(POSTED, "utf-8")
    (found,) = messages(tmp_path, *OURS, "--keras-verify=y", "posted.py")
    assert "Keras gives (None, 3, 16) here (reproduced with keras 3" in found["message"]
    assert "(None, 4) and 180 parameters" in found["message"].rpartition("with the fix")[2]
