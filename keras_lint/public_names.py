"""Which public names Keras has, and which of them comes near one that it does not have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources

_CLOSE = 0.75
_CLOSER = {"keras.backend": 0.85, "keras.ops": 0.85, "keras.preprocessing.image": 0.85}
"""How alike a name must be to be a misspelling of another; more where many names are alike."""

_VERSIONED = re.compile(r"_v\d$|_utils?$|_tests?$")
"""Names of modules that are no part of the public API, and differ from version to version."""

_BEFORE = {
    "keras": (
        "backend_config combinations distribute engine feature_column initializations "
        "keras_parameterized legacy objectives premade premade_models protobuf testing_infra "
        "testing_utils tools topology"
    ),
    "keras.applications": "mobilenetv2 music_tagger_crnn nasnetlarge resnet_common resnet_v2",
    "keras.backend": (
        "cntk_backend common image_dim_ordering set_image_dim_ordering tensorflow_backend "
        "theano_backend"
    ),
    "keras.constraints": "maxnorm nonneg unitnorm",
    "keras.datasets": "cifar",
    "keras.layers": (
        "AtrousConvolution1D AtrousConvolution2D Deconvolution2D Deconvolution3D Highway "
        "MaxoutDense Merge TimeDistributedDense advanced_activations containers convolutional "
        "convolutional_recurrent core cudnn_recurrent dense_attention embeddings experimental "
        "local merge merging noise normalization pooling preprocessing recurrent regularization "
        "reshaping rnn wrappers"
    ),
    "keras.losses": "LossFunctionWrapper logcosh",
    "keras.metrics": (
        "fbeta_score fmeasure matthews_correlation mean_relative_error precision recall"
    ),
    "keras.mixed_precision": "autocast_variable loss_scale_optimizer policy",
    "keras.models": "Functional Graph cloning functional model sequential",
    "keras.optimizers": (
        "TFOptimizer adadelta adadelta_v2 adagrad adagrad_v2 adam adam_v2 adamax adamax_v2 ftrl "
        "gradient_descent_v2 nadam nadam_v2 optimizer_v1 optimizer_v2 rmsprop rmsprop_v2 sgd"
    ),
    "keras.preprocessing.text": "base_filter",
    "keras.regularizers": (
        "ActivityRegularizer WeightRegularizer activity_l1 activity_l1l2 activity_l2 l1l2"
    ),
    "keras.saving": (
        "hdf5_format keras_saveable legacy model_config object_registration pickle_utils save "
        "saved_model saved_model_experimental saving_lib saving_utils serialization_lib"
    ),
    "keras.utils": (
        "HDF5Matrix conv_utils data_utils generic_utils io_utils layer_utils losses_utils "
        "metrics_utils multi_gpu_model multi_gpu_utils np_utils print_summary test_utils tf_utils "
        "training_utils vis_utils visualize_util"
    ),
    "keras.wrappers": "scikit_learn",
}
"""What Keras 1 and early versions of Keras 2 had besides."""


@dataclass(frozen=True)
class _Names:
    now: frozenset[str]
    before: frozenset[str]


def exists(module: str, name: str) -> bool:
    """Tell whether some Keras has a name in one of its modules; yes where that is not known."""
    known = _table().get(module)
    return known is None or name.startswith("_") or name in known.now | known.before


def nearest(module: str, name: str, close: float | None = None) -> str | None:
    """Give the name in a module that a misspelled one means, if one comes near enough."""
    known = _table().get(module)
    if known is None or _VERSIONED.search(name):
        return None
    cutoff = _CLOSER.get(module, _CLOSE) if close is None else close
    for names in (known.now, known.before):
        # Of two names that differ in case one may be a module, the other the class in it.
        alike = sorted(one for one in names if one[:1].isupper() is name[:1].isupper())
        found = get_close_matches(name, alike, 1, cutoff)
        if found:
            return found[0]
    return None


def is_in_keras_3(module: str, name: str) -> bool:
    """Tell whether the newest Keras that is known has a name in one of its modules."""
    known = _table().get(module)
    return known is not None and name in known.now


def namesake(name: str) -> str | None:
    """Give the public place of a name in Keras 3, the shortest one, where there is one."""
    places = [f"{module}.{name}" for module, names in _table().items() if name in names.now]
    return min(places, key=lambda place: (place.count("."), place), default=None)


@cache
def _table() -> Mapping[str, _Names]:
    text = (resources.files("keras_lint") / "public_names.txt").read_text("utf-8")
    found = {}
    for line in text.splitlines():
        module, _, names = line.partition(":")
        now, _, before = names.partition("|")
        older = [*before.split(), *_BEFORE.get(module, "").split()]
        found[module] = _Names(frozenset(now.split()), frozenset(older))
    return found
