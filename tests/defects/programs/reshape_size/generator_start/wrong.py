"""A generator whose Dense layer fills the first feature map.

Raises.
"""

import numpy as np
from tensorflow.keras.layers import BatchNormalization, Conv2DTranspose, Dense, LeakyReLU, Reshape
from tensorflow.keras.models import Sequential

latent_dim = 16


def define_generator(latent_dim):
    model = Sequential()
    n_nodes = 8 * 7 * 7
    model.add(Dense(n_nodes, input_dim=latent_dim))
    model.add(LeakyReLU(0.2))
    model.add(Reshape((7, 7, 16)))  # [reshape-size]
    model.add(Conv2DTranspose(8, (4, 4), strides=(2, 2), padding="same"))
    model.add(BatchNormalization())
    model.add(Conv2DTranspose(1, (7, 7), padding="same", activation="sigmoid"))
    return model


generator = define_generator(latent_dim)
noise = np.random.randn(4, latent_dim)
print(generator.predict(noise, verbose=0).shape)
