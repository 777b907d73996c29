"""One encoder is applied twice, and a Lambda gives the distance: two inputs, one (n,) of pair labels."""
import numpy as np
from keras import Input, Model, ops
from keras.layers import Dense, Dropout, Flatten, Lambda


def make_pairs(x, y):
    classes = [np.where(y == i)[0] for i in range(10)]
    pairs, labels = [], []
    n = min(len(c) for c in classes) - 1
    for d in range(10):
        for i in range(n):
            pairs += [[x[classes[d][i]], x[classes[d][i + 1]]]]
            other = classes[(d + 1) % 10][i]
            pairs += [[x[classes[d][i]], x[other]]]
            labels += [1, 0]
    return np.array(pairs), np.array(labels).astype("float32")


def euclidean_distance(vects):
    x, y = vects
    return ops.sqrt(ops.maximum(ops.sum(ops.square(x - y), axis=1, keepdims=True), 1e-7))


def contrastive_loss(y_true, y_pred, margin=1):
    square = ops.square(y_pred)
    return ops.mean(y_true * square + (1 - y_true) * ops.square(ops.maximum(margin - y_pred, 0)))


x_train = np.random.rand(60, 8, 8).astype("float32")
y_train = np.arange(60) % 10
pairs, labels = make_pairs(x_train, y_train)

inp = Input((8, 8))
h = Flatten()(inp)
h = Dense(16, activation="relu")(h)
h = Dropout(0.1)(h)
h = Dense(16, activation="relu")(h)
base = Model(inp, h)

left, right = Input((8, 8)), Input((8, 8))
distance = Lambda(euclidean_distance, output_shape=(1,))([base(left), base(right)])
model = Model([left, right], distance)
model.compile(loss=contrastive_loss, optimizer="rmsprop")
model.fit([pairs[:, 0], pairs[:, 1]], labels, batch_size=16, epochs=1)
