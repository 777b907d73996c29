"""Layers in places, or with arguments, that cannot be meant."""
