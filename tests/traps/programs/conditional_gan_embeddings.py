"""Embedding of one label gives (None, 1, 8); Dense and Reshape make a map of it that joins the noise."""
import numpy as np
from tensorflow.keras.layers import (Concatenate, Conv2D, Conv2DTranspose, Dense, Embedding, Flatten,
                                     Input, LeakyReLU, Reshape)
from tensorflow.keras.models import Model


def define_generator(latent_dim, n_classes=10):
    in_label = Input(shape=(1,))
    li = Embedding(n_classes, 8)(in_label)
    n_nodes = 7 * 7
    li = Dense(n_nodes)(li)
    li = Reshape((7, 7, 1))(li)
    in_lat = Input(shape=(latent_dim,))
    gen = Dense(4 * 7 * 7)(in_lat)
    gen = LeakyReLU(negative_slope=0.2)(gen)
    gen = Reshape((7, 7, 4))(gen)
    merge = Concatenate()([gen, li])
    gen = Conv2DTranspose(4, (4, 4), strides=(2, 2), padding="same")(merge)
    gen = LeakyReLU(negative_slope=0.2)(gen)
    gen = Conv2DTranspose(4, (4, 4), strides=(2, 2), padding="same")(gen)
    out_layer = Conv2D(1, (7, 7), activation="tanh", padding="same")(gen)
    return Model([in_lat, in_label], out_layer)


def define_discriminator(in_shape=(28, 28, 1), n_classes=10):
    in_label = Input(shape=(1,))
    li = Embedding(n_classes, 8)(in_label)
    li = Reshape((in_shape[0], in_shape[1], 1))(Dense(in_shape[0] * in_shape[1])(li))
    in_image = Input(shape=in_shape)
    fe = Concatenate()([in_image, li])
    fe = LeakyReLU(negative_slope=0.2)(Conv2D(4, (3, 3), strides=(2, 2), padding="same")(fe))
    out_layer = Dense(1, activation="sigmoid")(Flatten()(fe))
    model = Model([in_image, in_label], out_layer)
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model


g, d = define_generator(6), define_discriminator()
d.trainable = False
gen_noise, gen_label = g.input
gan = Model([gen_noise, gen_label], d([g.output, gen_label]))
gan.compile(loss="binary_crossentropy", optimizer="adam")
z, labels = np.random.randn(4, 6), np.random.randint(0, 10, 4)
fake = g.predict([z, labels], verbose=0)
d.train_on_batch([fake, labels], np.zeros((4, 1)))
gan.train_on_batch([z, labels], np.ones((4, 1)))
