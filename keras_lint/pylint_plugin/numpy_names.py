"""What astroid does not see of numpy, and programs that use Keras read: compiled names."""

from __future__ import annotations

from astroid import nodes

_COMPILED = {"numpy.random": ("RandomState", "Generator", "BitGenerator")}
_COMPUTED = {
    "numpy._core.getlimits": {"finfo": ("eps", "epsneg", "max", "min", "tiny", "resolution")},
    "numpy.core.getlimits": {"finfo": ("eps", "epsneg", "max", "min", "tiny", "resolution")},
}


def is_numpy(module: nodes.Module) -> bool:
    """Tell whether a module is one of those that have such names."""
    return module.name in _COMPILED or module.name in _COMPUTED


def complete(module: nodes.Module) -> None:
    """Give a module the names that it has at run time."""
    for name in _COMPILED.get(module.name, ()):
        if name not in module.locals:
            module.locals[name] = [_unknown(module)]
    for class_name, attributes in _COMPUTED.get(module.name, {}).items():
        for cls in module.locals.get(class_name, ()):
            if isinstance(cls, nodes.ClassDef):
                for name in attributes:
                    cls.instance_attrs.setdefault(name, [_unknown(cls)])


def _unknown(parent: nodes.NodeNG) -> nodes.Unknown:
    return nodes.Unknown(parent=parent, lineno=None, col_offset=None)
