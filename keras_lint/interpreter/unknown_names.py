"""Names of Keras's that do not exist, recorded where Python would raise."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.names import canonical
from keras_lint.interpreter.values import External, Value
from keras_lint.layers.schema import LayerSchema
from keras_lint.model import Misuse
from keras_lint.public_names import exists, namesake, nearest
from keras_lint.source import Span

_KIND = "unknown-keras-name"
_INNER = {"src", "api", "python", "contrib", "__internal__"}
"""Parts of paths into Keras's own packages, whose names are not public."""


def check_call(run: Context, function: External, span: Span) -> None:
    """Record the call of a layer that does not exist under any name."""
    if function.doubtful:
        return
    if function.name.startswith("keras.layers.") and function.name.count(".") == 2:
        last = function.name.rpartition(".")[2]
        if last[:1].isupper() and not _is_recorded(run, function.name):
            _record(run, function.name, function.spelled, span)


def check_version(run: Context, layer: type[LayerSchema], made: External, span: Span) -> None:
    """Record the making of a layer that the Keras that is meant does not have."""
    keras = made.keras or run.keras
    if keras is None or keras in layer.in_keras or made.doubtful:
        return
    _record(run, f"keras.layers.{made.name.rpartition('.')[2]}", made.spelled, span)


def doubted(run: Context, value: Value) -> Value:
    """Mark a name that is read where a handler may catch that it is missing."""
    if run.guard_depth and isinstance(value, External):
        return replace(value, doubtful=True)
    return value


def check_member(run: Context, module: External, name: str, span: Span) -> None:
    """Record the reading of a member that a module of Keras's does not have."""
    if not module.name.startswith("keras") or (
        module.name == "keras.layers" and name[:1].isupper()
    ):
        return
    spelled = f"{module.spelled or module.name}.{name}"
    _check(run, module.name, name, spelled, span)


def check_import(run: Context, modname: str, name: str | None, span: Span) -> None:
    """Record the import of a module, or of a name from it, that does not exist."""
    dotted, _ = canonical(modname)
    path, *parts = dotted.split(".")
    if path != "keras":
        return
    for part in (*parts, *([name] if name is not None else [])):
        spelled = modname if name is None else f"{modname}.{name}"
        if _check(run, path, part, spelled, span):
            return
        path = f"{path}.{part}"


def _check(run: Context, module: str, name: str, spelled: str, span: Span) -> bool:
    if span.path != run.path or exists(module, name) or _INNER & set(spelled.split(".")):
        return False
    near = nearest(module, name)
    if near is None and run.keras == 3 and name[:1].isupper():
        # A class of another module of Keras's: `keras.backend.Variable`.
        near = namesake(name)
    if near is None:
        # A newer Keras may have it.
        return False
    _record(run, f"{module}.{name}", spelled, span, near)
    return True


def _is_recorded(run: Context, name: str) -> bool:
    return any(
        one.kind == _KIND and "near" in one.detail and one.detail["canonical"] == name
        for one in run.facts.misuses
    )


def _record(run: Context, name: str, spelled: str, span: Span, near: str | None = None) -> None:
    detail = {"canonical": name} if near is None else {"canonical": name, "near": near}
    misuse = Misuse(
        _KIND,
        run.place(span),
        spelled or name,
        detail,
        chain=run.chain,
        guarded=run.guard_depth > 0,
    )
    if near is None or misuse not in run.facts.misuses:
        run.facts.misuses.append(misuse)
