from tensorflow.keras.preprocessing.image import ImageDataGenerator


def training_generator(folder, size, batch_size=4, mode="binary"):
    images = ImageDataGenerator(rescale=1 / 255.0, horizontal_flip=True)
    return images.flow_from_directory(
        folder, target_size=(size, size), batch_size=batch_size, class_mode=mode
    )
