from keras import Sequential, layers


def make(n_labels, width=8):
    return Sequential([
        layers.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(width, activation="relu"),
        layers.Dense(n_labels),
    ])
