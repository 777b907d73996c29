"""Jupyter notebooks: their cells as one program, and places in it as places in cells."""

from __future__ import annotations

from keras_lint.notebooks.notebook import BadNotebook, Cell, Notebook, is_notebook, read_notebook
from keras_lint.notebooks.places import located, relocated, with_cell_faults

__all__ = [
    "BadNotebook",
    "Cell",
    "Notebook",
    "is_notebook",
    "located",
    "read_notebook",
    "relocated",
    "with_cell_faults",
]
