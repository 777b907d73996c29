"""mse between (None, 2) and targets that are predictions with one entry replaced; states gain a batch axis."""
import random
from collections import deque

import numpy as np
from keras.layers import Dense, Input
from keras.models import Sequential, clone_model
from keras.optimizers import Adam


class DQNAgent:
    def __init__(self, state_size, action_size):
        self.state_size, self.action_size = state_size, action_size
        self.memory = deque(maxlen=100)
        self.gamma, self.epsilon, self.learning_rate = 0.95, 0.5, 0.001
        self.model = self._build_model()
        self.target_model = clone_model(self.model)
        self.update_target_model()

    def _build_model(self):
        model = Sequential()
        model.add(Input((self.state_size,)))
        model.add(Dense(8, activation="relu"))
        model.add(Dense(8, activation="relu"))
        model.add(Dense(self.action_size, activation="linear"))
        model.compile(loss="mse", optimizer=Adam(learning_rate=self.learning_rate))
        return model

    def update_target_model(self):
        self.target_model.set_weights(self.model.get_weights())

    def act(self, state):
        if np.random.rand() <= self.epsilon:
            return random.randrange(self.action_size)
        return np.argmax(self.model.predict(state, verbose=0)[0])

    def replay(self, batch_size):
        for state, action, reward, next_state, done in random.sample(self.memory, batch_size):
            target = self.model.predict(state, verbose=0)
            if done:
                target[0][action] = reward
            else:
                a = self.model.predict(next_state, verbose=0)[0]
                t = self.target_model.predict(next_state, verbose=0)[0]
                target[0][action] = reward + self.gamma * t[np.argmax(a)]
            self.model.fit(state, target, epochs=1, verbose=0)


agent = DQNAgent(4, 2)
state = np.reshape(np.random.rand(4), [1, 4])
for time in range(6):
    action = agent.act(state)
    next_state = np.reshape(np.random.rand(4), [1, agent.state_size])
    agent.memory.append((state, action, 1.0, next_state, time == 5))
    state = next_state
agent.replay(3)
