"""What asking real Keras adds."""
