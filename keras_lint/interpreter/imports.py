"""Imports: names of libraries become ``External``, modules of the project are followed."""

from __future__ import annotations

from collections.abc import Sequence

from astroid import nodes

from keras_lint.interpreter import moved_imports, unknown_names
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.names import canonical
from keras_lint.interpreter.scopes import assign
from keras_lint.interpreter.values import External, Frame, Module, Value
from keras_lint.layers.registry import layer_modules
from keras_lint.shapes import Unknown


def external(name: str) -> External:
    """Give the value of a library name as the file spells it."""
    canonical_name, keras = canonical(name)
    return External(canonical_name, name, keras)


def execute_import(run: Context, node: nodes.Import, frame: Frame) -> bool:
    """Run ``import a.b`` and ``import a.b as c``."""
    for name, alias in node.names:
        top = name.partition(".")[0]
        module = run.load_module(name if alias else top, 0, frame.module)
        if module is not None:
            if not alias:
                run.load_module(name, 0, frame.module)
            assign(run, frame, alias or top, module)
        else:
            unknown_names.check_import(run, name, None, frame.module.spans.of(node))
            assign(run, frame, alias or top, external(name if alias else top))
    return True


def execute_import_from(run: Context, node: nodes.ImportFrom, frame: Frame) -> bool:
    """Run ``from a import b`` and ``from .a import *``."""
    level = node.level or 0
    module = run.load_module(node.modname, level, frame.module)
    if module is None and not level:
        moved_imports.check_import(run, node, frame.module.spans.of(node))
    for name, alias in node.names:
        if name == "*":
            _import_star(run, node, module, frame)
            continue
        assign(run, frame, alias or name, _imported(run, node, module, name, level, frame))
    return True


def _imported(
    run: Context, node: nodes.ImportFrom, module: Module | None, name: str, level: int, frame: Frame
) -> Value:
    if module is not None:
        found = module.frame.cells.get(name)
        if found is not None:
            return found  # type: ignore[no-any-return]
    dotted = f"{node.modname}.{name}" if node.modname else name
    submodule = run.load_module(dotted, level, frame.module)
    if submodule is not None:
        return submodule
    span = frame.module.spans.of(node)
    if module is not None:
        return Unknown(f"`{name}` is not found in `{node.modname or '.'}`", span)
    if level:
        return Unknown(f"the module `{'.' * level}{node.modname}` is not found", span)
    unknown_names.check_import(run, node.modname, name, span)
    return unknown_names.doubted(run, external(dotted))


def _import_star(run: Context, node: nodes.ImportFrom, module: Module | None, frame: Frame) -> None:
    if module is not None:
        listed = run.iterate(module.frame.cells.get("__all__", Unknown("no __all__")))
        names = None if isinstance(listed, Unknown) else {getattr(v, "value", "") for v in listed}
        for name, value in list(module.frame.cells.items()):
            if name in names if names is not None else not str(name).startswith("_"):
                assign(run, frame, str(name), value)
        return
    root, _ = canonical(node.modname)
    if root == "keras.layers" or root.startswith("keras.layers."):
        for layer in layer_modules():
            assign(run, frame, layer.rpartition(".")[2], external(layer))
        for name in (
            "Input",
            "Layer",
            "concatenate",
            "add",
            "multiply",
            "average",
            "maximum",
            "dot",
        ):
            assign(run, frame, name, external(f"keras.layers.{name}"))
    elif root in ("keras.models", "keras"):
        for name in ("Sequential", "Model", "load_model", "clone_model"):
            assign(run, frame, name, external(f"keras.models.{name}"))
        if root == "keras":
            for name in ("layers", "models", "Input", "optimizers", "losses", "datasets", "utils"):
                assign(run, frame, name, external(f"keras.{name}"))
    elif root in ("keras.optimizers", "keras.losses", "keras.callbacks", "keras.utils"):
        for name in _STAR_NAMES.get(root, ()):
            assign(run, frame, name, external(f"{root}.{name}"))


_STAR_NAMES = {
    "keras.optimizers": ("SGD", "Adam", "RMSprop", "Adagrad", "Adadelta", "Nadam", "Adamax"),
    "keras.utils": ("to_categorical", "plot_model", "Sequence"),
    "keras.callbacks": ("EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau", "TensorBoard"),
}


def only_imports(body: Sequence[nodes.NodeNG]) -> bool:
    """Tell whether a ``try`` body does nothing but import."""
    return all(isinstance(one, nodes.Import | nodes.ImportFrom | nodes.Pass) for one in body)


def execute_guarded(run: Context, node: nodes.Try, frame: Frame) -> bool:
    """Run a ``try`` around imports: the first that can be meant is taken to succeed.

    ``try: import tensorflow.keras ... except ImportError: import keras ...`` means Keras on
    either path, and the canonical names are the same.
    """
    with run.guarded():
        goes_on = run.execute(node.body, frame)
    return goes_on and run.execute(node.orelse, frame)
