"""Low-rank adaptation: what ``lora_rank`` makes of a layer's kernel."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, NumpyInteger, Weight, is_size, show, truth
from keras_lint.shapes import Dim, InvalidArgument, Unknown, surely_below


def check_lora(rank: Argument, constraint_name: str, constraint: Argument) -> None:
    """Check ``lora_rank`` as the build does. Keras: ``enable_lora``.

    Raises:
        InvalidArgument: the rank is no size, or the kernel has a constraint too.
    """
    if truth(rank) is not True:
        return
    if truth(constraint) is True:
        expected = f"no {constraint_name} beside lora_rank"
        raise InvalidArgument(constraint_name, expected, show(constraint), keras=(3,))
    size = _size(rank)
    if not is_size(size) or surely_below(size, 0):
        raise InvalidArgument("lora_rank", "a positive int", show(rank), keras=(3,))


def with_lora(kernel: Weight, rank: Argument) -> tuple[Weight, ...]:
    """Give a kernel and its two factors, ``(..., rank)`` and ``(rank, last)``.

    The kernel itself is frozen then; without a rank it stands alone.
    """
    match truth(rank):
        case False:
            return (kernel,)
        case Unknown() as unknown:
            return (Weight((unknown,)), Weight((unknown,), trainable=False))
    size = _size(rank)
    return (
        Weight(kernel.dims, trainable=False),
        Weight((*kernel.dims[:-1], size)),
        Weight((size, kernel.dims[-1])),
    )


def _size(rank: Argument) -> Dim:
    value = rank.value if isinstance(rank, NumpyInteger) else rank
    size: Dim = int(value) if isinstance(value, bool) else value
    return size
