"""The arguments of layers."""
