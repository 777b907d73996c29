"""keras or tf.keras, whichever is there, and `lr` or `learning_rate` by version: only one way runs."""
import numpy as np

try:
    import keras
    from keras import layers, models
    from keras.optimizers import Adam
except ImportError:
    from tensorflow import keras
    from tensorflow.keras import layers, models
    from tensorflow.keras.optimizers import Adam

MAJOR = int(keras.__version__.split(".")[0])
if MAJOR >= 3:
    first = layers.Input(batch_shape=(None, 9))
    optimizer = Adam(learning_rate=1e-3)
    suffix = ".keras"
else:
    first = layers.InputLayer(batch_input_shape=(None, 9))
    optimizer = Adam(lr=1e-3)
    suffix = ".h5"

model = models.Sequential([first, layers.Dense(4, activation="relu"), layers.Dense(1)])
model.compile(optimizer, "mse")
model.fit(np.zeros((6, 9)), np.zeros(6), verbose=0)
model.save("model" + suffix)
