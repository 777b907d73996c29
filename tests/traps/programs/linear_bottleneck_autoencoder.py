"""Two Dense without activation in a row: a linear autoencoder, which is principal component analysis."""
import numpy as np
import keras

X = np.random.rand(50, 3) - 0.5
encoder = keras.models.Sequential([keras.layers.Dense(2, input_shape=[3])])
decoder = keras.models.Sequential([keras.layers.Dense(3, input_shape=[2])])
autoencoder = keras.models.Sequential([encoder, decoder])
autoencoder.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=0.1))
autoencoder.fit(X, X, epochs=1, verbose=0)
codings = encoder.predict(X, verbose=0)

factorized = keras.Sequential(
    [keras.Input((40,)), keras.layers.Dense(4, use_bias=False), keras.layers.Dense(30, activation="softmax")]
)
factorized.compile("adam", "sparse_categorical_crossentropy")
factorized.fit(np.random.rand(10, 40), np.arange(10), verbose=0)
