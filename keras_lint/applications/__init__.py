"""The pretrained backbones of ``keras.applications``: shapes, weights and layer names."""

from keras_lint.applications.application import Application
from keras_lint.applications.backbone import Backbone, BackboneLayer
from keras_lint.applications.registry import application_names, find_application

__all__ = ["Application", "Backbone", "BackboneLayer", "application_names", "find_application"]
