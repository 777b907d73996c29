"""Random tensors and arrays, of ``tf.random``, ``keras.random`` and ``np.random``."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.layers.arguments import Argument
from keras_lint.ops.content import bounds
from keras_lint.ops.elementwise import broadcast_specs
from keras_lint.ops.operands import dim_argument, dtype_argument, flag, tensor
from keras_lint.ops.operation import operation
from keras_lint.ops.shape_arguments import made_shape
from keras_lint.shapes import (
    Content,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
    product,
    surely_differ,
)


@operation(
    "keras.random.{normal,truncated_normal}(shape, mean, stddev, dtype, ...)",
    "keras.random.uniform(shape, minval, maxval, dtype, ...)",
    "keras.random.{gamma}(shape, alpha, dtype, ...)",
    "keras.random.beta(shape, alpha, beta, dtype, ...)",
    "keras.random.binomial(shape, counts, probabilities, dtype, ...)",
    "keras.backend.{random_normal,truncated_normal}(shape, mean, stddev, dtype, ...)",
    "keras.backend.random_uniform(shape, minval, maxval, dtype, ...)",
    "keras.backend.{random_bernoulli}(shape, p, dtype, ...)",
    "tensorflow.random.{normal,truncated_normal}(shape, mean, stddev, dtype, ...)",
    "tensorflow.random.{stateless_normal}(shape, seed, mean, stddev, dtype, ...)",
    "tensorflow.random.{stateless_truncated_normal}(shape, seed, mean, stddev, dtype, ...)",
)
def of_shape(shape: Argument, dtype: Argument = None) -> TensorSpec:
    """Draw a tensor of the given shape."""
    return TensorSpec(made_shape(shape), dtype_argument(dtype, "float32"))


@operation(
    "tensorflow.random.uniform(shape, minval, maxval, dtype, ...)",
    "tensorflow.random.stateless_uniform(shape, seed, minval, maxval, dtype, ...)",
)
def uniform(
    shape: Argument,
    minval: Argument = 0,
    maxval: Argument = None,
    dtype: Argument = None,
) -> TensorSpec:
    """Draw evenly; integers lie below ``maxval``."""
    name = dtype_argument(dtype, "float32")
    content = None
    if name is not None and "int" in name:
        content = _below(minval, maxval)
    return TensorSpec(made_shape(shape), name, content=content)


def _below(low: Argument, high: Argument) -> Content | None:
    """Bound integers that are drawn from ``low`` up to but not including ``high``."""
    first, last = dim_argument(low), dim_argument(high)
    minimum = first if is_known(first) else None
    maximum = last - 1 if is_known(last) else None
    return bounds(Content(minimum, maximum))


@operation(
    "keras.random.randint(shape, minval, maxval, dtype, seed)",
)
def randint_in_keras(
    shape: Argument, minval: Argument, maxval: Argument, dtype: Argument = None
) -> TensorSpec:
    """Draw integers from ``minval`` up to but not including ``maxval``."""
    name = dtype_argument(dtype, "int32")
    return TensorSpec(made_shape(shape), name, content=_below(minval, maxval))


@operation(
    "keras.random.categorical(logits, num_samples, dtype, seed)",
    "tensorflow.random.categorical(logits, num_samples, dtype, ...)",
)
def categorical(logits: Argument, num_samples: Argument) -> TensorSpec:
    """Draw class numbers for each row: ``(batch, classes) -> (batch, num_samples)``."""
    spec = tensor(logits)
    if spec.shape.rank not in (None, 2):
        raise InvalidShape("logits with 2 axes", str(spec.shape))
    if spec.shape.dims is None:
        return TensorSpec(Shape((Unknown(spec.shape.why), dim_argument(num_samples))))
    classes = spec.shape[1]
    content = Content(0, classes - 1) if is_known(classes) and classes else Content(0)
    return TensorSpec(Shape((spec.shape[0], dim_argument(num_samples))), content=content)


def _drawn(content: Content | None, shape: Shape) -> Content | None:
    """Note how many numbers are drawn alike, where that is known."""
    count = product(shape.dims) if shape.dims is not None else None
    known = content is not None and content.minimum is not None and content.maximum is not None
    return (
        replace(content, draws=count) if content and known and isinstance(count, int) else content
    )


def _sized(size: Argument, *parameters: Argument) -> Shape:
    """Give the shape of numbers that numpy draws: ``size``, or that of the parameters."""
    if size is None and parameters:
        return broadcast_specs(*parameters)
    made = _made(size)
    for one in parameters:
        _check_size(tensor(one).shape, made)
    return made


def _check_size(shape: Shape, size: Shape) -> None:
    if shape.dims is None or size.dims is None:
        return
    pairs = zip(reversed(shape.dims), reversed(size.dims), strict=False)
    fits = not any(surely_differ(a, 1) and surely_differ(a, b) for a, b in pairs)
    if not fits or len(shape) > len(size):
        raise InvalidShape(f"parameters that broadcast to {size}", str(shape))


def _made(size: Argument) -> Shape:
    return Shape(()) if size is None else made_shape(size)


@operation(
    "numpy.random.{rand,randn}(*sizes)",
)
def rand(sizes: tuple[Argument, ...] = ()) -> TensorSpec:
    """Draw an array of the sizes that are given one by one."""
    return TensorSpec(made_shape(sizes), "float64")


@operation(
    "numpy.random.{random,random_sample,ranf,sample,standard_normal}(size)",
    "numpy.random.{standard_exponential}(size)",
    "numpy.random.Generator.{random,standard_normal}(self, size, ...)",
    "numpy.random.RandomState.{random_sample,random,standard_normal}(self, size)",
)
def draw(size: Argument = None) -> TensorSpec:
    """Draw an array of a given size."""
    return TensorSpec(_made(size), "float64")


@operation(
    "numpy.random.{normal,laplace,logistic,gumbel}(loc: one, scale: two, size)",
    "numpy.random.lognormal(mean: one, sigma: two, size)",
    "numpy.random.gamma(shape: one, scale: two, size)",
    "numpy.random.uniform(low: one, high: two, size)",
    "numpy.random.beta(a: one, b: two, size)",
    "numpy.random.Generator.normal(self, loc: one, scale: two, size)",
    "numpy.random.Generator.uniform(self, low: one, high: two, size)",
    "numpy.random.RandomState.normal(self, loc: one, scale: two, size)",
    "numpy.random.RandomState.uniform(self, low: one, high: two, size)",
)
def draw_with_two(one: Argument = 0, two: Argument = 1, size: Argument = None) -> TensorSpec:
    """Draw from a distribution with two parameters."""
    return TensorSpec(_sized(size, one, two), "float64")


@operation(
    "numpy.random.{exponential,rayleigh}(scale: one, size)",
)
def draw_with_one(one: Argument = 1, size: Argument = None) -> TensorSpec:
    """Draw from a distribution with one parameter."""
    return TensorSpec(_sized(size, one), "float64")


@operation(
    "numpy.random.binomial(n, p, size)",
    "numpy.random.Generator.binomial(self, n, p, size)",
)
def binomial(n: Argument, p: Argument, size: Argument = None) -> TensorSpec:
    """Count successes in n trials: from 0 to n."""
    maximum = n if isinstance(n, int) else None
    return TensorSpec(_sized(size, n, p), "int64", content=Content(0, maximum))


@operation(
    "numpy.random.poisson(lam, size)",
    "numpy.random.Generator.poisson(self, lam, size)",
)
def poisson(lam: Argument = 1.0, size: Argument = None) -> TensorSpec:
    """Draw counts."""
    return TensorSpec(_sized(size, lam), "int64", content=Content(0))


@operation(
    "numpy.random.randint(low, high, size, dtype)",
    "numpy.random.RandomState.randint(self, low, high, size, dtype)",
    "numpy.random.Generator.integers(self, low, high, size, dtype, endpoint)",
)
def randint(
    low: Argument,
    high: Argument = None,
    size: Argument = None,
    *,
    dtype: Argument = None,
    endpoint: Argument = False,
) -> TensorSpec:
    """Draw integers from ``low`` up to but not including ``high``, or from 0 to ``low``."""
    if high is None:
        low, high = 0, low
    content = _below(low, high) if flag(endpoint) is False else None
    first, last = dim_argument(low), dim_argument(high)
    if flag(endpoint) is False and is_known(first) and is_known(last) and last <= first:
        raise InvalidArgument("high", f"more than {first}", str(last))
    name = dtype_argument(dtype, "int64")
    shape = _sized(size, low, high)
    return TensorSpec(shape, name, content=_drawn(content, shape))


@operation(
    "numpy.random.choice(a, size, replace, p)",
    "numpy.random.RandomState.choice(self, a, size, replace, p)",
)
def choice(a: Argument, size: Argument = None) -> TensorSpec:
    """Draw from a vector, or from the integers below a number."""
    spec = tensor(a)
    if spec.shape.rank == 0:
        return TensorSpec(_made(size), "int64", content=_below(0, a))
    return TensorSpec(_made(size), spec.dtype, content=bounds(spec.content))


@operation(
    "numpy.random.permutation(x)",
    "numpy.random.Generator.permutation(self, x, ...)",
    "numpy.random.RandomState.permutation(self, x)",
)
def permutation(x: Argument) -> TensorSpec:
    """Shuffle an array along its first axis, or the integers below a number."""
    spec = tensor(x)
    if spec.shape.rank == 0:
        return TensorSpec(Shape((dim_argument(x),)), "int64", content=_below(0, x))
    return TensorSpec(spec.shape, spec.dtype, content=spec.content)
