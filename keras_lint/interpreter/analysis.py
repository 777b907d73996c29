"""The entry to the interpreter: one file in, its semantic model out."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from astroid import nodes

from keras_lint.interpreter.freeze import freeze
from keras_lint.interpreter.machine import Interpreter
from keras_lint.interpreter.names import is_keras_source
from keras_lint.interpreter.projects import Project, imported_texts
from keras_lint.interpreter.syntax import parse
from keras_lint.model import SemanticModel
from keras_lint.settings import Settings
from keras_lint.source import SourceText

_RECURSION_LIMIT = 8000
_STEPS_PER_LINE = 40
"""What a long file may cost beside the budget of a short one."""


def interpret(
    source: SourceText,
    settings: Settings,
    *,
    keras: int | None,
    tree: nodes.Module | None = None,
    name: str | None = None,
    fails_loudly: bool = False,
) -> SemanticModel:
    """Give the facts of a file.

    Args:
        source: the file.
        settings: the budgets.
        keras: the major version of Keras that is meant, or None.
        tree: the syntax tree, if the host has parsed the file already.
        name: the module's import name.
        fails_loudly: whether our own broken invariants are raised, as tests want.

    Raises:
        ParseFailure: the text is no valid Python.
    """
    name = name or Path(source.path).stem
    if tree is None:
        tree = parse(source, name)
    if not may_concern_keras(source):
        return SemanticModel(source, keras)
    budget = settings.max_steps + _STEPS_PER_LINE * source.text.count("\n")
    run = Interpreter(replace(settings, max_steps=budget), source, Project(source.path))
    run.keras = keras
    run.fails_loudly = fails_loudly
    run.guesses_imports = names_keras(source.text) and not may_import_keras(tree)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _RECURSION_LIMIT))
    try:
        module = run.run(tree, name)
        return freeze(run, module)
    finally:
        sys.setrecursionlimit(limit)


def may_concern_keras(source: SourceText) -> bool:
    """Tell by a look at the text whether a file may make or use Keras layers.

    A script may do so through modules of its project alone: it trains what they build.
    """
    if names_keras(source.text):
        return True
    return any(word in source.text for word in _USES) and (
        "sys.path." in source.text or any(names_keras(text) for text in imported_texts(source))
    )


def names_keras(text: str) -> bool:
    """Tell whether a text has what only code with Keras layers has."""
    return is_keras_source(text) or any(word in text for word in _TELLING)


_USES = (
    ".compile(", ".fit(", ".evaluate(", ".predict(", ".summary(", "model", "Model", "train",
    "Train", "net", "Net", "agent", "Agent", "GAN",
)  # fmt: skip
_TELLING = ("tensorflow", "Sequential", "Dense(")
"""What code has that concerns Keras and does not name it, as a posted snippet may not."""


def may_import_keras(tree: nodes.Module) -> bool:
    """Tell whether the imports of a file may bind names of Keras; a posted snippet has none."""
    for node in tree.nodes_of_class((nodes.Import, nodes.ImportFrom)):
        names = [name for name, _ in node.names]
        modules = names if isinstance(node, nodes.Import) else [node.modname or ""]
        if "*" in names or any(one.partition(".")[0] in _KERAS_ROOTS for one in modules):
            return True
    return False


_KERAS_ROOTS = {"keras", "tf_keras", "tensorflow"}
