"""Activations that do not do what they seem to."""
