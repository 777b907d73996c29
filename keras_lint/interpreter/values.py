"""What an expression may be, as the interpreter sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from keras_lint.interpreter.heap import HeapObject
from keras_lint.interpreter.positions import Position
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.uncounted import Uncounted
from keras_lint.layers.arguments import CallArguments
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, Shape, TensorSpec, Unknown
from keras_lint.source import Span

if TYPE_CHECKING:
    from astroid import nodes  # third party, for the type checker alone


@dataclass(frozen=True, slots=True)
class Constant:
    """A plain Python value: None, a bool, number, string, bytes or ``...``."""

    value: Any

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Constant)
            and type(self.value) is type(other.value)
            and self.value == other.value
        )

    def __hash__(self) -> int:
        return hash((type(self.value), self.value))


NONE = Constant(None)


@dataclass(frozen=True, slots=True)
class Size:
    """An integer that is no plain number: an expression over symbols.

    ``open`` says that nobody promised an integer: the value comes from a parameter of a
    builder that nobody calls, and is ``dim`` only if it is an integer at all.
    """

    dim: Dim
    open: bool = False


@dataclass(frozen=True, slots=True)
class NumpyScalar:
    """A number of numpy's own type (``np.max(y) + 1``), which Keras 3 does not take as an int."""

    dim: Dim


@dataclass(frozen=True, slots=True)
class Tuple:
    """A tuple of known length."""

    items: tuple[Value, ...]


class List(HeapObject):
    """A list; cell ``items`` holds a tuple or ``Unknown``, ``element`` what each item is like."""

    __slots__ = ()

    def __init__(self, items: Sequence[Value] | Unknown, element: Value | None = None) -> None:
        super().__init__()
        self.cells["items"] = items if isinstance(items, Unknown) else tuple(items)
        self.cells["element"] = element

    @property
    def element(self) -> Value | None:
        items, element = self.cells["items"], self.cells["element"]
        return items.element if isinstance(items, Uncounted) else element  # type: ignore[no-any-return]

    @property
    def items(self) -> tuple[Value, ...] | Unknown:
        return self.cells["items"]  # type: ignore[no-any-return]


class Dict(HeapObject):
    """A dict; the cell ``items`` holds a mapping that is never changed in place, or ``Unknown``."""

    __slots__ = ()

    def __init__(self, items: Mapping[Any, Value] | Unknown) -> None:
        super().__init__()
        self.cells["items"] = items

    @property
    def items(self) -> Mapping[Any, Value] | Unknown:
        return self.cells["items"]  # type: ignore[no-any-return]


class Table(HeapObject):
    """A pandas ``DataFrame``; a ``Series`` is a numpy ``Tensor`` of rank 1.

    The cell ``columns`` holds each column's spec by its name, or, where names are not known,
    their number; ``length`` the number of rows.
    """

    __slots__ = ()

    def __init__(self, columns: Mapping[Any, TensorSpec] | Dim, length: Dim) -> None:
        super().__init__()
        self.cells["columns"] = columns
        self.cells["length"] = length

    @property
    def columns(self) -> Mapping[Any, TensorSpec] | Dim:
        """The present columns, or how many there are."""
        columns: Mapping[Any, TensorSpec] | Dim = self.cells["columns"]
        return columns

    @property
    def length(self) -> Dim:
        """The present number of rows."""
        length: Dim = self.cells["length"]
        return length

    @property
    def spec(self) -> TensorSpec:
        """The array of rank 2 that the frame becomes."""
        columns = self.columns
        if not isinstance(columns, Mapping):
            return TensorSpec(Shape((self.length, columns)))
        dtypes = {column.dtype for column in columns.values()}
        dtype = dtypes.pop() if len(dtypes) == 1 else None
        return TensorSpec(Shape((self.length, len(columns))), dtype)


@dataclass(frozen=True, slots=True)
class Range:
    """A ``range`` with known bounds."""

    start: int
    stop: int
    step: int


@dataclass(frozen=True, slots=True)
class Slice:
    """A ``slice``; its parts are values or None."""

    start: Value | None
    stop: Value | None
    step: Value | None


class Layer(HeapObject):
    """A layer of Keras's own. Cell ``built`` holds the arguments it was first applied to."""

    __slots__ = ("construction", "identity", "schema", "span")

    def __init__(self, identity: int, schema: LayerSchema, span: Span, construction: int) -> None:
        super().__init__()
        self.identity = identity
        self.schema = schema
        self.span = span
        self.construction = construction
        self.cells["built"] = None
        self.cells["trainable"] = True

    @property
    def built(self) -> CallArguments | None:
        built: CallArguments | None = self.cells["built"]
        return built


class Model(HeapObject):
    """A Sequential or functional model; the cell ``state`` holds what it is at the moment."""

    __slots__ = ("identity", "kind", "name", "span")

    def __init__(self, identity: int, kind: str, span: Span, name: str | None, state: Any) -> None:
        super().__init__()
        self.identity = identity
        self.kind = kind
        self.span = span
        self.name = name
        self.cells["state"] = state

    @property
    def state(self) -> Any:
        return self.cells["state"]


