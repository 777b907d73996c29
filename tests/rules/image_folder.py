"""A folder of images in two classes, for the loaders that read one."""

from __future__ import annotations

from pathlib import Path


def make_images(root: Path, *, size: int = 32, count: int = 4) -> None:
    """Write a few images into a folder for each of two classes."""
    import numpy as np
    import tensorflow as tf

    for name in ("cats", "dogs"):
        (root / name).mkdir(parents=True)
        for index in range(count):
            pixels = np.random.default_rng(index).integers(0, 255, (size, size, 3), dtype="uint8")
            (root / name / f"{index}.png").write_bytes(tf.io.encode_png(pixels).numpy())
