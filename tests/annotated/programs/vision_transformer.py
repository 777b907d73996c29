"""Patches by convolution, a class token, blocks in a loop, a stack of user layers."""
import keras
from keras import layers, ops

IMAGE, PATCH, WIDTH, HEADS, DEPTH = 32, 8, 24, 3, 2
PATCHES = (IMAGE // PATCH) ** 2


class ClassToken(layers.Layer):
    def build(self, input_shape):
        self.token = self.add_weight(name="token", shape=(1, 1, input_shape[-1]), initializer="zeros")
        self.position = self.add_weight(name="position", shape=(1, input_shape[1] + 1, input_shape[-1]))

    def call(self, x):
        token = ops.broadcast_to(self.token, (ops.shape(x)[0], 1, x.shape[-1]))
        return ops.concatenate([token, x], axis=1) + self.position


class Block(layers.Layer):
    def __init__(self, width, heads, expand=2, **kwargs):
        super().__init__(**kwargs)
        self.norm_1, self.norm_2 = layers.LayerNormalization(), layers.LayerNormalization()
        self.attention = layers.MultiHeadAttention(heads, width // heads)
        self.mlp = keras.Sequential([
            layers.Dense(width * expand, activation="gelu"),
            layers.Dropout(0.1),
            layers.Dense(width),
        ])

    def call(self, x, training=None):
        y = self.norm_1(x)
        x = x + self.attention(y, y)
        return x + self.mlp(self.norm_2(x), training=training)

    def compute_output_shape(self, input_shape):
        return input_shape


inputs = keras.Input((IMAGE, IMAGE, 3))
x = layers.Conv2D(WIDTH, PATCH, strides=PATCH)(inputs)  # shape: (None, 4, 4, 24)  # params: 4632
x = layers.Reshape((PATCHES, WIDTH))(x)  # shape: (None, 16, 24)
x = ClassToken()(x)  # shape: (None, 17, 24)  # params: 432
for i in range(DEPTH):
    x = Block(WIDTH, HEADS, name=f"block_{i}")(x)  # shape: 2 * (None, 17, 24)  # params: 2 * 4872
x = layers.LayerNormalization(epsilon=1e-6)(x)  # shape: (None, 17, 24)
x = layers.Dense(10, activation="softmax")(x[:, 0])  # shape: (None, 10)  # params: 250
model = keras.Model(inputs, x)  # output: (None, 10)
