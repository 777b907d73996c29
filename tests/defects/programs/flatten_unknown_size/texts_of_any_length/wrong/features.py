from tensorflow.keras.layers import Dropout, Embedding, Flatten, GlobalAveragePooling1D


def embed(tokens, vocabulary, dim):
    vectors = Embedding(vocabulary, dim)(tokens)
    vectors = Dropout(0.2)(vectors)
    return Flatten()(vectors)
