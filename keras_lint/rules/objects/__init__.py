"""Layers, tensors and classes in places where Keras needs something else."""
