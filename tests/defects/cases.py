"""Defect programs and their corrected twins: where they lie, and what their text claims.

``programs/<class>/<case>/`` holds ``wrong.py`` and ``right.py`` with the modules that both import,
or ``wrong/main.py`` and ``right/main.py`` with modules of their own. The docstring of a wrong
program says what its author meant, and in its last line ``Raises.`` or ``Silent.``: what real
Keras does. ``# [rule-name]`` marks the line where the author must act.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
CLASSES = (
    # the table of FACTS.md, in its order, without mixing `keras` and `tf.keras`: Keras 3 takes it
    "input_rank",
    "merged_branches",
    "flatten_missing",
    "loss_against_labels",
    "units_against_classes",
    "channel_order",
    "input_size",
    "not_built",
    "return_sequences_left_on",
    "one_sample",
    "activation_against_loss",
    "target_broadcast",
    "flatten_unknown_size",
    "label_range",
    "return_sequences_missing",
    "embedding_input",
    "from_logits",
    "class_mode",
    "reshape_size",
    "decoder_size",
    "shape_no_tuple",
    "second_kernel_size",
    "softmax_one_unit",
    "sample_counts",
    "number_of_inputs",
    "normalization_axis",
    "layer_rank",
    "pretrained_weights",
    "backbone_not_pooled",
    "size_below_one",
    "layer_as_tensor",
    "batch_axis_in_shape",
    "units_against_target",
    "unreached_layers",
    "removed_argument",
    # what dominates in public code
    "arguments",
    "non_layer",
)
FURTHER_CLASSES = (
    # what the rules find besides, two cases each
    "accuracy_for_regression",
    "autoencoder_rank",
    "constant_initializers",
    "dropout_after_last_layer",
    "duplicate_layer_names",
    "fit_before_compile",
    "input_shape_not_first",
    "learning_rate",
    "linear_layers",
    "loss_keys",
    "merge_on_batch_axis",
    "no_loss",
    "second_activation",
    "trainable_after_compile",
    "unknown_monitor",
    "unscaled_images",
    "validation_on_training_data",
    "validation_shape",
)
_ENDINGS = {"Raises.": True, "Silent.": False}


@dataclass(frozen=True)
class Program:
    """One program: its main file, and the folder from which its modules are imported."""

    main: Path

    @property
    def folder(self) -> Path:
        """Where its modules and data files lie."""
        return self.main.parent

    @property
    def name(self) -> str:
        """The name in test reports: class, case and side."""
        return self.main.relative_to(PROGRAMS).with_suffix("").as_posix().removesuffix("/main")

    @property
    def wrong(self) -> bool:
        """Whether it is the defect, not its twin."""
        return "wrong" in self.name.split("/")[-1]

    @property
    def files(self) -> list[Path]:
        """The main file and its modules, without the twin's main file."""
        twins = {self.folder / "wrong.py", self.folder / "right.py"} - {self.main}
        return [path for path in sorted(self.folder.rglob("*.py")) if path not in twins]

    @property
    def raises(self) -> bool:
        """Whether its docstring says that Keras refuses it."""
        docstring = ast.get_docstring(ast.parse(self.main.read_text("utf-8"))) or ""
        last = docstring.rstrip().rsplit("\n", 1)[-1].strip()
        assert last in _ENDINGS, f"{self.name}: the docstring ends in {last!r}"
        return _ENDINGS[last]


def case_folders() -> list[Path]:
    """List the folders of all cases."""
    return sorted(path for path in PROGRAMS.glob("*/*") if path.is_dir() and _is_case(path))


def _is_case(folder: Path) -> bool:
    return any((folder / name).exists() for name in ("wrong.py", "wrong/main.py", "right.py"))


def programs(*, wrong: bool) -> list[Program]:
    """List the defects, or their twins."""
    side = "wrong" if wrong else "right"
    return [Program(_main(folder, side)) for folder in case_folders()]


def _main(folder: Path, side: str) -> Path:
    alone = folder / f"{side}.py"
    return alone if alone.exists() else folder / side / "main.py"
