"""Two outlines of a project's models compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from keras_lint.cli.model_outline import LayerOutline, ModelOutline


@dataclass(frozen=True)
class LayerChange:
    """A layer that is new (``old`` is None), gone (``new`` is None) or another than before."""

    old: LayerOutline | None
    new: LayerOutline | None


@dataclass(frozen=True)
class Misfit:
    """A layer that cannot take the weights that were saved before the change."""

    layer: LayerOutline
    saved: tuple[str, ...] | None
    """The shapes in the file, None where the file holds no such layer."""


@dataclass(frozen=True)
class ModelChange:
    """A model that is new, gone or changed.

    ``weights_known`` says that the weights of all layers are known on both sides.
    """

    path: str
    old: ModelOutline | None
    new: ModelOutline | None
    layers: tuple[LayerChange, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    weights_known: bool = True

    @property
    def name(self) -> str:
        """The name to show it by."""
        model = self.new or self.old
        return model.name if model is not None else ""


def compare(
    path: str, old: Sequence[ModelOutline], new: Sequence[ModelOutline]
) -> Iterator[ModelChange]:
    """Give the models of a file that are not what they were."""
    for before, after in _pairs(old, new):
        if before is None or after is None:
            yield ModelChange(path, before, after)
            continue
        layers = tuple(_layer_changes(before.layers, after.layers))
        misfits, known = _misfits(before, after)
        totals_differ = (before.output, before.params, before.trainable) != (
            after.output, after.params, after.trainable,
        )  # fmt: skip
        if layers or misfits or totals_differ:
            yield ModelChange(path, before, after, layers, misfits, known)


def _pairs(
    old: Sequence[ModelOutline], new: Sequence[ModelOutline]
) -> Iterator[tuple[ModelOutline | None, ModelOutline | None]]:
    """Match models by scope and name; one left on each side is the same one renamed."""
    waiting: defaultdict[tuple[str, str], list[ModelOutline]] = defaultdict(list)
    for one in old:
        waiting[(one.scope, one.name)].append(one)
    matched: list[tuple[ModelOutline, ModelOutline | None]] = []
    for one in new:
        same = waiting[(one.scope, one.name)]
        matched.append((one, same.pop(0) if same else None))
    gone = [one for group in waiting.values() for one in group]
    fresh = [after for after, before in matched if before is None]
    renamed = gone.pop() if len(gone) == len(fresh) == 1 else None
    for after, before in matched:
        yield (renamed if before is None else before), after
    for one in gone:
        yield one, None


def _layer_changes(
    old: Sequence[LayerOutline], new: Sequence[LayerOutline]
) -> Iterator[LayerChange]:
    """Align by how layers are written, then by their class, and give those that differ."""
    by_code = [(o.class_name, o.meaning) for o in old], [(n.class_name, n.meaning) for n in new]
    for kind, i, j, k, m in SequenceMatcher(None, *by_code, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from _differing(old[i:j], new[k:m])
        else:
            yield from _by_class(old[i:j], new[k:m])


def _by_class(old: Sequence[LayerOutline], new: Sequence[LayerOutline]) -> Iterator[LayerChange]:
    classes = [one.class_name for one in old], [one.class_name for one in new]
    for kind, i, j, k, m in SequenceMatcher(None, *classes, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from _differing(old[i:j], new[k:m])
        else:
            yield from (LayerChange(one, None) for one in old[i:j])
            yield from (LayerChange(None, one) for one in new[k:m])


def _differing(old: Sequence[LayerOutline], new: Sequence[LayerOutline]) -> Iterator[LayerChange]:
    for before, after in zip(old, new, strict=True):
        if _facts(before) != _facts(after):
            yield LayerChange(before, after)


def _facts(layer: LayerOutline) -> tuple[object, ...]:
    return (layer.meaning, layer.shape, layer.params, layer.weights)


def _misfits(old: ModelOutline, new: ModelOutline) -> tuple[tuple[Misfit, ...], bool]:
    """Find the layers that ``load_weights`` would refuse, and tell whether all are known.

    Keras: ``saving_lib._load_container_state`` asks for each layer of the model by its class
    and its number among the layers of that class.
    """
    if "subclassed" in (old.kind, new.kind):
        # Such a model is saved by the names of its attributes.
        same = [one.weights for one in old.layers] == [one.weights for one in new.layers]
        return (), same and old.complete and new.complete
    saved = {one.saved_as: one.weights for one in old.layers if one.saved_as}
    known = old.complete and new.complete
    found = []
    for layer in new.layers:
        if not layer.saved_as:
            continue
        stored = saved.get(layer.saved_as, ())
        if stored is None or layer.weights is None:
            known = False
        elif layer.weights and layer.weights != stored:
            there = layer.saved_as in saved and bool(stored)
            found.append(Misfit(layer, stored if there else None))
    if not (old.complete and new.complete):
        return (), False
    return tuple(found), known
