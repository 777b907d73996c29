"""Two heads, a softmax and a linear one, trained by hand with sums of log probabilities over scalars."""
import numpy as np
import tensorflow as tf
import keras
from keras import layers

num_inputs, num_actions, num_hidden = 4, 2, 8
inputs = layers.Input(shape=(num_inputs,))
common = layers.Dense(num_hidden, activation="relu")(inputs)
action = layers.Dense(num_actions, activation="softmax")(common)
critic = layers.Dense(1)(common)
model = keras.Model(inputs=inputs, outputs=[action, critic])
optimizer = keras.optimizers.Adam(learning_rate=0.01)
huber_loss = keras.losses.Huber()

state = np.random.rand(num_inputs)
with tf.GradientTape() as tape:
    log_probs, values, rewards = [], [], []
    for _ in range(3):
        action_probs, critic_value = model(tf.expand_dims(tf.convert_to_tensor(state), 0))
        values.append(critic_value[0, 0])
        chosen = np.random.choice(num_actions, p=np.squeeze(action_probs) / np.sum(action_probs))
        log_probs.append(tf.math.log(action_probs[0, chosen]))
        rewards.append(1.0)
    returns = np.cumsum(rewards[::-1])[::-1]
    returns = ((returns - returns.mean()) / (returns.std() + 1e-7)).tolist()
    actor_losses, critic_losses = [], []
    for log_prob, value, ret in zip(log_probs, values, returns):
        actor_losses.append(-log_prob * (ret - value))
        critic_losses.append(huber_loss(tf.expand_dims(value, 0), tf.expand_dims(ret, 0)))
    loss_value = sum(actor_losses) + sum(critic_losses)
grads = tape.gradient(loss_value, model.trainable_variables)
optimizer.apply_gradients(zip(grads, model.trainable_variables))
