NETWORK = {"side": 24, "filters": [4, 8], "axis": -1, "classes": 3}
