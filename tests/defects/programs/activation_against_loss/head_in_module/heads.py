from keras.layers import Activation, Dense


def classification_head(x, n_classes, activation):
    x = Dense(n_classes)(x)
    return Activation(activation)(x)
