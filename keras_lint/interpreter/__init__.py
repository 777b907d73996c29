"""From syntax trees to facts: an abstract interpreter for Keras code."""
