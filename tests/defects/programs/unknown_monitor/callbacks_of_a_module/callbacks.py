from keras.callbacks import ReduceLROnPlateau


def make_callbacks(patience, factor=0.5):
    return [ReduceLROnPlateau(monitor="val_loss", factor=factor, patience=patience)]
