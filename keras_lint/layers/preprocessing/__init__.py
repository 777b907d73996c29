"""Layers that prepare text, numbers, sound and images."""
