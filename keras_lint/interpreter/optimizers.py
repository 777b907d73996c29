"""Optimizers: what the constructors of Keras 3 take, and what they refuse."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.values import Constant
from keras_lint.model import Misuse
from keras_lint.source import Span

_COMMON = (
    "learning_rate weight_decay clipnorm clipvalue global_clipnorm use_ema ema_momentum "
    "ema_overwrite_frequency loss_scale_factor gradient_accumulation_steps name"
)
_OWN = {
    "Adadelta": "rho epsilon",
    "Adafactor": "beta_2_decay epsilon_1 epsilon_2 clip_threshold relative_step",
    "Adagrad": "initial_accumulator_value epsilon",
    "Adam": "beta_1 beta_2 epsilon amsgrad",
    "AdamW": "beta_1 beta_2 epsilon amsgrad",
    "Adamax": "beta_1 beta_2 epsilon",
    "Ftrl": (
        "learning_rate_power initial_accumulator_value l1_regularization_strength "
        "l2_regularization_strength l2_shrinkage_regularization_strength beta"
    ),
    "Lion": "beta_1 beta_2",
    "Nadam": "beta_1 beta_2 epsilon",
    "RMSprop": "rho momentum epsilon centered",
    "SGD": "momentum nesterov",
}
_REMOVED = {"lr": "learning_rate"}
_IGNORED = "decay"
# Keras: BaseOptimizer.__init__ warns that it has no effect.


def note_arguments(run: Context, name: str, arguments: Arguments, span: Span) -> None:
    """Record the keyword arguments that an optimizer refuses."""
    short = name.removeprefix("keras.optimizers.")
    if short not in _OWN:
        return
    taken = (*_COMMON.split(), *_OWN[short].split())
    rate = arguments.get(0, "learning_rate")
    if isinstance(rate, Constant) and isinstance(rate.value, int):
        # Keras: BaseOptimizer.__init__ takes a float, a schedule or a function.
        detail = {"argument": "learning_rate", "value": str(rate.value)}
        _note(run, "invalid-argument", span, short, detail)
    for key in arguments.keywords:
        if key in taken or key == _IGNORED:
            continue
        kind = "removed-argument" if key in _REMOVED else "unknown-argument"
        detail = {"argument": key, "instead": _REMOVED.get(key, ""), "taken": " ".join(taken)}
        if key in _REMOVED:
            detail |= _obstacles(arguments, key, taken)
        if span.path != run.path:
            detail["stands"] = f"{span.path}:{span.line}"
        _note(run, kind, span, short, detail, arguments.keyword_spans.get(key))


def _obstacles(arguments: Arguments, key: str, taken: Collection[str]) -> dict[str, str]:
    """Say what stands against giving an argument its new name and leaving the rest as it is."""
    found = {}
    if arguments.get(0, _REMOVED[key]) is not None:
        found["twice"] = "yes"
    value = arguments.keywords[key]
    if isinstance(value, Constant) and isinstance(value.value, int):
        found["still-refused"] = "an int"
    if any(one not in taken and one not in (key, _IGNORED) for one in arguments.keywords):
        found["still-refused"] = "another argument"
    decay = arguments.keywords.get(_IGNORED, Constant(0.0))
    if not (isinstance(decay, Constant) and not decay.value):
        found["decays"] = "yes"
    return found


def _note(
    run: Context,
    kind: str,
    span: Span,
    name: str,
    detail: Mapping[str, str],
    place: Span | None = None,
) -> None:
    run.facts.misuses.append(
        Misuse(
            kind,
            run.place(span),
            name,
            detail,
            labels=() if place is None else ((run.place(place), detail["argument"]),),
            chain=run.chain,
            guarded=run.guard_depth > 0,
            keras=(3,),
        )
    )
