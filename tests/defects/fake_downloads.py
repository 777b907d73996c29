"""What programs get in place of pretrained weights, plots and folders of photographs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

NOWHERE = "/nowhere/weights.h5"


def stand_ins() -> Iterator[tuple[Any, str, Any]]:
    """Let pretrained models keep their random weights; give owners, names and replacements."""
    from keras.src.models.model import Model
    from keras.src.utils import file_utils

    yield file_utils, "get_file", lambda *_, **__: NOWHERE
    load = Model.load_weights

    def load_weights(self: Any, filepath: Any, *arguments: Any, **options: Any) -> Any:
        if filepath != NOWHERE:
            load(self, filepath, *arguments, **options)

    yield Model, "load_weights", load_weights


def hide_plots() -> None:
    """Let plots show nothing."""
    for name in ("matplotlib", "matplotlib.pyplot", "seaborn"):
        sys.modules.setdefault(name, mock.MagicMock())


def make_images(listing: Path, root: Path) -> None:
    """Make the folders of images that a file lists.

    ``{"flowers/train": {"classes": ["rose", "tulip"], "count": 4, "size": [32, 32]}}``
    """
    import numpy as np
    from PIL import Image

    random = np.random.default_rng(0)
    for folder, wanted in json.loads(listing.read_text("utf-8")).items():
        for name in wanted["classes"]:
            place = root / folder / name
            place.mkdir(parents=True)
            for index in range(wanted["count"]):
                pixels = random.integers(0, 255, (*wanted["size"], 3), dtype="uint8")
                Image.fromarray(pixels).save(place / f"{index}.png")
