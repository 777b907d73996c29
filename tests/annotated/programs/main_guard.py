"""argparse defaults, a main function behind the usual guard."""
import argparse

import keras
from keras import layers


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--units", type=int, default=48)
    parser.add_argument("--depth", "-d", type=int, default=2, help="number of layers")
    parser.add_argument("--use-dropout", action="store_true")
    return parser.parse_args()


def main():
    args = parse()
    model = keras.Sequential()
    model.add(keras.Input((10,)))
    model.add(layers.Dense(args.units, activation="relu"))  # shape: (None, 48)
    model.add(layers.Dense(3))  # shape: (None, 3)
    model.summary()


if __name__ == "__main__":
    main()
