from tensorflow import keras
from tensorflow.keras import layers


def make_recommender(num_users, num_movies, size=4):
    user = keras.Input(shape=(1,), name="user")
    movie = keras.Input(shape=(1,), name="movie")
    user_vector = layers.Flatten()(layers.Embedding(num_users, size)(user))
    movie_vector = layers.Flatten()(layers.Embedding(num_movies, size)(movie))
    score = layers.Dot(axes=1)([user_vector, movie_vector])
    return keras.Model([user, movie], score)
