"""AlexNet from a module, with images of CIFAR size."""

import numpy as np
from alexnet import AlexNet

net = AlexNet(input_shape=(96, 96, 3), classes=10)
print(net.predict(np.zeros((1,) + net.input_shape[1:]), verbose=0).shape)
