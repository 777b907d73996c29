"""Attention layers, with masks and several inputs; the shape of scores is as Keras states it."""
import keras
from keras import layers

words = keras.Input((30, 48))
image = keras.Input((7, 7, 64))
own = layers.MultiHeadAttention(4, 12)(words, words, use_causal_mask=True)  # shape: (None, 30, 48)  # params: 9408
x = layers.LayerNormalization()(words + own)  # shape: (None, 30, 48)  # params: 96
memory = layers.Reshape((49, 64))(image)  # shape: (None, 49, 64)
cross, scores = layers.MultiHeadAttention(num_heads=2, key_dim=8, value_dim=6, output_shape=20)(query=x, value=memory, return_attention_scores=True)  # shape: [(None, 30, 20), (None, 2, 30, 30)]
query = layers.Dense(64)(cross)  # shape: (None, 30, 64)
dot = layers.Attention()([query, memory])  # shape: (None, 30, 64)
additive = layers.AdditiveAttention()([query, memory, memory])  # shape: (None, 30, 64)  # params: 64
both = layers.Concatenate(axis=1)([dot, additive])  # shape: (None, 60, 64)
pooled = layers.GlobalAveragePooling1D()(both)  # shape: (None, 64)
out = layers.Dense(2)(pooled)  # shape: (None, 2)
model = keras.Model([words, image], [out, scores])  # output: [(None, 2), (None, 2, 30, 30)]
