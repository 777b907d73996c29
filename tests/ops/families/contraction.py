"""How to call the functions of ``keras_lint.ops.contraction``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, axes_of, flags, once_in, shapes, sizes
from tests.ops.libraries import T

NUMBERS = ("float32", "float32", "float64", "float16", "int32")


# Of no values the libraries make different things.
_held = sizes.filter(lambda size: size != 0)


@st.composite
def _einsum(draw: Draw) -> Arguments:
    """Draw an equation and operands that fit it, mostly."""
    extents = {label: draw(_held) for label in "abcd"}
    terms = draw(st.lists(st.lists(st.sampled_from("abcd"), max_size=3), min_size=1, max_size=3))
    leading = draw(once_in(3, shapes(0, 2, _held), st.just(None)))
    operands, written = [], []
    for term in terms:
        dims = [extents[label] for label in term]
        if leading is not None:
            dims = [*leading, *dims]
        for index in range(len(dims)):
            if not draw(st.integers(0, 11)):
                dims[index] = draw(_held)
        if not draw(st.integers(0, 15)):
            dims.append(2)
        operands.append(T(tuple(dims)))
        written.append(("..." if leading is not None else "") + "".join(term))
    labels = sorted({label for term in terms for label in term})
    output = draw(st.permutations(labels))[: draw(st.integers(0, len(labels)))]
    equation = ",".join(written)
    if draw(st.integers(0, 3)):
        head = "..." if leading is not None else ""
        equation += "->" + head + "".join(output) + draw(st.sampled_from([""] * 15 + ["z"]))
    return {"subscripts": equation, "operands": operands}


@st.composite
def _tensordot(draw: Draw) -> Arguments:
    left = list(draw(shapes(0, 4)))
    count = draw(st.integers(0, 3))
    taken = draw(st.permutations(range(len(left))))[:count]
    right = list(draw(shapes(0, 2)))
    places = []
    for axis in taken:
        place = draw(st.integers(0, len(right)))
        places = [one + (one >= place) for one in places]
        right.insert(place, left[axis])
        places.append(place)
    if right and not draw(st.integers(0, 5)):
        right[draw(st.integers(0, len(right) - 1))] = draw(sizes)
    axes: Any = [[axis - len(left) * draw(st.integers(0, 1)) for axis in taken], places]
    match draw(st.integers(0, 7)):
        case 0:
            axes = draw(st.integers(-1, 4))
        case 1:
            axes = draw(
                st.sampled_from([(0, 0), (-1, -2), (1, 0), [5, 0], (0, 0, 0), [[0], [0, 1]]])
            )
        case 2 | 3:
            shared = draw(shapes(count, count))
            left, right = [*left[:2], *shared], [*shared, *right[:2]]
            axes = count
    return {"x1": T(tuple(left)), "x2": T(tuple(right)), "axes": axes}


@st.composite
def _batch_dot(draw: Draw) -> Arguments:
    batch, shared = draw(sizes), draw(sizes)
    left = [batch, *draw(shapes(0, 2))]
    right = [batch, *draw(shapes(0, 2))]
    one, two = draw(st.integers(1, len(left))), draw(st.integers(1, len(right)))
    left.insert(one, shared)
    right.insert(two, draw(once_in(6, sizes, st.just(shared))))
    axes: Any = (one, two) if draw(flags) else [one - len(left), two - len(right)]
    match draw(st.integers(0, 7)):
        case 0:
            axes = None
        case 1:
            axes = draw(axes_of(max(len(left), len(right))))
        case 2:
            axes = (0, two)
    return {"x": T(tuple(left)), "y": T(tuple(right)), "axes": axes}


FAMILIES = {
    "einsum": Family(
        _einsum(),
        dtypes=NUMBERS,
        silent=(
            "in the output subscripts where input",
            "dimensions in operand",
            "Dimensions must be equal, but are",
        ),
        left_open=("`.` is 1 in one operand",),
    ),
    "einsum_in_keras": Family(
        _einsum(),
        dtypes=NUMBERS,
        left_open=("an output that is implied", "`.` is 1 in one operand"),
    ),
    "tensordot": Family(
        _tensordot(),
        dtypes=NUMBERS,
        silent=(
            "object is not iterable",
            "must be at least",
            "shape-mismatch for sum",
        ),
    ),
    "batch_dot": Family(_batch_dot(), dtypes=NUMBERS, left_open=("a batch_dot of many axes",)),
}
EXTRAS: dict[str, Any] = {}
