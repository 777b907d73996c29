"""The facts about one file, frozen: what rules, summaries and editors read."""

from keras_lint.model.facts import (
    Construction,
    LayerCall,
    Misuse,
    OperationRefusal,
    OuterOperation,
    UnknownFact,
)
from keras_lint.model.graph import ModelGraph, ModelInput
from keras_lint.model.semantic import Imports, SemanticModel
from keras_lint.model.training import (
    CallbackFact,
    CompileCall,
    DataCall,
    LossFact,
    TrainableChange,
    UsageFact,
)

__all__ = [
    "CallbackFact",
    "CompileCall",
    "Construction",
    "DataCall",
    "Imports",
    "LayerCall",
    "LossFact",
    "Misuse",
    "ModelGraph",
    "ModelInput",
    "OperationRefusal",
    "OuterOperation",
    "SemanticModel",
    "TrainableChange",
    "UnknownFact",
    "UsageFact",
]
