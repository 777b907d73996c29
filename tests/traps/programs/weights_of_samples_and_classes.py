"""sample_weight and class_weight stand beside the targets; the third of a tuple is weights, not a target."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential, layers

x = np.random.rand(48, 6).astype("float32")
y = (np.random.rand(48) > 0.8).astype("int32")
neg, pos = np.bincount(y, minlength=2)
class_weight = {0: 1.0, 1: max(neg, 1) / max(pos, 1)}
sample_weight = np.where(y == 1, 5.0, 1.0)

initial_bias = np.log([(pos + 1) / (neg + 1)])
model = Sequential(
    [
        layers.Input((x.shape[-1],)),
        layers.Dense(8, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(
            1, activation="sigmoid",
            bias_initializer=tf.keras.initializers.Constant(float(initial_bias[0])),
            kernel_initializer="zeros",
        ),
    ]
)
model.compile("adam", "binary_crossentropy", metrics=[tf.keras.metrics.AUC(name="prc", curve="PR")])
model.fit(x, y, class_weight=class_weight, verbose=0)
model.fit(x, y, sample_weight=sample_weight, validation_data=(x[:8], y[:8], sample_weight[:8]), verbose=0)
model.fit(tf.data.Dataset.from_tensor_slices((x, y, sample_weight)).batch(12), verbose=0)
