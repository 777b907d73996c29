"""Notebooks: cells as one program, findings and fixes at their places in the cells."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from keras_lint.cli import main
from keras_lint.diagnostics import Applicability, Edit, Fix
from keras_lint.notebooks import BadNotebook, read_notebook
from keras_lint.notebooks.magics import as_python, without_magics
from keras_lint.source import Span

MODEL = """model = keras.Sequential([
    keras.Input((8,)),
    layers.Dense(16),
    layers.Dense(4, input_shape=(8,)),  # für alle
])"""


def _code(source: str | list[str]) -> dict[str, Any]:
    output = {"name": "stdout", "output_type": "stream", "text": ["é\n"]}
    return {
        "cell_type": "code",
        "execution_count": 3,
        "metadata": {"tags": ["ä"]},
        "outputs": [output],
        "source": source,
    }


def _notebook(*cells: str | list[str], **more: Any) -> dict[str, Any]:
    """Give a notebook with a cell of text in front."""
    text = {"cell_type": "markdown", "metadata": {}, "source": ["# Title"]}
    found = [text, *map(_code, cells)]
    return {"cells": found, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text('[tool.pylint.keras-lint]\nkeras-version = "3"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(folder: Path, content: dict[str, Any], **style: Any) -> str:
    stored = json.dumps(content, **{"indent": 1, "ensure_ascii": False} | style) + "\n"
    (folder / "nb.ipynb").write_bytes(stored.encode("utf-8"))
    return stored


def test_a_finding_is_told_by_its_cell(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(folder, _notebook("import keras\nfrom keras import layers", _lines(MODEL)))
    assert main(["check", "--format", "concise", "nb.ipynb"]) == 1
    assert capsys.readouterr().out.startswith("nb.ipynb:cell 3:4:5: W7137 `input_shape` of this")


def test_the_excerpt_is_that_of_the_cell(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(folder, _notebook("import keras\nfrom keras import layers", "%%time\n" + MODEL))
    assert main(["check", "nb.ipynb"]) == 1
    out = capsys.readouterr().out
    assert " --> nb.ipynb:cell 3:5:5\n" in out
    assert "5 |     layers.Dense(4, input_shape=(8,)),  # für alle\n" in out
    assert "5 ~     layers.Dense(4),  # für alle\n" in out
    assert "in 1 file" in out


def test_a_folder_holds_notebooks_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(folder, _notebook("import keras\nfrom keras import layers", MODEL))
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "nb-checkpoint.ipynb").write_text("")
    assert main(["check", "--format", "concise", "."]) == 1
    assert capsys.readouterr().out.count("\n") == 1


def test_a_comment_silences_in_a_cell(folder: Path) -> None:
    text = MODEL.replace("# für alle", "# pylint: disable=keras-input-shape-not-first")
    _write(folder, _notebook("import keras\nfrom keras import layers", text))
    assert main(["check", "nb.ipynb"]) == 0


def test_a_broken_cell_costs_itself_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = "x = 1\nmodel = f(("
    _write(folder, _notebook("import keras\nfrom keras import layers", broken, MODEL))
    assert main(["check", "--format", "concise", "nb.ipynb"]) == 2
    out, err = capsys.readouterr()
    assert out.startswith("nb.ipynb:cell 4:4:5: W7137")
    assert err.startswith("nb.ipynb:cell 3:2:")
    assert "syntax error: " in err


def test_a_summary_counts_lines_in_cells(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(folder, _notebook("import keras\nfrom keras import layers", MODEL))
    assert main(["summary", "nb.ipynb"]) == 0
    out = capsys.readouterr().out
    assert 'Model: "model", sequential, nb.ipynb:cell 3:1\n' in out
    assert "cell 3:4" in out


def test_a_json_summary_names_the_cell(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(folder, _notebook("import keras\nfrom keras import layers", MODEL))
    assert main(["summary", "--format", "json", "nb.ipynb"]) == 0
    entry = json.loads(capsys.readouterr().out)["files"][0]
    assert (entry["models"][0]["cell"], entry["models"][0]["line"]) == (3, 1)
    call = entry["layer_calls"][1]
    assert (call["cell"], call["line"], call["end_line"], call["call_line"]) == (3, 4, 4, 1)


STYLES: list[dict[str, Any]] = [
    {"indent": 1},
    {"indent": 4},
    {"indent": None},
    {"indent": 2, "ensure_ascii": True},
    {"indent": "\t"},
    {"indent": None, "separators": (",", ":")},
]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("as_lines", [True, False])
def test_a_fix_changes_its_line_of_json_and_nothing_else(
    folder: Path, style: dict[str, Any], as_lines: bool
) -> None:
    source = _lines(MODEL) if as_lines else MODEL
    stored = _write(folder, _notebook("import keras\nfrom keras import layers", source), **style)
    assert main(["fix", "--write", "nb.ipynb"]) == 0
    fixed = (folder / "nb.ipynb").read_bytes().decode("utf-8")
    assert fixed == stored.replace(", input_shape=(8,)", "")


def test_a_diff_is_shown_cell_by_cell(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored = _write(folder, _notebook("import keras\nfrom keras import layers", MODEL))
    assert main(["fix", "nb.ipynb"]) == 1
    assert capsys.readouterr().out == (
        "--- nb.ipynb:cell 3\n+++ nb.ipynb:cell 3\n@@ -1,5 +1,5 @@\n"
        " model = keras.Sequential([\n     keras.Input((8,)),\n     layers.Dense(16),\n"
        "-    layers.Dense(4, input_shape=(8,)),  # für alle\n"
        "+    layers.Dense(4),  # für alle\n"
        " ])\n\\ No newline at end of file\n"
    )
    assert (folder / "nb.ipynb").read_bytes() == stored.encode("utf-8")


def test_line_ends_and_a_missing_last_one_stay(folder: Path) -> None:
    content = _notebook("import keras\nfrom keras import layers", MODEL)
    stored = json.dumps(content, indent=1).replace("\n", "\r\n")
    (folder / "nb.ipynb").write_bytes(stored.encode("utf-8"))
    assert main(["fix", "--write", "nb.ipynb"]) == 0
    expected = stored.replace(", input_shape=(8,)", "").encode("utf-8")
    assert (folder / "nb.ipynb").read_bytes() == expected


def _insert(line: int, text: str, column: int = 0) -> Edit:
    return Edit(Span("nb.ipynb", line, column, line, column), text)


def test_one_fix_may_change_several_cells() -> None:
    notebook = read_notebook("nb.ipynb", json.dumps(_notebook("a = 1", "b = 2", "c = 3\n")))
    first, second, third = (cell.first_line for cell in notebook.cells)
    edits = (_insert(first, "import x\n"), _insert(second, "# b\n"), _insert(third + 1, "d\n"))
    fixed = notebook.fixed((Fix("several", edits, Applicability.SAFE),))
    assert [cell.text for cell in fixed.cells] == ["import x\na = 1", "# b\nb = 2", "c = 3\nd\n"]


def test_a_line_behind_the_last_of_a_cell_belongs_to_it() -> None:
    notebook = read_notebook("nb.ipynb", json.dumps(_notebook("a = 1", "b = 2")))
    edit = _insert(notebook.cells[1].first_line - 1, "import x\n")
    fixed = notebook.fixed((Fix("import", (edit,), Applicability.SAFE),))
    assert [cell.text for cell in fixed.cells] == ["a = 1\nimport x", "b = 2"]


def test_a_fix_that_would_merge_cells_is_refused() -> None:
    notebook = read_notebook("nb.ipynb", json.dumps(_notebook("a = 1", "b = 2")))
    last = notebook.cells[1].first_line
    edit = Edit(Span("nb.ipynb", last - 1, 0, last, 0), "")
    with pytest.raises(BadNotebook):
        notebook.fixed((Fix("merge", (edit,), Applicability.SAFE),))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("a % b", "a % b"),
        ("%matplotlib inline\nx = 1", "\nx = 1"),
        ("!pip install keras\nx = 1", "\nx = 1"),
        ("!pip install \\\n  keras\nx = 1", "\n\nx = 1"),
        ("!echo it's (\nx = 1", "\nx = 1"),
        ("if x:\n    !ls\n    y = 1", "if x:\n    pass\n    y = 1"),
        ("model.fit?\nx = 1", "\nx = 1"),
        ("??model\nx = 1", "\nx = 1"),
        ("%time x = f(1)", "if 1: x = f(1)"),
        ("%timeit f(1)", "if (1): f(1)"),
        ("%timeit -n 3 f(1)", ""),
        ("%%time\nx = 1", "\nx = 1"),
        ("%%capture out\n!ls\nx = 1", "\n\nx = 1"),
        ("\n%%bash\nls -l\n", "\n\n\n"),
        ("%%writefile a.py\nx = 1", "\n"),
        ("x = (a\n  % b)\n%load x\n", "x = (a\n  % b)\n\n"),
        ('x = """\n!ls\n"""\n!ls', 'x = """\n!ls\n"""\n'),
    ],
)
def test_magics(cell: str, expected: str) -> None:
    assert without_magics(cell) == expected


def test_what_a_magic_binds_is_unknown() -> None:
    plain = without_magics("x = !ls {y}\n")
    assert ast.unparse(ast.parse(plain)).startswith("x = statement_left_out(")


@pytest.mark.parametrize("cell", ["print x", "((((", "x = 1\n)\ny = 2", "def f(:\n  x\n", "\0"])
def test_a_cell_keeps_its_lines_whatever_it_holds(cell: str) -> None:
    plain, failures = as_python("nb.ipynb:cell 1", cell)
    assert plain.count("\n") == cell.count("\n")
    assert len(failures) >= 1
    ast.parse(plain)


@pytest.mark.parametrize(
    ("stored", "why"),
    [
        ("", "is no notebook: Expecting value"),
        ("[]", "is no notebook: its JSON is no object"),
        ("{}", "is no notebook: it has no cells"),
    ],
)
def test_files_that_are_no_notebooks(
    folder: Path, capsys: pytest.CaptureFixture[str], stored: str, why: str
) -> None:
    (folder / "nb.ipynb").write_text(stored)
    assert main(["check", "nb.ipynb"]) == 2
    assert f"nb.ipynb: {why}" in capsys.readouterr().err


def test_format_3_is_read_and_not_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imports = {"cell_type": "code", "input": "import keras\nfrom keras import layers"}
    cells = [{"cell_type": "heading", "source": "T"}, imports]
    cells += [{"cell_type": "code", "input": _lines(MODEL)}]  # type: ignore[dict-item]
    _write(folder, {"worksheets": [{"cells": cells}], "nbformat": 3})
    assert main(["check", "--format", "concise", "nb.ipynb"]) == 1
    assert capsys.readouterr().out.startswith("nb.ipynb:cell 3:4:5: W7137")
    assert main(["fix", "--write", "nb.ipynb"]) == 2
    assert "a notebook of format 3 is only read" in capsys.readouterr().err


def test_a_notebook_of_another_language_holds_no_program(folder: Path) -> None:
    metadata = {"kernelspec": {"language": "R", "name": "ir"}}
    _write(folder, _notebook("library(keras)\nx <- 1", metadata=metadata))
    assert main(["check", "nb.ipynb"]) == 0


def test_a_new_cell_in_front_leaves_a_baseline_valid(folder: Path) -> None:
    imports = "import keras\nfrom keras import layers"
    _write(folder, _notebook(imports, MODEL))
    assert main(["check", "--baseline", "known.json", "nb.ipynb"]) == 0
    _write(folder, _notebook("x = 1", imports, MODEL))
    assert main(["check", "--baseline", "known.json", "nb.ipynb"]) == 0


def test_where_tracking_stopped_is_told_by_cell(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imports = "import keras\nfrom keras import layers"
    _write(
        folder, _notebook(imports, "n = int(input())\nlayer = layers.Dense(n)(keras.Input((8,)))")
    )
    main(["summary", "--why", "nb.ipynb"])
    out = capsys.readouterr().out
    assert "  cell 3:" in out
    assert " line " not in out


def test_keras_is_asked_about_the_models_of_a_notebook(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(folder, _notebook("!ls\nimport keras\nfrom keras import layers", MODEL))
    assert main(["verify", "nb.ipynb"]) == 1
    out = capsys.readouterr().out
    assert 'Model: "model", sequential, nb.ipynb:cell 3:1: confirmed by keras' in out
    assert "cell 3:4" in out
    assert " --> nb.ipynb:cell 3:4:5\n" in out


def test_a_fix_of_a_notebook_can_be_confirmed(folder: Path) -> None:
    late = "model = Sequential()\nmodel.add(Dense(16, input_shape=(3, 2)))\nmodel.add(Flatten())"
    imports = "from keras.layers import Dense, Flatten\nfrom keras.models import Sequential"
    stored = _write(folder, _notebook(imports, "%%time\n" + late + "\nmodel.add(Dense(4))"))
    assert main(["fix", "--write", "--unsafe-fixes", "--verify", "nb.ipynb"]) == 0
    fixed = json.loads((folder / "nb.ipynb").read_text("utf-8"))
    assert fixed["cells"][2]["source"].splitlines() == [
        "%%time",
        "model = Sequential()",
        "model.add(Flatten(input_shape=(3, 2)))",
        "model.add(Dense(16))",
        "model.add(Dense(4))",
    ]
    assert fixed["cells"][:2] == json.loads(stored)["cells"][:2]
