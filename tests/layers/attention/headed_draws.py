"""What the tests of attention with several heads draw from."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from tests.layers.differential import Tensor
from tests.layers.draws import policies, rarely

sizes = rarely(st.integers(1, 4), st.none(), once_in=5)
widths = rarely(st.integers(1, 5), st.none(), once_in=25)
flags = st.booleans()
seldom = rarely(st.just(False), st.just(True), once_in=8)
heads = rarely(st.integers(1, 4), st.sampled_from([0, -1, 2.0, None, "2", np.int64(2)]), once_in=25)
rates = rarely(st.sampled_from([0.0, 0.2, 1]), st.sampled_from([1.5, -0.1, "0.1"]), once_in=25)
windows = rarely(st.sampled_from([None, 2]), st.sampled_from([0, -1, 2.0, "a"]), once_in=15)


@st.composite
def common_keywords(draw: st.DrawFn) -> dict[str, object]:
    """The arguments that both layers have."""
    return {
        "dropout": draw(rates),
        "use_bias": draw(flags),
        "use_gate": draw(flags),
        "sliding_window": draw(windows),
        "flash_attention": draw(st.sampled_from([None, None, None, False, True])),
        "dtype": draw(policies),
    }


@st.composite
def headed_inputs(
    draw: st.DrawFn, *, same_width: bool
) -> tuple[tuple[int | None, ...], dict[str, object]]:
    """A query, and the keywords of the call: a value, a key at times, and flags."""
    rank = draw(rarely(st.just(3), st.sampled_from([2, 4]), once_in=6))

    def shape(width: int | None) -> tuple[int | None, ...]:
        return (None, *(draw(sizes) for _ in range(rank - 2)), width)

    query = shape(draw(widths))
    usual = st.just(query[-1]) if same_width else widths
    value = shape(draw(rarely(usual, widths, once_in=10)))
    call: dict[str, object] = {"value": Tensor(value)}
    if draw(flags):
        key = (*value[:-1], draw(widths))
        call["key"] = Tensor(draw(rarely(st.just(key), st.just(shape(3)), once_in=8)))
    if draw(seldom):
        call["value"] = Tensor(value[1:])
    if draw(flags):
        call["return_attention_scores"] = draw(flags)
    if draw(flags):
        call["use_causal_mask"] = draw(flags)
    return query, call
