"""The changes of models as text, as Markdown for a pull request, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from keras_lint.cli.model_changes import LayerChange, Misfit, ModelChange
from keras_lint.cli.model_outline import LayerOutline, ModelOutline

SCHEMA = 1
UNKNOWN_WEIGHTS = "whether saved weights still fit is not known: some layers are not"


def render_text(changes: Sequence[ModelChange], revision: str) -> str:
    """Give lines for a terminal."""
    if not changes:
        return f"No model differs from {revision}\n"
    return "\n".join("\n".join(_text(change)) + "\n" for change in changes)


def _text(change: ModelChange) -> Iterator[str]:
    old, new = change.old, change.new
    if old is None or new is None:
        model = new or old
        assert model is not None, "a change has a side"
        word = "new" if old is None else "gone"
        yield f"{change.path}: {model.name} ({model.kind}) is {word}"
        yield f"  output   {model.output}"
        yield f"  params   {model.params}"
        return
    renamed = "" if old.name == new.name else f", was {old.name}"
    yield f"{change.path}: {new.name} ({new.kind}){renamed}"
    for title, before, after in _totals(old, new):
        yield f"  {title:<9}{_arrow(before, after)}"
    for layer in change.layers:
        yield f"  {_mark(layer)} {_layer_text(layer)}"
    for misfit in change.misfits:
        yield f"  ! saved weights no longer fit `{misfit.layer.name}`: {misfit_text(misfit)}"
    if not change.weights_known:
        yield f"  ? {UNKNOWN_WEIGHTS}"


def _totals(old: ModelOutline, new: ModelOutline) -> Iterator[tuple[str, str, str]]:
    yield "output", old.output, new.output
    yield "params", old.params, new.params
    if (old.trainable, new.trainable) != (old.params, new.params):
        yield "trained", old.trainable, new.trainable


def _arrow(before: str, after: str) -> str:
    return before if before == after else f"{before} -> {after}"


def _mark(change: LayerChange) -> str:
    return "+" if change.old is None else "-" if change.new is None else "~"


def _layer_text(change: LayerChange) -> str:
    old, new = change.old, change.new
    if old is None or new is None:
        one = new or old
        assert one is not None, "a change has a side"
        return f"{one.name} ({one.class_name})  {one.shape}  {_params(one.params)}"
    head = f"{_arrow(old.name, new.name)} ({new.class_name})"
    parts = [_arrow(old.shape, new.shape), _params(_arrow(old.params, new.params))]
    if _differs_in_code(change):
        parts.append(_arrow(old.code, new.code))
    return "  ".join([head, *parts])


def _differs_in_code(change: LayerChange) -> bool:
    """Tell whether nothing but the arguments shows that a layer changed."""
    old, new = change.old, change.new
    if old is None or new is None or old.meaning == new.meaning:
        return False
    return (old.shape, old.params) == (new.shape, new.params)


def _params(text: str) -> str:
    return f"{text} params"


def misfit_text(misfit: Misfit) -> str:
    """Say what a weights file holds for a layer and what the layer needs."""
    needed = ", ".join(misfit.layer.weights or ())
    if misfit.saved is None:
        return f"the file has none for `{misfit.layer.saved_as}`, it needs {needed}"
    return f"the file has {', '.join(misfit.saved)}, it needs {needed}"


def render_markdown(changes: Sequence[ModelChange], revision: str) -> str:
    """Give a comment for a pull request."""
    title = f"### Models, compared with `{revision}`\n"
    if not changes:
        return f"{title}\nNo model differs.\n"
    return "\n".join([title, *("\n".join(_markdown(change)) + "\n" for change in changes)])


def _markdown(change: ModelChange) -> Iterator[str]:
    old, new = change.old, change.new
    yield f"#### `{change.path}`: `{change.name}`"
    yield ""
    if old is None or new is None:
        model = new or old
        assert model is not None, "a change has a side"
        word = "New" if old is None else "Gone"
        yield f"{word}: {model.kind}, output `{model.output}`, {_params(model.params)}."
        return
    yield "| | before | after |"
    yield "| --- | --- | --- |"
    for name, before, after in _totals(old, new):
        yield f"| {name} | `{before}` | {_bold(before, after)} |"
    for layer in change.layers:
        code = _differs_in_code(layer)
        yield f"| {_layer_name(layer)} | {_cell(layer.old, code)} | {_cell(layer.new, code)} |"
    if change.misfits:
        yield ""
        yield "**Weights saved before this change no longer fit:**"
        yield ""
        for misfit in change.misfits:
            yield f"* `{misfit.layer.name}`: {misfit_text(misfit)}"
    if not change.weights_known:
        yield ""
        yield f"{UNKNOWN_WEIGHTS[0].upper()}{UNKNOWN_WEIGHTS[1:]}."


def _bold(before: str, after: str) -> str:
    return f"`{after}`" if before == after else f"**`{after}`**"


def _layer_name(change: LayerChange) -> str:
    one = change.new or change.old
    assert one is not None, "a change has a side"
    return f"`{_mark(change)}` {one.name} ({one.class_name})"


def _cell(layer: LayerOutline | None, code: bool) -> str:
    if layer is None:
        return ""
    if code:
        return f"`{layer.code}`".replace("|", "\\|")
    return f"`{layer.shape}` {_params(layer.params)}"


def render_json(changes: Sequence[ModelChange], revision: str) -> str:
    """Give one JSON object; its fields are stable."""
    whole = {
        "schema": SCHEMA,
        "revision": revision,
        "models": [_json(change) for change in changes],
    }
    return json.dumps(whole, indent=2) + "\n"


def _json(change: ModelChange) -> dict[str, object]:
    return {
        "path": change.path,
        "name": change.name,
        "before": _json_model(change.old),
        "after": _json_model(change.new),
        "layers": [
            {"before": _json_layer(one.old), "after": _json_layer(one.new)} for one in change.layers
        ],
        "weights_known": change.weights_known,
        "misfits": [
            {
                "layer": one.layer.name,
                "saved_as": one.layer.saved_as,
                "saved": None if one.saved is None else list(one.saved),
                "needed": list(one.layer.weights or ()),
            }
            for one in change.misfits
        ],
    }


def _json_model(model: ModelOutline | None) -> dict[str, object] | None:
    if model is None:
        return None
    return {
        "name": model.name, "kind": model.kind, "path": model.place.path,
        "line": model.place.line, "output": model.output, "params": _number(model.params),
        "trainable_params": _number(model.trainable),
    }  # fmt: skip


def _json_layer(layer: LayerOutline | None) -> dict[str, object] | None:
    if layer is None:
        return None
    found = asdict(layer)
    del found["saved_as"]
    return found | {"params": _number(layer.params)}


def _number(text: str) -> int | None:
    digits = text.replace(",", "")
    return int(digits) if digits.isdecimal() else None


FORMATS = {"text": render_text, "markdown": render_markdown, "json": render_json}