class Frame(HeapObject):
    """The names of a module, a function call or a class body; cells are variables."""

    __slots__ = ("globals", "kind", "module", "nonlocals", "owner", "parent")

    def __init__(self, kind: str, module: Module, parent: Frame | None) -> None:
        super().__init__()
        self.kind = kind
        self.module = module
        self.parent = parent
        self.globals: frozenset[str] = frozenset()
        self.nonlocals: frozenset[str] = frozenset()
        self.owner: Class | None = None
        """The class whose method runs here, for ``super()``."""


class Module:
    """A module of the user's project and its frame. Equal only to itself."""

    def __init__(self, name: str, path: str, tree: nodes.Module | None, spans: Any) -> None:
        self.name = name
        self.path = path
        self.tree = tree
        self.spans = spans
        self.frame = Frame("module", self, None)


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """A function of the user's: its syntax, the frame it closes over, its default values."""

    node: nodes.FunctionDef | nodes.Lambda
    frame: Frame
    defaults: Mapping[str, Value]
    owner: Class | None = None
    kind: Literal["function", "static", "class", "property"] = "function"

    @property
    def name(self) -> str:
        return getattr(self.node, "name", "<lambda>")


@dataclass(frozen=True, slots=True)
class BoundMethod:
    """A function of the user's together with the object it is a method of."""

    function: Function
    receiver: Value


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a value that the interpreter knows itself: ``model.add``, ``x.reshape``."""

    receiver: Value
    name: str


@dataclass(frozen=True, slots=True)
class External:
    """A name of a library, in canonical form: a function, class, module or constant of it.

    ``spelled`` is the name that the file imports; ``keras`` the major version of Keras that the
    spelling alone decides; ``doubtful`` says that the code expects that it may be missing."""

    name: str
    spelled: str = field(default="", compare=False)
    keras: int | None = None
    doubtful: bool = field(default=False, compare=False)


class ExternalObject(HeapObject):
    """An instance of a library class that is not modelled further: an optimizer, a loss."""

    __slots__ = ("keywords", "name", "positional", "span")

    def __init__(
        self,
        name: str,
        positional: Sequence[Value] = (),
        keywords: Mapping[str, Value] | None = None,
        span: Span | None = None,
    ) -> None:
        super().__init__()
        self.name = name
        self.positional = tuple(positional)
        self.keywords = dict(keywords or {})
        self.span = span


class Class(HeapObject):
    """A class of the user's; cells are its attributes."""

    __slots__ = ("bases", "frame", "module", "name", "node")

    def __init__(
        self, name: str, node: nodes.ClassDef, bases: Sequence[Value], frame: Frame, module: Module
    ) -> None:
        super().__init__()
        self.name = name
        self.node = node
        self.bases = tuple(bases)
        self.frame = frame
        self.module = module

    @property
    def qualified_name(self) -> str:
        """The dotted name: module and class."""
        return f"{self.module.name}.{self.node.qname().partition('.')[2] or self.name}"

    def ancestors(self) -> list[Value]:
        """List the class and its bases, nearest first, library classes as ``External``."""
        found: list[Value] = [self]
        for base in self.bases:
            for one in base.ancestors() if isinstance(base, Class) else [base]:
                if one in found:
                    found.remove(one)
                found.append(one)
        return found


class Instance(HeapObject):
    """An object of a user's class; cells are its attributes.

    Where the class is a layer or model, ``identity`` numbers it among the layers, and
    ``schema`` is the Keras layer that it extends, once its constructor has run.
    """

    __slots__ = ("cls", "construction", "identity", "span")

    def __init__(self, cls: Class, identity: int, span: Span) -> None:
        super().__init__()
        self.cls = cls
        self.identity = identity
        self.span = span
        self.construction: int | None = None


@dataclass(frozen=True, slots=True)
class Super:
    """What ``super()`` gives: the attributes of ``receiver`` after ``cls``."""

    cls: Class
    receiver: Value


@dataclass(frozen=True, slots=True, eq=False)
class Partial:
    """A callable with some arguments already given."""

    function: Value
    positional: tuple[Value, ...]
    keywords: Mapping[str, Value]


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """A ``tf.data.Dataset`` or a generator of batches: what one element is.

    ``length`` is the number of elements; ``supervised`` says that an element is (x, y).
    """

    element: Value
    length: Dim
    name: str = "dataset"
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few values, where paths met that cannot be told apart."""

    values: tuple[Value, ...]
    why: str = field(compare=False)


Value: TypeAlias = (
    Constant
    | Size
    | Position
    | NumpyScalar
    | Tuple
    | List
    | Dict
    | Table
    | Range
    | Slice
    | Tensor
    | Layer
    | Model
    | Module
    | Function
    | BoundMethod
    | Method
    | External
    | ExternalObject
    | Class
    | Instance
    | Super
    | Partial
    | Dataset
    | OneOf
    | Unknown
)
"""The union of all values. Those with cells are heap objects and have an identity."""
