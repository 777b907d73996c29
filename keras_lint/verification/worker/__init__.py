"""The process that knows Keras: builds what it is described, answers what Keras says.

It is run by its path, with the interpreter of the user's environment, and needs nothing of
ours to be installed there. Nothing else in this package imports Keras.
"""
