"""What astroid must know about Keras and TensorFlow to infer what they do at run time."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from astroid import nodes
from astroid.builder import AstroidBuilder
from astroid.context import InferenceContext, copy_context
from astroid.exceptions import UseInferenceDefault
from astroid.manager import AstroidManager

from keras_lint.pylint_plugin import module_lookup

KERAS_PACKAGES = ("keras", "tf_keras")
OPEN_SIGNATURES = frozenset(
    {
        "build",
        "call",
        "compile",
        "compute_loss",
        "compute_mask",
        "compute_output_shape",
        "compute_output_spec",
        "from_config",
        "predict_step",
        "test_step",
        "train_step",
        "update_state",
    }
)
REQUIRED_METHODS = frozenset(
    {
        ("BaseOptimizer", "update_step"),
        ("Initializer", "__call__"),
        ("LearningRateSchedule", "__call__"),
        ("Loss", "call"),
        ("Metric", "result"),
        ("Metric", "update_state"),
        ("Optimizer", "update_step"),
        ("PyDataset", "__getitem__"),
        ("Sequence", "__getitem__"),
    }
)
FUNCTIONAL_ATTRIBUTES = (
    "inputs",
    "outputs",
    "input_shape",
    "output_shape",
    "input_names",
    "output_names",
    "operations",
)
UNKNOWN_RESULTS = {
    "tensorflow.python.eager.polymorphic_function.polymorphic_function": "function",
}
OPEN_CLASSES = {
    "tensorflow.python.checkpoint.checkpoint": "Checkpoint",
}
LOADED_CLASSES = {
    "tensorflow.python.saved_model.load_v1_in_v2": (
        "tensorflow.python.trackable.autotrackable",
        "AutoTrackable",
    ),
}
LEGACY_MODULES = ((".compat.v1", "layers"), (".compat.v1.nn", "rnn_cell"))
CONVERTED_METHODS = {
    # AutoGraph turns `append` on it, as on a list, into what it has.
    "tensorflow.python.ops.tensor_array_ops": ("TensorArray", "append"),
}
OPTIONAL_METHODS = {
    "tensorflow.python.trackable.base": "Trackable",
}


def is_library_module(module: nodes.Module) -> bool:
    """Tell whether a module belongs to Keras or TensorFlow as they are installed.

    In a checkout of Keras itself pylint walks these trees, and must see what is written there.
    """
    name: str = module.name
    if name.partition(".")[0] not in (*KERAS_PACKAGES, "tensorflow"):
        return False
    file = Path(module.file or "")
    return not file.is_relative_to(Path.cwd()) or any(
        part.endswith("-packages") for part in file.parts
    )


def complete(module: nodes.Module) -> None:
    """Make what a module of Keras or TensorFlow says in code agree with what it does."""
    package, _, rest = module.name.partition(".")
    if package == "tensorflow":
        _complete_tensorflow(module, rest)
        return
    if module.package and "src" not in rest.split("."):
        _let_submodules_infer_alone(module)
    _follow_backend(module)
    for node in module.body:
        if isinstance(node, nodes.ClassDef):
            _relax_class(node)
        elif isinstance(node, nodes.FunctionDef) and node.name == "load_data":
            _forget_result(node)


def _complete_tensorflow(module: nodes.Module, rest: str) -> None:
    for name, definitions in list(module.locals.items()):
        if all(isinstance(node, nodes.DelName) for node in definitions):
            # The package deletes these names, but its modules can be imported.
            del module.locals[name]
    if module.name == "tensorflow.python.util.tf_contextlib":
        # It wraps contextlib's, by whose name pylint knows what makes a context manager.
        _import_into(module, "contextlib", "contextmanager")
    for suffix, name in LEGACY_MODULES:
        if rest.startswith("_api.") and rest.endswith(suffix):
            _import_legacy(module, name)
    for node in module.locals.get(UNKNOWN_RESULTS.get(module.name, ""), ()):
        if isinstance(node, nodes.FunctionDef):
            _forget_result(node)
    for node in module.locals.get(OPEN_CLASSES.get(module.name, ""), ()):
        if isinstance(node, nodes.ClassDef):
            stub = _function("def __getattr__(self, name): return unknown_", node)
            node.locals["__getattr__"] = [stub]
    name, method = CONVERTED_METHODS.get(module.name, ("", ""))
    for node in module.locals.get(name, ()):
        if isinstance(node, nodes.ClassDef):
            node.locals[method] = [_function(f"def {method}(self, *args): return unknown_", node)]
    _forget_loaded_attributes(module)
    for node in module.locals.get(OPTIONAL_METHODS.get(module.name, ""), ()):
        if isinstance(node, nodes.ClassDef):
            _relax_class(node)


def _forget_loaded_attributes(module: nodes.Module) -> None:
    """Take from a class what a loader hangs on the instances that it makes."""
    home, name = LOADED_CLASSES.get(module.name, ("", ""))
    loaded = AstroidManager().astroid_cache.get(home)
    for node in loaded.locals.get(name, ()) if loaded is not None else ():
        for assignments in node.instance_attrs.values() if isinstance(node, nodes.ClassDef) else ():
            assignments[:] = [
                _unknown(node) if item.root() is module else item for item in assignments
            ]


def _import_legacy(module: nodes.Module, name: str) -> None:
    """Put Keras 2's module where TensorFlow's own lies and is replaced when it is loaded."""
    home = module_lookup.keras_home(AstroidManager())
    if home is None or home in module_lookup.KERAS_3_HOMES:
        return
    legacy = f"{home.replace('._v2.', '._v1.')}.__internal__.legacy"
    _import_into(module, legacy, name)


def _import_into(module: nodes.Module, source: str, name: str) -> None:
    module.locals[name] = [
        nodes.ImportFrom(source, [(name, None)], level=None, lineno=1, col_offset=0, parent=module)
    ]


# --- modules ------------------------------------------------------------------------------------


def _let_submodules_infer_alone(module: nodes.Module) -> None:
    """Let `from keras import layers` be inferred without being asked for a name.

    pylint walks `from keras.layers import Fltten` that way, and gives up without a word when
    the import at a step on its path does not tell what it imports.
    """
    for definitions in module.locals.values():
        for node in definitions:
            if isinstance(node, nodes.ImportFrom) and len(node.names) == 1:
                node._explicit_inference = _infer_only_name


def _infer_only_name(
    node: nodes.ImportFrom, context: InferenceContext | None = None, **kwargs: Any
) -> Iterator[Any]:
    if context is not None and context.lookupname is not None:
        raise UseInferenceDefault
    name, alias = node.names[0]
    context = copy_context(context)
    context.lookupname = alias or name
    yield from node._infer(context, **kwargs)


def _follow_backend(module: nodes.Module) -> None:
    """Drop what a module defines for the backends of Keras 3 that are not in use."""
    dead = [
        statement
        for node in module.body
        if isinstance(node, nodes.If)
        for statement in _dead_statements(node)
    ]
    if not dead:
        return
    for name, definitions in list(module.locals.items()):
        alive = [node for node in definitions if not _is_within(node, dead)]
        if alive:
            module.locals[name] = alive
        else:
            del module.locals[name]


def _dead_statements(chain: nodes.If) -> list[nodes.NodeNG]:
    """Give the statements under `if backend() == "...":` chains that do not run."""
    branches: list[tuple[str | None, list[nodes.NodeNG]]] = []
    node: nodes.If | None = chain
    while node is not None:
        branches.append((_backend_in_test(node.test), node.body))
        following = node.orelse
        node = None
        if len(following) == 1 and isinstance(following[0], nodes.If):
            node = following[0]
        else:
            branches.append((None, following))
    if branches[0][0] is None:
        return []
    backend = module_lookup.keras_backend(AstroidManager())
    if all(name != backend for name, _ in branches):
        return []
    return [statement for name, body in branches if name != backend for statement in body]


def _backend_in_test(test: nodes.NodeNG) -> str | None:
    """Give `"jax"` for `backend.backend() == "jax"`."""
    if not (isinstance(test, nodes.Compare) and isinstance(test.left, nodes.Call)):
        return None
    function = test.left.func
    name = function.attrname if isinstance(function, nodes.Attribute) else None
    if isinstance(function, nodes.Name):
        name = function.name
    operator, operand = test.ops[0]
    if name != "backend" or operator != "==" or not isinstance(operand, nodes.Const):
        return None
    return str(operand.value)


def _is_within(node: nodes.NodeNG | None, statements: list[nodes.NodeNG]) -> bool:
    while node is not None and not isinstance(node, nodes.Module):
        if any(node is statement for statement in statements):
            return True
        node = node.parent
    return False


# --- classes ------------------------------------------------------------------------------------


def _relax_class(node: nodes.ClassDef) -> None:
    """Ask of subclasses and instances only what Keras asks of them."""
    for definitions in node.locals.values():
        if isinstance(definitions[0], nodes.FunctionDef):
            # Checks of overriding read the first definition, calls are bound to the last.
            definitions[:0] = _as_overridden(definitions[0], node.name)
    for name, assignments in list(node.instance_attrs.items()):
        if any(isinstance(item, nodes.FunctionDef) for item in node.locals.get(name, ())):
            # Keras 2: Metric.__new__ wraps its methods into functions of the same name.
            del node.instance_attrs[name]
            continue
        assignments[:] = [
            _unknown(node) if _is_assigned_none(item) else item for item in assignments
        ]
    if node.name == "Model":
        # Keras: Model.__new__ gives a Functional where it gets inputs and outputs.
        for name in FUNCTIONAL_ATTRIBUTES:
            if name not in node.locals:
                node.instance_attrs.setdefault(name, [_unknown(node)])


def _as_overridden(method: nodes.FunctionDef, owner: str) -> list[nodes.FunctionDef]:
    """Give the method as its overriding in subclasses sees it, where that differs."""
    is_open = method.name in OPEN_SIGNATURES or method.name.startswith("on_")
    is_optional = (owner, method.name) not in REQUIRED_METHODS and _is_abstract(method)
    if not (is_open or is_optional):
        return []
    seen = copy.copy(method)
    if is_optional:
        seen.body = _function("def optional(): raise RuntimeError", seen).body
        if seen.decorators is not None:
            seen.decorators = copy.copy(seen.decorators)
            seen.decorators.nodes = [
                item for item in seen.decorators.nodes if "abstract" not in item.as_string()
            ]
    if is_open:
        # As for built-in functions, whose arguments astroid does not know. Their names stay,
        # since pylint does not ask an overriding method to use the arguments of the overridden.
        names = method.args.arguments
        seen.args = copy.copy(method.args)
        seen.args.args = None
        seen.args.__dict__["arguments"] = names
    return [seen]


def _is_abstract(method: nodes.FunctionDef) -> bool:
    """Tell what `FunctionDef.is_abstract` does, without inferring every decorator."""
    first = method.body[0] if method.body else None
    if isinstance(first, nodes.Raise) and first.raises_not_implemented():
        return True
    return method.decorators is not None and "abstract" in method.decorators.as_string()


def _is_assigned_none(target: nodes.NodeNG) -> bool:
    statement = target.parent
    return (
        isinstance(statement, (nodes.Assign, nodes.AnnAssign))
        and isinstance(statement.value, nodes.Const)
        and statement.value.value is None
    )


# --- pieces of tree -----------------------------------------------------------------------------


def _unknown(parent: nodes.NodeNG) -> nodes.Unknown:
    return nodes.Unknown(parent=parent, lineno=None, col_offset=None)


def _forget_result(function: nodes.FunctionDef) -> None:
    """Let calls of a function give something unknown."""
    scope = function.parent.frame()
    forgetful = copy.copy(function)
    forgetful.body = _function("def result(): return unknown_", function).body
    scope.locals[function.name] = [
        forgetful if node is function else node for node in scope.locals[function.name]
    ]


def _function(source: str, parent: nodes.NodeNG) -> nodes.FunctionDef:
    builder = AstroidBuilder(AstroidManager(), apply_transforms=False)
    function = builder.string_build(source, "keras_lint.pylint_plugin.stub").body[0]
    assert isinstance(function, nodes.FunctionDef), "the source defines a function"
    function.parent = parent
    return function
