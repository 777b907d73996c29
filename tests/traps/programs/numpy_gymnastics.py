"""Axes appear and vanish in numpy: outer differences, einsum, strides and broadcasting, all legal."""
import numpy as np
import keras
from keras import layers

rng = np.random.default_rng(0)
points = rng.normal(size=(16, 5, 3))
centers = points.mean(axis=1, keepdims=True)
points = (points - centers) / points.std(axis=(1, 2), keepdims=True)
dist = np.linalg.norm(points[:, :, None] - points[:, None], axis=-1)
gram = np.einsum("nic,njc->nij", points, points)
cov = np.matmul(points.swapaxes(1, 2), points) / points.shape[1]
rows, columns = np.triu_indices(5, 1)
upper = dist[:, rows, columns]
features = np.concatenate([upper, gram.reshape(len(gram), -1), cov.reshape(-1, 9)], axis=1)
weights = rng.normal(size=(features.shape[1], 2))
targets = features @ weights + rng.normal(size=2)
whitened = (features - features.mean(0)) @ np.linalg.inv(np.cov(features.T) + np.eye(features.shape[1]))
stacked = np.stack([features, whitened], axis=-1)
padded = np.pad(stacked, ((0, 0), (1, 1), (0, 0)))
model = keras.Sequential([layers.Input(padded.shape[1:]), layers.Conv1D(4, 3, activation="relu"), layers.GlobalAveragePooling1D(), layers.Dense(targets.shape[-1])])
model.compile("adam", "mse")
model.fit(padded, targets, verbose=0)
residual = targets - model.predict(padded, verbose=0)
print(np.corrcoef(residual.T).shape, np.outer(residual[0], residual[1]).shape, residual[:, :1] - residual[:, 1])
