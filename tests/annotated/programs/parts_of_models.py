"""Parts of models: get_layer, layers[-2].output, model.input, a truncated Sequential."""
import keras
from keras import layers

base = keras.Sequential([
    keras.Input((16, 16, 3)),
    layers.Conv2D(4, 3, name="conv"),  # shape: (None, 14, 14, 4)
    layers.Flatten(name="flat"),  # shape: (None, 784)
    layers.Dense(10, name="logits"),  # shape: (None, 10)
])
features = keras.Model(base.inputs, base.layers[-2].output)  # output: (None, 784)  # total: 112
maps = keras.Model(inputs=base.inputs, outputs=base.get_layer("conv").output)  # output: (None, 14, 14, 4)  # total: 112
x = layers.Dense(5)(features.output)  # shape: (None, 5)  # params: 3925
pooled = layers.GlobalAveragePooling2D()(maps.output)  # shape: (None, 4)  # [unreached-layers]
new = keras.Model(features.input, x)  # output: (None, 5)  # total: 4037
short = keras.Sequential(base.layers[:-1])
for layer in base.layers:
    layer.trainable = False
probe = keras.Model(base.inputs, [layer.output for layer in base.layers])  # output: [(None, 14, 14, 4), (None, 784), (None, 10)]  # total: 7962
copy = keras.models.clone_model(base)  # output: (None, 10)  # total: 7962
head = layers.Dense(copy.output_shape[-1] + 1)(base.outputs[0])  # shape: (None, 11)  # [unreached-layers]
