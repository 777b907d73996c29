"""Look at the first weights of a linear model after training and before."""
import keras

model = keras.models.Sequential([keras.Input((1,))], name="linear")
model.add(keras.layers.Dense(1))
model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=0.1))

before = model.layers[0].get_weights()
print(model.input_shape)
print(before)
