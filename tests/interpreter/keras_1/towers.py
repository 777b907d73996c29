"""Models of Keras 1 that start with ``Merge``, as the examples of its time wrote them."""

from keras.layers import (
    LSTM,
    Activation,
    AtrousConvolution2D,
    Convolution2D,
    Deconvolution2D,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    Highway,
    Input,
    MaxoutDense,
    Merge,
    RepeatVector,
    Reshape,
    TimeDistributedDense,
    merge,
)
from keras.models import Model, Sequential

# Question and story: two towers of their own inputs, joined along the steps.
story = Sequential()
story.add(Embedding(40, 12, input_length=20))
story.add(Dropout(0.3))
question = Sequential()
question.add(Embedding(40, 12, input_length=6))
question.add(LSTM(12, return_sequences=False))
question.add(RepeatVector(20))
answering = Sequential()
answering.add(Merge([story, question], mode="sum"))
answering.add(LSTM(9, return_sequences=True))
answering.add(TimeDistributedDense(4, activation="softmax"))

# A memory network: a product of sequences, and a merge of merges.
memory = Sequential()
memory.add(Embedding(40, 8, input_length=20))
asked = Sequential()
asked.add(Embedding(40, 8, input_length=6))
match = Sequential()
match.add(Merge([memory, asked], mode="dot", dot_axes=[2, 2]))
other = Sequential([Embedding(40, 6, input_length=20)])
response = Sequential()
response.add(Merge([match, other], mode="sum"))
whole = Sequential()
whole.add(Merge([response, other], mode="concat", concat_axis=-1))
whole.add(LSTM(5))
whole.add(Dense(40))
whole.add(Activation("softmax"))

# Features of an image and of numbers.
image = Sequential()
image.add(Convolution2D(4, 3, 3, border_mode="same", input_shape=(12, 12, 3)))
image.add(AtrousConvolution2D(6, 3, 3, atrous_rate=(2, 2)))
image.add(Deconvolution2D(5, 3, 3, output_shape=(None, 10, 10, 5)))
image.add(Flatten())
numbers = Sequential([Dense(16, input_dim=7), Highway(activation="relu")])
both = Sequential([Merge([image, numbers], mode="concat"), MaxoutDense(10, nb_feature=3)])
both.add(Dense(1, init="uniform", activation="sigmoid"))

# One tower twice, functions as modes, and the modes of two vectors.
twice = Sequential([Merge([numbers, numbers], mode="mul"), Dense(3)])
distance = Sequential()
distance.add(
    Merge([numbers, numbers], mode=lambda t: abs(t[0] - t[1]), output_shape=lambda s: s[0])
)
distance.add(Dense(2))
declared = Sequential([Merge([numbers, numbers], mode=lambda t: t[0], output_shape=(16,))])
declared.add(Reshape((4, 4)))
cosine = Sequential([Merge([numbers, twice], mode="concat"), Dense(16)])
likeness = Sequential([Merge([numbers, cosine], mode="cos", dot_axes=1)])

# Functional towers, and the function.
a, b = Input(shape=(6,)), Input(shape=(6,))
left = Model(input=a, output=Dense(5)(a))
right = Model(input=[b], output=[Dense(5)(b)])
joined = Sequential([Merge([left, right], mode="ave"), Dense(2)])
merged = merge([Dense(4)(a), Dense(4)(b), Dense(4)(b)], mode="concat", concat_axis=1)
functional = Model(input=[a, b], output=Dense(3)(merged))
products = merge([Dense(4)(a), Dense(4)(b)], mode=lambda t: t[0] * t[1], output_shape=(4,))
computed = Model(input=[a, b], output=merge([products, Dense(4)(a)], "cos", dot_axes=1))
