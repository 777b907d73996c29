from keras import layers


def recurrent_stack(x, depth, units):
    for _ in range(depth):
        x = layers.GRU(units, return_sequences=True)(x)
    return x
