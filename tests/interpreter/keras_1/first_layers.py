"""First layers of Keras 1, and the ways in which they were given an input shape."""

from keras.layers import (
    GRU,
    LSTM,
    AtrousConvolution1D,
    Bidirectional,
    Convolution1D,
    Convolution2D,
    Dense,
    Embedding,
    Flatten,
    Highway,
    LocallyConnected1D,
    MaxoutDense,
    MaxPooling1D,
    MaxPooling2D,
    ParametricSoftplus,
    SimpleRNN,
    SReLU,
    TimeDistributed,
    TimeDistributedDense,
)
from keras.models import Sequential

vectors = Sequential([Dense(output_dim=6, input_dim=4, init="uniform"), SReLU()])
maxout = Sequential([MaxoutDense(5, input_dim=4), ParametricSoftplus(), Highway()])
gate = Sequential([Highway(input_dim=7)])
open_steps = Sequential([LSTM(3, input_dim=5, return_sequences=True), TimeDistributed(Dense(2))])
steps = Sequential([GRU(output_dim=3, input_dim=5, input_length=7, inner_init="orthogonal")])
plain = Sequential([SimpleRNN(3, input_shape=(7, 5), dropout_W=0.2, consume_less="gpu")])
dense_steps = Sequential([TimeDistributedDense(2, input_dim=5, input_length=7), Flatten()])
both_ways = Sequential([Bidirectional(LSTM(3), input_shape=(7, 5))])
words = Sequential([Embedding(input_dim=9, output_dim=4, input_length=6), Flatten(), Dense(1)])
open_words = Sequential([Embedding(9, 4), LSTM(2)])
row = Sequential([Convolution1D(nb_filter=4, filter_length=3, input_dim=2, input_length=9)])
row.add(MaxPooling1D(pool_length=2))
row.add(AtrousConvolution1D(3, 2, atrous_rate=2))
open_row = Sequential([Convolution1D(4, 3, border_mode="same", input_dim=2)])
local = Sequential([LocallyConnected1D(4, 3, input_dim=2, input_length=9)])
image = Sequential()
image.add(Convolution2D(4, 3, 5, input_shape=(3, 12, 12), dim_ordering="th"))
image.add(MaxPooling2D(pool_size=(2, 2), dim_ordering="th"))
image.add(Convolution2D(2, 2, 2, subsample=(2, 2), dim_ordering="th"))
image.add(Flatten())
