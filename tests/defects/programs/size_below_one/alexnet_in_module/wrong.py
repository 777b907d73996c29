"""AlexNet from a module, with images of CIFAR size.

Raises.
"""

import numpy as np
from alexnet import AlexNet

net = AlexNet(input_shape=(32, 32, 3), classes=10)  # [size-below-one]
print(net.predict(np.zeros((1,) + net.input_shape[1:]), verbose=0).shape)
