"""Random calls of layers, as programs for Keras 1 wrote them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

Shape = tuple[int | None, ...]
Inputs = Shape | list[Shape]
Choice = Callable[[Random], Any]
"""Draws the value of one argument."""


class Code(str):
    """An argument that is written as it is, such as a layer or a function."""

    def __repr__(self) -> str:
        return str(self)


def one_of(*values: Any) -> Choice:
    return lambda random: random.choice(values)


def between(low: int, high: int) -> Choice:
    return lambda random: random.randint(low, high)


def several(count: int, low: int, high: int) -> Choice:
    return lambda random: tuple(random.randint(low, high) for _ in range(count))


def sometimes(usual: Choice, other: Choice, share: float = 0.1) -> Choice:
    return lambda random: (other if random.random() < share else usual)(random)


def shape(*sizes: Choice, unknown: float = 0.1) -> Choice:
    """Draw a shape with its batch axis, at times of another rank or with unknown sizes."""

    def draw(random: Random) -> Shape:
        drawn = [one(random) for one in sizes]
        if random.random() < 0.06:
            drawn = [*drawn, 3] if random.random() < 0.5 else drawn[:-1]
        drawn = [None if random.random() < unknown else one for one in drawn]
        return (random.choice([None, None, None, 2, 5]), *drawn)

    return draw


def written(
    name: str, random: Random, places: Sequence[Choice], keywords: Mapping[str, Choice]
) -> Code:
    """Write the making of a layer: all that has a place, and some of the keywords."""
    given = [repr(one(random)) for one in places]
    given += [f"{key}={one(random)!r}" for key, one in keywords.items() if random.random() < 0.35]
    return Code(f"{name}({', '.join(given)})")


def layer(
    called: str, inputs: Choice, places: Sequence[Choice] = (), /, **keywords: Choice
) -> Callable[[Random], tuple[str, Inputs]]:
    """Draw one layer that is applied to ``x``."""
    return lambda random: (f"{written(called, random, places, keywords)}(x)", inputs(random))


UNITS = sometimes(between(1, 6), one_of(-2, None, "4", 0), 0.08)
NUMBER = sometimes(between(1, 6), one_of(-2, None, "4"), 0.06)
KERNEL = sometimes(between(1, 4), between(5, 9), 0.15)
STRIDE = sometimes(between(1, 3), one_of(0, -1, None), 0.05)
BORDER = sometimes(one_of("valid", "same"), one_of("full", "vaild"), 0.1)
ORDERING = sometimes(one_of("tf", "th"), one_of("channels_last", "ft"), 0.1)
INIT = sometimes(one_of("uniform", "he_normal", "zero", "glorot_normal"), one_of("he_norml"), 0.06)
ACTIVATION = sometimes(one_of("relu", "tanh", "softmax", "linear"), one_of("rleu"), 0.06)
BOOLEAN = one_of(True, False)
NAME = one_of("a_name")
VECTOR = shape(between(1, 9))
STEPS = shape(between(3, 9), between(1, 5))
IMAGE = shape(between(4, 9), between(4, 9), between(1, 4), unknown=0.06)
VOLUME = shape(between(3, 7), between(3, 7), between(3, 7), between(1, 3), unknown=0.05)
ANY = sometimes(sometimes(VECTOR, IMAGE, 0.4), STEPS, 0.4)
COMMON = {"init": INIT, "bias": BOOLEAN, "name": NAME, "trainable": BOOLEAN}
ACTIVE = {**COMMON, "activation": ACTIVATION}
WINDOW = {"border_mode": BORDER, "dim_ordering": ORDERING}
CONV1 = {**ACTIVE, "border_mode": BORDER, "subsample_length": STRIDE}
CONV2 = {**ACTIVE, **WINDOW, "subsample": sometimes(several(2, 1, 3), one_of(2, (1, 0)), 0.06)}
CONV3 = {**ACTIVE, **WINDOW, "subsample": several(3, 1, 2)}
RNN = {
    "init": INIT, "inner_init": INIT, "activation": ACTIVATION, "return_sequences": BOOLEAN,
    "dropout_W": one_of(0.0, 0.2), "dropout_U": one_of(0.0, 0.5), "name": NAME,
    "go_backwards": BOOLEAN, "unroll": BOOLEAN, "trainable": BOOLEAN,
    "consume_less": one_of("cpu", "mem", "gpu"), "input_length": one_of(None, 7),
}  # fmt: skip
GATED = {**RNN, "inner_activation": ACTIVATION}
RATE = sometimes(one_of(0.0, 0.25, 0.5), one_of("half", None), 0.15)


def atrous(random: Random) -> Any:
    rate = random.randint(1, 3)
    return random.choice([(rate, rate), (rate, rate), [rate, rate], (1, 2), rate])


def deconvolution(random: Random) -> tuple[str, Inputs]:
    """Draw a deconvolution, most times with the output shape that fits."""
    inputs = IMAGE(random)
    filters, rows, columns = (random.randint(1, 4) for _ in range(3))
    stride, same = random.randint(1, 3), random.random() < 0.5
    first = random.random() < 0.3
    axes = (2, 3) if first else (1, 2)
    sizes = [
        None if axis >= len(inputs) or inputs[axis] is None
        else inputs[axis] * stride if same else (inputs[axis] - 1) * stride + kernel
        for axis, kernel in zip(axes, (rows, columns), strict=True)
    ]  # fmt: skip
    if random.random() < 0.1:
        sizes[0] = random.choice([None, 3, 40])
    batch = random.choice([None, inputs[0]])
    output = (batch, filters, *sizes) if first else (batch, *sizes, filters)
    if random.random() < 0.08:
        output = output[:3] if random.random() < 0.5 else (*output[:3], filters + 1)
    call = [filters, rows, columns]
    keywords: dict[str, Any] = {"output_shape": output, "subsample": (stride, stride)}
    keywords["border_mode"] = "same" if same else "valid"
    if first:
        keywords["dim_ordering"] = "th"
    if stride == 1 and random.random() < 0.5:
        del keywords["subsample"]
    if random.random() < 0.3:
        call.append(keywords.pop("output_shape"))
    drawn = [f"{key}={one!r}" for key, one in keywords.items()]
    drawn += [f"{k}={one(random)!r}" for k, one in ACTIVE.items() if random.random() < 0.2]
    return f"Deconvolution2D({', '.join([*map(repr, call), *drawn])})(x)", inputs


def merged(random: Random) -> tuple[str, Inputs]:
    """Draw a merge of two or three tensors, as a layer or by the function."""
    mode = random.choice(["sum", "mul", "ave", "max", "concat", "concat", "dot", "dot", "cos"])
    rank = random.choice([1, 1, 2, 2, 3])
    base = [random.choice([None, *range(1, 7), *range(1, 7)]) for _ in range(rank)]
    batch = random.choice([None, None, 4])
    count = 2 if mode in ("dot", "cos") and random.random() < 0.95 else random.randint(2, 3)
    inputs: list[Shape] = [(batch, *base) for _ in range(count)]
    keywords: dict[str, Any] = {"mode": mode}
    changed = random.randrange(rank) + 1
    if mode == "concat" and random.random() < 0.7:
        keywords["concat_axis"] = changed - random.choice([0, rank + 1])
        inputs = [(*one[:changed], random.randint(1, 6), *one[changed + 1 :]) for one in inputs]
    elif mode in ("dot", "cos") and random.random() < 0.7:
        axes = random.choice([changed, -1, (changed, changed), [rank, rank], (1, rank)])
        keywords["dot_axes"] = axes
    if random.random() < 0.2:
        axis = random.randrange(len(inputs[-1]))
        inputs[-1] = (*inputs[-1][:axis], random.randint(1, 6), *inputs[-1][axis + 1 :])
    elif random.random() < 0.08:
        inputs[-1] = (*inputs[-1], 2)
    if random.random() < 0.15:
        function = {"sum": "lambda t: t[0] + t[1]", "mul": "lambda t: t[0] * t[1]"}
        keywords["mode"] = Code(function.get(mode, "lambda t: t[0]"))
        tail = inputs[0][1:]
        keywords["output_shape"] = random.choice(
            [tail, tail, Code("lambda s: s[0]"), Code("lambda s: (s[0][0], s[0][-1])")]
        )
        if random.random() < 0.2:
            del keywords["output_shape"]
    if random.random() < 0.04:
        keywords["mode"] = "add"
    if keywords["mode"] == "sum" and random.random() < 0.5:
        del keywords["mode"]
    if random.random() < 0.03:
        inputs = inputs[:1]
    given = [f"{key}={one!r}" for key, one in keywords.items()]
    if random.random() < 0.5:
        return f"merge({', '.join(['x', *given])})", inputs
    return f"Merge({', '.join(given)})(x)", inputs


def reshaped(random: Random) -> tuple[str, Inputs]:
    inputs = random.choice([(12,), (4, 6), (3, 4), (None, 4), (2, 2, 3), (24,), (6, 2), (8, 3)])
    target = random.choice([(3, 4), (12,), (-1,), (2, -1), (6, 2), (24,), (4, 3, 1), (5, -1)])
    inputs = (random.choice([None, 3, 5]), *inputs)
    word = random.choice(["", "target_shape="])
    return f"Reshape({word}{target!r})(x)", inputs


def permuted(random: Random) -> tuple[str, Inputs]:
    inputs = random.choice([STEPS, IMAGE])(random)
    dims = list(range(1, random.choice([len(inputs), len(inputs), 3])))
    random.shuffle(dims)
    return f"Permute({tuple(dims)!r})(x)", inputs


def wrapped(random: Random) -> tuple[str, Inputs]:
    inner, inputs = random.choice([
        (("Dense", [NUMBER], {"bias": BOOLEAN, "init": INIT}), (STEPS, IMAGE)),
        (("Convolution1D", [NUMBER, KERNEL], {**CONV1, "trainable": one_of(True)}), (IMAGE,)),
        (("Convolution2D", [NUMBER, KERNEL, KERNEL], WINDOW), (VOLUME,)),
        (("MaxPooling2D", [], {"pool_size": several(2, 1, 3)}), (VOLUME,)),
        (("Flatten", [], {}), (IMAGE, VOLUME)),
        (("LSTM", [NUMBER], {"return_sequences": BOOLEAN}), (IMAGE,)),
    ])  # fmt: skip
    return f"TimeDistributed({written(inner[0], random, *inner[1:])})(x)", random.choice(inputs)(
        random
    )


def both_ways(random: Random) -> tuple[str, Inputs]:
    name = random.choice(["LSTM", "GRU", "SimpleRNN"])
    inner = written(name, random, [NUMBER], {"return_sequences": BOOLEAN, "init": INIT})
    mode = random.choice(["", ", merge_mode='concat'", ", 'sum'", ", merge_mode='ave'",
                          ", merge_mode='mul'", ", merge_mode='max'"])  # fmt: skip
    return f"Bidirectional({inner}{mode})(x)", STEPS(random)


def computed(random: Random) -> tuple[str, Inputs]:
    rank = random.randint(1, 3)
    inputs = (random.choice([None, 2]), *(random.randint(2, 6) for _ in range(rank)))
    function, tail = random.choice([
        ("lambda t: t * 2", inputs[1:]),
        ("lambda t: t[:, 0]", inputs[2:]),
        ("lambda t: t[:, 1:]", (inputs[1] - 1, *inputs[2:])),
        ("lambda t: t + t", inputs[1:]),
    ])  # fmt: skip
    shapes = [f", output_shape={tail!r}", f", {tail!r}", ", output_shape=lambda s: s"]
    word = random.choice(["", *shapes, ", output_shape=3", ", output_shape='t'"])
    return f"Lambda({function}{word})(x)", inputs


FAMILIES: dict[str, Callable[[Random], tuple[str, Inputs]]] = {
    "AtrousConvolution1D": layer(
        "AtrousConvolution1D", STEPS, [UNITS, KERNEL], **CONV1, atrous_rate=between(1, 3)
    ),
    "AtrousConvolution2D": layer(
        "AtrousConvolution2D", IMAGE, [UNITS, KERNEL, KERNEL], **CONV2, atrous_rate=atrous
    ),
    "Deconvolution2D": deconvolution,
    "Highway": layer("Highway", VECTOR, **ACTIVE, transform_bias=one_of(-1)),
    "MaxoutDense": layer(
        "MaxoutDense", VECTOR, [UNITS], nb_feature=sometimes(between(1, 5), one_of(None)), **COMMON
    ),
    "TimeDistributedDense": layer("TimeDistributedDense", STEPS, [UNITS], **ACTIVE),
    "Merge": merged,
    "ParametricSoftplus": layer(
        "ParametricSoftplus", ANY, alpha_init=one_of(0.2, 1), shared_axes=one_of(1, [1], [1, 2])
    ),
    "SReLU": layer("SReLU", ANY, t_left_init=INIT, shared_axes=one_of(1, [1], [1, 2], [2, 3])),
    "Convolution1D": layer("Convolution1D", STEPS, [NUMBER, KERNEL], **CONV1),
    "Convolution1D, named": layer(
        "Convolution1D", STEPS, **{**CONV1, "nb_filter": NUMBER, "filter_length": KERNEL}
    ),
    "Convolution2D": layer("Convolution2D", IMAGE, [NUMBER, KERNEL, KERNEL], **CONV2),
    "Convolution3D": layer("Convolution3D", VOLUME, [NUMBER, KERNEL, KERNEL, KERNEL], **CONV3),
    "SeparableConvolution2D": layer(
        "SeparableConvolution2D",
        IMAGE,
        [NUMBER, KERNEL, KERNEL],
        **{**CONV2, "depth_multiplier": between(1, 3)},
    ),
    "LocallyConnected1D": layer("LocallyConnected1D", STEPS, [NUMBER, KERNEL], **CONV1),
    "LocallyConnected2D": layer("LocallyConnected2D", IMAGE, [NUMBER, KERNEL, KERNEL], **CONV2),
    "Dense": layer("Dense", sometimes(VECTOR, STEPS, 0.3), [NUMBER], **ACTIVE),
    "Embedding": layer(
        "Embedding",
        sometimes(VECTOR, STEPS, 0.2),
        [NUMBER, NUMBER],
        dropout=one_of(0.0, 0.3),
        input_length=one_of(None, 7),
        init=INIT,
        mask_zero=BOOLEAN,
        trainable=BOOLEAN,
    ),
    "SimpleRNN": layer("SimpleRNN", STEPS, [NUMBER], **RNN),
    "GRU": layer("GRU", STEPS, [NUMBER], **GATED),
    "LSTM": layer("LSTM", STEPS, [NUMBER], **GATED, forget_bias_init=one_of("one", "zero")),
    "ConvLSTM2D": layer(
        "ConvLSTM2D",
        VOLUME,
        [NUMBER, KERNEL, KERNEL],
        **WINDOW,
        inner_activation=ACTIVATION,
        return_sequences=BOOLEAN,
    ),
    **{
        name: layer(name, STEPS, pool_length=KERNEL, stride=STRIDE, border_mode=BORDER)
        for name in ("MaxPooling1D", "AveragePooling1D")
    },
    **{
        name: layer(
            name,
            IMAGE,
            pool_size=sometimes(several(2, 1, 4), one_of(2)),
            strides=sometimes(several(2, 1, 3), one_of(None)),
            **WINDOW,
        )
        for name in ("MaxPooling2D", "AveragePooling2D")
    },
    **{
        name: layer(name, VOLUME, pool_size=several(3, 1, 3), strides=several(3, 1, 2), **WINDOW)
        for name in ("MaxPooling3D", "AveragePooling3D")
    },
    "GlobalMaxPooling1D": layer("GlobalMaxPooling1D", STEPS, name=NAME),
    "GlobalAveragePooling2D": layer("GlobalAveragePooling2D", IMAGE, dim_ordering=ORDERING),
    "UpSampling1D": layer("UpSampling1D", STEPS, length=between(1, 3)),
    "UpSampling2D": layer(
        "UpSampling2D", IMAGE, size=sometimes(several(2, 1, 3), one_of(2)), dim_ordering=ORDERING
    ),
    "UpSampling3D": layer("UpSampling3D", VOLUME, size=several(3, 1, 3), dim_ordering=ORDERING),
    "ZeroPadding1D": layer("ZeroPadding1D", STEPS, padding=one_of(1, 2, (1, 2), (3, 0), [2])),
    "ZeroPadding2D": layer(
        "ZeroPadding2D",
        IMAGE,
        padding=sometimes(several(2, 0, 3), one_of((1, 0, 2, 1), 1, (1,))),
        dim_ordering=ORDERING,
    ),
    "ZeroPadding3D": layer(
        "ZeroPadding3D", VOLUME, padding=several(3, 0, 2), dim_ordering=ORDERING
    ),
    "Cropping1D": layer(
        "Cropping1D",
        shape(between(5, 9), between(1, 5)),
        cropping=sometimes(several(2, 0, 2), one_of(1)),
    ),
    "Cropping2D": layer(
        "Cropping2D",
        IMAGE,
        cropping=one_of(((1, 0), (0, 1)), ((1, 2), (1, 1)), (1, 1)),
        dim_ordering=ORDERING,
    ),
    "BatchNormalization": layer(
        "BatchNormalization",
        sometimes(IMAGE, VECTOR, 0.4),
        mode=one_of(0, 0, 1, 2, 3),
        axis=one_of(-1, 1, 3),
        epsilon=one_of(1e-5),
        momentum=one_of(0.9),
        trainable=BOOLEAN,
    ),
    "GaussianNoise": layer("GaussianNoise", ANY, [RATE]),
    "GaussianNoise, named": layer("GaussianNoise", ANY, name=NAME, sigma=RATE),
    "GaussianDropout": layer("GaussianDropout", ANY, [RATE]),
    "Dropout": layer("Dropout", ANY, [RATE], name=NAME),
    "Dropout, named": layer("Dropout", ANY, p=RATE),
    # Keras 1 looks at the rank only when data comes.
    "SpatialDropout1D": layer("SpatialDropout1D", several(3, 1, 9), [RATE], name=NAME),
    "SpatialDropout2D": layer(
        "SpatialDropout2D", several(4, 1, 9), [RATE], dim_ordering=ORDERING, name=NAME
    ),
    "Flatten": layer("Flatten", sometimes(IMAGE, VECTOR)),
    "Reshape": reshaped,
    "RepeatVector": layer("RepeatVector", VECTOR, [sometimes(between(1, 6), one_of("3"), 0.2)]),
    "Permute": permuted,
    "Lambda": computed,
    "TimeDistributed": wrapped,
    "Bidirectional": both_ways,
    "Masking": layer("Masking", ANY, mask_value=one_of(0.0, -1.0)),
    "Activation": layer("Activation", ANY, [ACTIVATION]),
    "LeakyReLU": layer("LeakyReLU", ANY, alpha=one_of(0.1, 0.3)),
    "PReLU": layer("PReLU", ANY, init=INIT, shared_axes=one_of([1], [1, 2], 1, [2, 3])),
    "ELU": layer("ELU", ANY, alpha=one_of(1.0, 0.5)),
    "ThresholdedReLU": layer("ThresholdedReLU", ANY, theta=one_of(0.5, 1.0)),
}
