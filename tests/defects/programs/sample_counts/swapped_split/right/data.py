from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split


def load(part=0.2):
    iris = load_iris()
    X_train, X_test, y_train, y_test = train_test_split(
        iris.data, iris.target, test_size=part, random_state=0, stratify=iris.target
    )
    return X_train, X_test, y_train, y_test
