"""Where the modules that TensorFlow and Keras make importable at run time lie on disk."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from astroid.exceptions import AstroidBuildingError
from astroid.manager import AstroidManager

KERAS_3_HOMES: tuple[str, ...] = ("keras._tf_keras.keras", "keras.api._tf_keras.keras")
KERAS_2_HOMES: tuple[str, ...] = ("keras.api._v2.keras",)
TF_KERAS_HOMES: tuple[str, ...] = ("tf_keras.api._v2.keras",)
BACKENDS = ("tensorflow", "jax", "torch", "numpy")
ALIASES = ("losses", "metrics", "optimizers", "initializers")


def is_importable(manager: AstroidManager, modname: str) -> bool:
    """Tell whether astroid finds the file of a module, without reading it."""
    try:
        manager.file_from_module_name(modname, None)
    except AstroidBuildingError:
        return False
    return True


def keras_home(manager: AstroidManager) -> str | None:
    """Give the package that `tensorflow.keras` stands for, as TensorFlow's `KerasLazyLoader` does.

    A program may ask for the legacy Keras itself, so where Keras is missing `tf_keras` will do.
    """
    homes = KERAS_3_HOMES + KERAS_2_HOMES + TF_KERAS_HOMES
    if os.environ.get("TF_USE_LEGACY_KERAS") in ("true", "True", "1"):
        homes = TF_KERAS_HOMES
    return next((home for home in homes if is_importable(manager, home)), None)


def keras_backend(manager: AstroidManager) -> str:
    """Give the backend that Keras 3 would import, or one that is there to be read.

    Keras: `keras/src/backend/config.py` lets the environment win over `keras.json`.
    """
    wish = os.environ.get("KERAS_BACKEND") or _backend_in_config_file()
    if wish:
        return wish
    return next((name for name in BACKENDS if is_importable(manager, name)), "tensorflow")


def _backend_in_config_file() -> str | None:
    folder = os.environ.get("KERAS_HOME") or os.path.join("~", ".keras")  # noqa: PTH118
    try:
        config = json.loads((Path(folder).expanduser() / "keras.json").read_text("utf-8"))
    except (OSError, ValueError, RuntimeError):
        return None
    backend = config.get("backend") if isinstance(config, dict) else None
    return backend if isinstance(backend, str) else None


def real_names(manager: AstroidManager, modname: str) -> Iterator[str]:
    """Give the names under which a module may lie that Python finds along a changed `__path__`.

    ``tensorflow.keras.layers -> keras._tf_keras.keras.layers``
    """
    package, _, rest = modname.partition(".")
    if package == "tensorflow" and rest and is_importable(manager, "tensorflow"):
        yield from _tensorflow_names(manager, rest)
    elif package == "keras" and rest and not rest.startswith("api."):
        # Keras 3.0 to 3.9: keras/__init__.py appends keras/api to its own __path__.
        yield f"keras.api.{rest}"


def _tensorflow_names(manager: AstroidManager, rest: str) -> Iterator[str]:
    """Follow the loaders at the end of TensorFlow's `__init__.py` and of its compat modules."""
    is_api = rest.startswith("_api.v2.")
    inner = rest.removeprefix("_api.v2.")
    version = 2
    while inner.startswith(("compat.v1.", "compat.v2.")):
        version = int(inner[len("compat.v")])
        inner = inner[len("compat.v1.") :]
    first, _, tail = inner.partition(".")
    home = keras_home(manager)
    if home is not None and version == 1:
        home = home.replace("._v2.", "._v1.")
    if first == "keras":
        if home is not None:
            yield f"{home}.{tail}" if tail else home
    elif home is not None and version == 2 and first in ALIASES:
        yield f"{home}.{inner}"
    elif version == 1 and inner in ("flags", "app.flags"):
        yield "tensorflow.python.platform.flags"
    elif first == "estimator":
        yield f"tensorflow_estimator.python.estimator.api._v{version}.{inner}"
    elif first == "summary" and version == 2:
        yield f"tensorboard.summary._tf.{inner}"
    if not is_api and not first.startswith("_"):
        yield f"tensorflow._api.v2.{rest}"
