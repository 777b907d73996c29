"""From a canonical Keras name to its schema, loading only the modules that a run needs."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from keras_lint.layers.schema import LayerSchema

_DECLARATION = re.compile(
    r'^\s+(?:keras_name = "(?P<name>[\w.]+)"|aliases = \((?P<aliases>[^)]*)\))', re.MULTILINE
)


@cache
def layer_modules() -> dict[str, str]:
    """Map every public layer name, aliases too, to the module that describes it.

    The modules are read as text, so that none is imported before it is needed.
    """
    root = Path(__file__).parent
    found: dict[str, str] = {}
    for path in sorted(root.glob("*/*.py")):
        module = f"{__package__}.{path.parent.name}.{path.stem}"
        for match in _DECLARATION.finditer(path.read_text(encoding="utf-8")):
            names = (
                [match["name"]] if match["name"] else re.findall(r'"([\w.]+)"', match["aliases"])
            )
            for name in names:
                found[name if "." in name else f"keras.layers.{name}"] = module
    return found


@cache
def find_layer(name: str) -> type[LayerSchema] | None:
    """Give the schema of a layer by its canonical name or an alias, or None."""
    module = layer_modules().get(name)
    if module is None:
        return None
    for schema in vars(import_module(module)).values():
        if isinstance(schema, type) and issubclass(schema, LayerSchema):
            aliases = (f"keras.layers.{a}" if "." not in a else a for a in schema.aliases)
            if name == schema.keras_name or name in aliases:
                return schema
    raise AssertionError(f"{module} declares {name} but has no such schema")
