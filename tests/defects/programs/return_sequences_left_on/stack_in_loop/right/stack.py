from keras import layers


def recurrent_stack(x, depth, units):
    for i in range(depth):
        x = layers.GRU(units, return_sequences=i < depth - 1)(x)
    return x
