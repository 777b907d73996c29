"""Lets pylint see `tensorflow.keras` and what else TensorFlow and Keras load at run time."""

from __future__ import annotations

from contextlib import suppress

from astroid import nodes
from astroid.exceptions import AstroidBuildingError, AstroidImportError
from astroid.manager import AstroidManager
from pylint.lint import PyLinter

from keras_lint.pylint_plugin import module_lookup, numpy_names, programs, transforms

DEEP_BASES = (
    "keras.src.backend.tensorflow.trackable.KerasAutoTrackable",
    "keras.src.layers.layer.Layer",
    "keras.src.models.model.Model",
    "keras.src.engine.base_layer.Layer",
    "keras.src.engine.training.Model",
    "tf_keras.src.engine.base_layer.Layer",
    "tf_keras.src.engine.training.Model",
)


def install() -> None:
    """Make astroid resolve `tensorflow.keras`; doing so twice changes nothing.

    Invariant: nothing of TensorFlow or Keras is imported, their files are only read.
    """
    manager = AstroidManager()
    if not _remove(manager):
        _forget_modules(manager)
    manager.register_failed_import_hook(_import_along_path)
    manager.register_transform(nodes.Module, transforms.complete, transforms.is_library_module)
    manager.register_transform(nodes.Module, programs.complete, programs.uses_keras)
    manager.register_transform(nodes.Module, numpy_names.complete, numpy_names.is_numpy)


def uninstall() -> None:
    """Take back what `install` did to astroid."""
    manager = AstroidManager()
    if _remove(manager):
        _forget_modules(manager)


def configure(linter: PyLinter) -> None:
    """Let `too-many-ancestors` count what a class adds to Keras's own bases, not those."""
    ignored = tuple(linter.config.ignored_parents)
    linter.config.ignored_parents = (
        *ignored,
        *(name for name in DEEP_BASES if name not in ignored),
    )


def _remove(manager: AstroidManager) -> bool:
    """Take the hook and the transform out, and tell whether both were there.

    `AstroidManager.clear_cache`, which pylint calls with `clear-cache-post-run`, drops transforms
    and keeps hooks.
    """
    hooks = manager._failed_import_hooks
    hook_was_there = _import_along_path in hooks
    while _import_along_path in hooks:
        hooks.remove(_import_along_path)
    with suppress(ValueError):
        manager.unregister_transform(
            nodes.Module, transforms.complete, transforms.is_library_module
        )
        manager.unregister_transform(nodes.Module, programs.complete, programs.uses_keras)
        manager.unregister_transform(nodes.Module, numpy_names.complete, numpy_names.is_numpy)
        return hook_was_there
    return False


def _forget_modules(manager: AstroidManager) -> None:
    for name, module in list(manager.astroid_cache.items()):
        if isinstance(module, nodes.Module) and transforms.is_library_module(module):
            del manager.astroid_cache[name]


def _import_along_path(modname: str) -> nodes.Module:
    """Give the module that Python finds along the `__path__` that packages set at run time."""
    manager = AstroidManager()
    for name in module_lookup.real_names(manager, modname):
        with suppress(AstroidBuildingError):
            return manager.ast_from_module_name(name)
    raise AstroidImportError("No file for {modname}.", modname=modname)
