"""Images and labels are doubled, filtered and shuffled together, so their numbers agree in the end."""
import numpy as np
import keras
from keras import layers
from sklearn.utils import shuffle

images = np.random.rand(20, 10, 10)
labels = np.arange(20) % 2
images = np.concatenate([images, images[:, :, ::-1], np.rot90(images, axes=(1, 2))])
labels = np.tile(labels, 3)
keep = np.delete(np.arange(len(images)), [3, 4])
images, labels = images[keep], labels[keep]
bright = images.mean(axis=(1, 2)) > 0
images, labels = images[bright], labels[bright]
images, labels = shuffle(images, labels, random_state=0)
order = np.argsort(labels, kind="stable")
images, labels = images[order][..., None], labels[order]
noise = np.vstack([images, images + 0.01 * np.random.randn(*images.shape)])
model = keras.Sequential([layers.Input((10, 10, 1)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(noise, np.hstack([labels, labels]), verbose=0)
model.fit(np.r_[images, images[:4]], np.append(labels, labels[:4]), verbose=0)
