HEIGHT = WIDTH = 24
IMG_SHAPE = (32, 32, 3)
NUM_CLASSES = len(["a", "b", "c", "d", "e", "f"])
DOUBLE = WIDTH * 2
