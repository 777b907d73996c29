"""Paths for other programs."""

from __future__ import annotations

import pytest

from keras_lint.diagnostics.paths import split_cell, uri, with_slashes


@pytest.mark.parametrize(
    ("path", "windows", "expected"),
    [
        ("src/train.py", False, "src/train.py"),
        ("./src/train.py", False, "src/train.py"),
        ("../train.py", False, "../train.py"),
        ("/home/me/train.py", False, "file:///home/me/train.py"),
        ("my model/über%.py", False, "my%20model/%C3%BCber%25.py"),
        ("a:b.py", False, "a%3Ab.py"),
        ("odd\\name.py", False, "odd%5Cname.py"),
        ("src\\train.py", True, "src/train.py"),
        (".\\src\\train.py", True, "src/train.py"),
        ("C:\\my code\\train.py", True, "file:///C:/my%20code/train.py"),
        ("C:\\my code\\train.py", False, "file:///C:/my%20code/train.py"),
        ("C:/code/train.py", False, "file:///C:/code/train.py"),
        ("\\\\server\\share\\train.py", False, "file://server/share/train.py"),
    ],
)
def test_uri(path, windows, expected):
    assert uri(path, windows=windows) == expected


@pytest.mark.parametrize(
    ("path", "windows", "expected"),
    [
        ("src/train.py", False, "src/train.py"),
        ("src\\train.py", True, "src/train.py"),
        ("odd\\name.py", False, "odd\\name.py"),
        ("C:\\code\\train.py", False, "C:/code/train.py"),
    ],
)
def test_with_slashes(path, windows, expected):
    assert with_slashes(path, windows=windows) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("nb.ipynb:cell 7", ("nb.ipynb", "cell 7")),
        ("C:\\nb.ipynb:cell 12", ("C:\\nb.ipynb", "cell 12")),
        ("train.py", ("train.py", None)),
        ("nb.ipynb", ("nb.ipynb", None)),
    ],
)
def test_split_cell(path, expected):
    assert split_cell(path) == expected
