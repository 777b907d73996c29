COMPILE = {"optimizer": "adam", "loss": "mae", "metrics": ["accuracy"]}
