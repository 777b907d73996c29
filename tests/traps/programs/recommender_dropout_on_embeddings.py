"""Dropout stands after the last layer with weights, yet before the dot product that gives the rating."""
import numpy as np
import pandas as pd
from keras.layers import Add, Dot, Dropout, Embedding, Flatten, Input
from keras.models import Model

ratings = pd.DataFrame({
    "user_id": np.random.choice([11, 12, 15, 19, 40], 60),
    "movie_id": np.random.choice([101, 205, 333, 402, 500, 777], 60),
    "rating": np.random.randint(1, 6, 60),
})
user_ids = {u: i for i, u in enumerate(ratings["user_id"].unique())}
movie_ids = {m: i for i, m in enumerate(ratings["movie_id"].unique())}
ratings["user"] = ratings["user_id"].map(user_ids)
ratings["movie"] = ratings["movie_id"].map(movie_ids)
n_users, n_movies, factors = len(user_ids), len(movie_ids), 4

user = Input(shape=(1,))
u = Dropout(0.2)(Flatten()(Embedding(n_users, factors)(user)))
ub = Flatten()(Embedding(n_users, 1)(user))
movie = Input(shape=(1,))
m = Dropout(0.2)(Flatten()(Embedding(n_movies, factors)(movie)))
mb = Flatten()(Embedding(n_movies, 1)(movie))
score = Add()([Dot(axes=1)([u, m]), ub, mb])
model = Model([user, movie], score)
model.compile(loss="mean_squared_error", optimizer="adam")
y = ratings["rating"].values.astype(np.float32)
model.fit([ratings["user"].values, ratings["movie"].values], y, batch_size=20, epochs=1, verbose=0)
