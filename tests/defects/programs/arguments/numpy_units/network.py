import keras


def classifier(n_inputs, n_classes, hidden=8):
    return keras.Sequential([
        keras.Input((n_inputs,)),
        keras.layers.Dense(hidden, activation="relu"),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])
