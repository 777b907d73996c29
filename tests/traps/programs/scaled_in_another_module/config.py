"""Settings of the run, shared by the modules of this program."""
CLASSES = 10
BATCH = 16
EPOCHS = 1
OPTIMIZER = "adam"
LOSS = "categorical_crossentropy"
