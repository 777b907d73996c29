"""A project of several modules: relative imports, re-exports, constants."""
import config
import keras
from config import IMG_SHAPE, NUM_CLASSES as CLASSES
from keras import layers
from models import Block, build_backbone
from models.heads import classifier

backbone = build_backbone(IMG_SHAPE)
x = Block(config.WIDTH)(backbone.output)
outputs = classifier(x, CLASSES)
model = keras.Model(backbone.input, outputs)  # output: (None, 6)  # total: 5854
extra = layers.Dense(config.DOUBLE)(x)  # shape: (None, 14, 14, 48)  # params: 1200  # [unreached-layers]
