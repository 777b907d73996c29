"""How models are compiled and fitted."""
