LAST = 3
NAMES = ("left", "right")
_PRIVATE = 9
