"""Ratings from the ids of users and movies, built by a module.

Raises.
"""

import numpy as np
from recommender import make_recommender

NUM_USERS = 50
NUM_MOVIES = 80

users = np.random.randint(0, NUM_USERS, size=(200, 1))
movies = np.random.randint(0, NUM_MOVIES, size=(200, 1))
ratings = np.random.uniform(1, 5, size=(200, 1))

model = make_recommender(NUM_MOVIES, NUM_USERS)  # [embedding-ids]
model.compile(optimizer="adam", loss="mse")
model.fit([users, movies], ratings, batch_size=200, epochs=1, verbose=0)
