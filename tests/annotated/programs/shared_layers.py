"""One layer for several inputs, one model for several inputs."""
import keras
from keras import layers

embed = layers.Embedding(100, 6)  # shape: (None, 9, 6) | (None, 4, 6)  # params: 600
read = layers.LSTM(5)  # shape: (None, 5)  # params: 240
question = keras.Input((9,))
answer = keras.Input((4,))
q = read(embed(question))
a = read(embed(answer))
tower = keras.Sequential([keras.Input((5,)), layers.Dense(3)], name="tower")  # shape: 2 * (None, 3)
difference = layers.Subtract()([tower(q), tower(a)])  # shape: (None, 3)
score = layers.Dense(1, activation="sigmoid")(difference)  # shape: (None, 1)
model = keras.Model([question, answer], score)  # output: (None, 1)  # total: 862
