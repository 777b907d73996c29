"""``EinsumDense`` against Keras."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from tests.layers.differential import Draw, differential

sizes = st.one_of(st.integers(1, 4), st.integers(1, 4), st.none())
EQUATIONS = (
    "ab,bc->ac",
    "abc,cd->abd",
    "abc,cde->abde",
    "abc,bcd->ad",
    "abcd,cde->abe",
    "...x,xy->...y",
    "...xy,xyz->...z",
    "...x,xyz->...yz",
    "ab...,bc->ac...",
    "abc...,cd->abd...",
    "a...,ab->b...",
    "ab,bc->acd",
    "ab,bcd->ac",
    "ab,bc",
    "abc,c->abc",
    "aab,bc->ac",
    "ab,bc->ac...",
)


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    equation = draw(st.sampled_from(EQUATIONS))
    letters = equation.partition("->")[2].replace(".", "")
    shape = draw(st.one_of(sizes, st.lists(sizes, max_size=3), st.tuples(sizes, sizes)))
    if draw(st.integers(0, 9)) == 0:
        shape = draw(st.sampled_from([(2.0, 3), (-1,), np.int64(3), "ab", (np.int64(3),)]))
    axes = draw(st.one_of(st.none(), st.text(letters or "a", max_size=2), st.just("q")))
    return Draw(
        keywords={
            "equation": equation,
            "output_shape": shape,
            "bias_axes": axes,
            "activation": draw(st.sampled_from([None, "relu", "relu", "no_such"])),
            "lora_rank": draw(st.sampled_from([None, None, 2])),
        },
        inputs=(None, *draw(st.lists(sizes, max_size=4))),
    )


@st.composite
def fitting_draws(draw: st.DrawFn) -> Draw:
    """Equations with input and output shapes that mostly fit."""
    equation = draw(st.sampled_from(EQUATIONS[:9]))
    into, _, rest = equation.partition(",")
    letters = {letter: draw(st.integers(1, 4)) for letter in "abcdexyz"}
    elided = tuple(draw(st.lists(sizes, min_size=1, max_size=2))) if "..." in equation else ()
    inputs = tuple(letters[letter] for letter in into if letter != ".")
    full = elided + inputs if into.startswith(".") else inputs + elided
    out = rest.partition("->")[2]
    output = [letters[letter] for letter in out if letter != "."]
    if not into.startswith("."):
        output = output[1:]
    output = [draw(st.sampled_from([size, size, None])) for size in output]
    return Draw(
        keywords={
            "equation": equation,
            "output_shape": tuple(output),
            "bias_axes": draw(st.one_of(st.none(), st.sampled_from(list(out.replace(".", ""))))),
            "lora_rank": draw(st.sampled_from([None, None, 2])),
        },
        inputs=full,
    )


def test_any_equation_on_any_shape() -> None:
    """Most of these do not fit, and Keras says so."""
    differential("EinsumDense", draws(), accepted=30, refused=150)


def test_fitting_equations() -> None:
    """Kernel and bias have the sizes of their letters, an ellipsis keeps its axes."""
    differential("EinsumDense", fitting_draws(), accepted=150, refused=20)
