import os

import numpy as np
import tensorflow as tf
import tensorflow.compat.v2 as tf2
import tensorflow.keras
import tensorflow.keras as k1
import tensorflow.keras.backend as K
import tensorflow.keras.layers
import tensorflow.keras.layers as L
from tensorflow import keras
from tensorflow import keras as k2
from tensorflow.keras import Input, Model, Sequential, backend, layers, models
from tensorflow.keras.applications import VGG16, ResNet50
from tensorflow.keras.applications.resnet50 import decode_predictions, preprocess_input
from tensorflow.keras.callbacks import EarlyStopping, ModelCheckpoint, TensorBoard
from tensorflow.keras.datasets import boston_housing, cifar10, imdb
from tensorflow.keras.layers import LSTM, Conv2D, Dense, Embedding, Flatten, Lambda
from tensorflow.keras.losses import SparseCategoricalCrossentropy
from tensorflow.keras.models import load_model
from tensorflow.keras.optimizers import Adam
from tensorflow.keras.optimizers.schedules import ExponentialDecay
from tensorflow.keras.preprocessing import image
from tensorflow.keras.preprocessing.image import ImageDataGenerator, img_to_array, load_img
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.regularizers import l2
from tensorflow.keras.utils import Sequence, plot_model, to_categorical
from tensorflow.python.framework import ops

print(
    os,
    np,
    tensorflow.keras.layers.Dense(3),
    k1,
    K.epsilon(),
    L.Dense,
    tf2,
    k2,
    Input,
    Model,
    Sequential,
    backend,
    layers,
    models,
)
print(
    VGG16,
    ResNet50,
    preprocess_input,
    decode_predictions,
    EarlyStopping,
    ModelCheckpoint,
    TensorBoard,
    cifar10,
    imdb,
    boston_housing,
)
print(
    Dense,
    Flatten,
    Conv2D,
    LSTM,
    Embedding,
    Lambda,
    SparseCategoricalCrossentropy,
    load_model,
    Adam,
    ExponentialDecay,
    image,
)
print(
    ImageDataGenerator,
    img_to_array,
    load_img,
    pad_sequences,
    Tokenizer,
    l2,
    to_categorical,
    plot_model,
    Sequence,
    ops,
    keras,
)
print(
    tf.keras.layers.Dense(3),
    tf.keras.Input,
    tf.keras.models.Model,
    tf.losses.MeanSquaredError(),
    tf.optimizers.Adam(),
    tf.metrics.Mean(),
    tf.initializers.GlorotUniform(),
)
print(
    tf.compat.v1.keras.layers.Dense(3),
    tf.compat.v2.keras.layers.Dense(2),
    tf.summary.scalar("a", 1.0, step=1),
    tf.summary.create_file_writer("x").as_default(),
)
tf.compat.v1.disable_eager_execution()
tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)
