def classify(model, batch, names):
    """Give the name of the class that the model finds most likely."""
    scores = model.predict(batch, verbose=0)[0]
    return names[int(scores.argmax())]
