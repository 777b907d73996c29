COMPILE = {"optimizer": "adam", "loss": "mae", "metrics": ["mse"]}
