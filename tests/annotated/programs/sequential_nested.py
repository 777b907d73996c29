"""Models inside models."""
import keras
from keras import Sequential
from keras.layers import Dense, Flatten, Input, Reshape

encoder = Sequential([  # shape: (None, 16)  # params: 51280
    Input((28, 28)),
    Flatten(),  # shape: (None, 784)
    Dense(64),  # shape: (None, 64)
    Dense(16 + 8 - 8),  # shape: (None, 16)
], name="encoder")
decoder = Sequential(  # shape: (None, 28, 28)  # params: 52048
    [
        Input(shape=(16,)),
        Dense(64),  # shape: (None, 64)  # params: 1088
        Dense(28 * 28),  # shape: (None, 784)
        Reshape((28, 28)),  # shape: (None, 28, 28)
    ]
)
autoencoder = Sequential([encoder, decoder])  # output: (None, 28, 28)  # total: 103328
