LOSSES = {"age_output": "mae", "sex_output": "binary_crossentropy"}
METRICS = {"age_output": "mae", "sex_output": "accuracy"}
