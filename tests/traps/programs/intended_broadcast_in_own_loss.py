"""(n, 1) minus (1, n) gives an (n, n) matrix, which a ranking loss by hand is about."""
import numpy as np
import keras
from keras import layers, ops


def pairwise_ranking(y_true, y_pred):
    y_true = ops.reshape(y_true, (-1, 1))
    truth = ops.sign(y_true - ops.transpose(y_true))
    score = y_pred - ops.transpose(y_pred)
    return ops.mean(ops.softplus(-truth * score))


model = keras.Sequential([layers.Input((5,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(optimizer="adam", loss=pairwise_ranking)
x, y = np.random.rand(32, 5), np.random.rand(32)
model.fit(x, y, batch_size=16, verbose=0)

scores = model.predict(x, verbose=0)
matrix = scores - scores.T
order = np.argsort(-scores[:, 0])
error = np.mean((y - scores.squeeze()) ** 2)
