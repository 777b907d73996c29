"""How the narrower and wider variants of a network round their numbers of filters."""

from __future__ import annotations

from keras_lint.shapes import Dim, Unknown, is_known


def scaled(filters: Dim, factor: float | Unknown) -> Dim:
    """Multiply and drop the fraction."""
    if isinstance(factor, Unknown):
        return factor
    return int(filters * factor) if is_known(filters) else _unclear(filters)


def scaled_to_eights(filters: Dim, factor: float | Unknown, *, at_least: float = 0.9) -> Dim:
    """Multiply and round to a multiple of 8, never below ``at_least`` of the product.

    Keras: ``_make_divisible``, ``_depth`` and ``round_filters``.
    """
    if isinstance(factor, Unknown):
        return factor
    if not is_known(filters):
        return _unclear(filters)
    exact = filters * factor
    rounded = max(8, int(exact + 4) // 8 * 8)
    return rounded + 8 if rounded < at_least * exact else rounded


def _unclear(filters: Dim) -> Unknown:
    return filters if isinstance(filters, Unknown) else Unknown("a fraction of an unknown size")
