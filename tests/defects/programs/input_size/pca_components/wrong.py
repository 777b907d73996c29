"""Reduce sixty-four pixels to their principal components first.

Raises.
"""
from keras import Sequential
from keras.layers import Dense, Input
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split

N_COMPONENTS = 20

digits = load_digits()
X_train, X_test, y_train, y_test = train_test_split(digits.data, digits.target, test_size=0.9)
pca = PCA(n_components=N_COMPONENTS)
X_train = pca.fit_transform(X_train)

model = Sequential([
    Input((digits.data.shape[1],)),  # [input-size]
    Dense(16, activation="relu"),
    Dense(10, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(X_train, y_train, epochs=1, verbose=0)
