"""Report how many weights a network has before training it."""
import numpy as np
import keras
from keras import layers


def make_model(hidden_units, n_out):
    return keras.Sequential(
        [layers.Dense(u, activation="relu") for u in hidden_units]
        + [layers.Dense(n_out, activation="softmax")]
    )


n_features = 20
model = make_model([16, 8], n_out=3)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.build((None, n_features))
print(f"{model.count_params()} parameters")

X = np.random.rand(32, n_features)
y = np.random.randint(0, 3, 32)
model.fit(X, y, epochs=1, verbose=0)
