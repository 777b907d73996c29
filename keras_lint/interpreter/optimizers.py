"""Optimizers: what the constructors of Keras 3 take, and what they refuse."""

from __future__ import annotations

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
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
    for key in arguments.keywords:
        if key in taken or key == _IGNORED:
            continue
        run.facts.misuses.append(
            Misuse(
                "removed-argument" if key in _REMOVED else "unknown-argument",
                run.place(span),
                short,
                {"argument": key, "instead": _REMOVED.get(key, ""), "taken": " ".join(taken)},
                labels=((run.place(arguments.keyword_spans.get(key, span)), key),),
                chain=run.chain,
                guarded=run.guard_depth > 0,
                keras=(3,),
            )
        )
