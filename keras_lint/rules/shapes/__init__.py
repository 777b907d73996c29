"""Inputs that layers and operations refuse."""
