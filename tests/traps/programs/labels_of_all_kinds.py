"""Label values look too large for the units, but the arrays are re-coded before they reach the loss."""
import numpy as np
import pandas as pd
import keras
from keras import layers
from sklearn.preprocessing import LabelBinarizer, LabelEncoder, OneHotEncoder

x = np.random.rand(12, 4)
quality = np.array([3, 5, 8, 3, 5, 8, 3, 5, 8, 3, 5, 8])
names = np.array(["cat", "dog", "eel"] * 4)


def train(y, loss="sparse_categorical_crossentropy"):
    model = keras.Sequential([layers.Input((4,)), layers.Dense(3, activation="softmax")])
    model.compile("adam", loss)
    model.fit(x, y, verbose=0)


train(LabelEncoder().fit_transform(quality))
train(np.searchsorted(np.unique(quality), quality))
train(np.unique(quality, return_inverse=True)[1])
train(pd.Categorical(quality).codes)
train(pd.factorize(names)[0])
train(pd.Series(names).map({"cat": 0, "dog": 1, "eel": 2}).to_numpy())
train(np.digitize(quality, [4, 6]))
train(quality % 3)
train(pd.get_dummies(names).values.astype("float32"), "categorical_crossentropy")
train(LabelBinarizer().fit_transform(names), "categorical_crossentropy")
train(OneHotEncoder(sparse_output=False).fit_transform(names[:, None]), "categorical_crossentropy")
train((quality[:, None] == np.unique(quality)).astype("float32"), "categorical_crossentropy")
train(keras.ops.one_hot(LabelEncoder().fit_transform(names), 3), "categorical_crossentropy")
masked = np.where(np.arange(12) == 5, -1, quality // 4)
train(masked, keras.losses.SparseCategoricalCrossentropy(ignore_class=-1))
