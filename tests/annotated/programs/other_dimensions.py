"""One and three dimensions, channels first."""
import keras
from keras import layers

sound = keras.Sequential(name="sound")  # output: (None, 6)  # total: 19752
sound.add(keras.Input((16000, 1)))
sound.add(layers.Conv1D(16, 80, strides=16))  # shape: (None, 996, 16)
sound.add(layers.MaxPool1D(4))  # shape: (None, 249, 16)
sound.add(layers.Conv1D(32, 3, padding="causal", dilation_rate=4))  # shape: (None, 249, 32)
sound.add(layers.Conv1DTranspose(8, 5, strides=2))  # shape: (None, 501, 8)
sound.add(layers.GlobalAveragePooling1D())  # shape: (None, 8)
sound.add(layers.RepeatVector(4))  # shape: (None, 4, 8)
sound.add(layers.Permute((2, 1)))  # shape: (None, 8, 4)
sound.add(layers.Reshape((-1, 2, 4)))  # shape: (None, 4, 2, 4)
sound.add(layers.Flatten())  # shape: (None, 32)
sound.add(layers.Dense(400))  # shape: (None, 400)
sound.add(layers.Dense(6, use_bias=False))  # shape: (None, 6)

scan = keras.Sequential()  # output: (None, 4)  # total: 160
scan.add(keras.Input((1, 10, 12, 14)))
scan.add(layers.Cropping3D(1, data_format="channels_first"))  # shape: (None, 1, 8, 10, 12)
scan.add(layers.ZeroPadding3D((0, 1, 2), data_format="channels_first"))  # shape: (None, 1, 8, 12, 16)
scan.add(layers.AveragePooling3D(2, data_format="channels_first"))  # shape: (None, 1, 4, 6, 8)
scan.add(layers.GlobalAveragePooling3D(data_format="channels_first"))  # shape: (None, 1)
scan.add(layers.Dense(40))  # shape: (None, 40)
scan.add(layers.Reshape((2, 2, 2, 5)))  # shape: (None, 2, 2, 2, 5)
scan.add(layers.Conv3D(4, 1, use_bias=False))  # shape: (None, 2, 2, 2, 4)
scan.add(layers.GlobalMaxPool3D())  # shape: (None, 4)
scan.add(layers.EinsumDense("ab,bc->ac", output_shape=4, bias_axes="c"))  # shape: (None, 4)
scan.add(layers.Softmax())  # shape: (None, 4)
scan.add(layers.Dense(4))  # shape: (None, 4)
scan.add(layers.Dense(4, use_bias=False))  # shape: (None, 4)
scan.add(layers.PReLU())  # shape: (None, 4)  # params: 4
scan.add(layers.Dense(16))  # shape: (None, 16)
scan.pop()
