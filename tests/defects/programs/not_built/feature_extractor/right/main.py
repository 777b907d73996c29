"""Read the activations of a hidden layer of the classifier."""
import tensorflow as tf

from zoo import make_classifier

classifier = make_classifier(classes=10)
classifier.compile(optimizer="sgd", loss="categorical_crossentropy")
hidden = tf.keras.Model(
    inputs=classifier.inputs,
    outputs=classifier.get_layer("features").output,
)
hidden.summary()
