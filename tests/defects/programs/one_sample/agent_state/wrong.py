"""An agent that asks its network for the value of each action.

Raises.
"""
import numpy as np
import keras
from keras import layers


class Agent:
    def __init__(self, state_size, action_size):
        self.state_size = state_size
        self.action_size = action_size
        self.model = self._build_model()

    def _build_model(self):
        model = keras.Sequential()
        model.add(layers.Input(shape=(self.state_size,)))
        model.add(layers.Dense(24, activation="relu"))
        model.add(layers.Dense(self.action_size, activation="linear"))
        model.compile(loss="mse", optimizer="adam")
        return model

    def act(self, state):
        act_values = self.model.predict(state, verbose=0)  # [input-rank]
        return np.argmax(act_values[0])


agent = Agent(state_size=4, action_size=2)
state = np.array([0.1, -0.2, 0.0, 0.3])
print(agent.act(state))
