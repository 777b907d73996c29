"""scikit-learn: splits, scalers, encoders, data sets."""

from __future__ import annotations

import pytest

from tests.interpreter.libraries.fed import check

DATA = """
from sklearn import datasets, decomposition, model_selection, preprocessing, utils
from sklearn.model_selection import train_test_split
x, y = np.random.rand(101, 4), np.arange(101) % 3
"""


@pytest.mark.parametrize(
    ("sizes", "train", "test"),
    [
        ("", 75, 26),
        ("test_size=0.2", 80, 21),
        ("test_size=0.33, random_state=1", 67, 34),
        ("test_size=10", 91, 10),
        ("train_size=0.7", 70, 31),
        ("train_size=30, test_size=20", 30, 20),
        ("train_size=0.5, test_size=0.1, shuffle=True", 50, 11),
    ],
)
def test_sizes_of_a_split(sizes, train, test):
    """A test fraction is rounded up, a train fraction down."""
    program = f"""{DATA}
a, b, c, d = train_test_split(x, y, {sizes})
model.fit(a, c)
model.fit(b, d)
"""
    check(program, f"({train}, 4)", f"({train},)", f"({test}, 4)", f"({test},)")


def test_splits_of_other_things():
    """Frames keep their columns, lists become lists; an unknown size stays unknown."""
    check(
        DATA
        + """
frame = pd.DataFrame(x, columns=list('abcd'))
train, test = train_test_split(frame, test_size=0.1)
model.fit(train, test['a'])
parts = train_test_split(x, y, list(y), test_size=1)
model.fit(np.array(parts[5]), parts[1])
train, rest = train_test_split(x[y > 1], test_size=0.5)
model.fit(train)
size = float(np.float64(0.5))
train, rest = train_test_split(x, test_size=size)
model.fit(train)
""",
        *["(90, 4)", "(11,)", "(?,)", "(1, 4)", "(?, 4)", "(?, 4)"],
    )


@pytest.mark.parametrize(
    ("expression", "shape"),
    [
        ("preprocessing.StandardScaler().fit_transform(x)", "(101, 4)"),
        ("preprocessing.StandardScaler().fit(x).transform(x)", "(101, 4)"),
        ("preprocessing.MinMaxScaler((0, 1)).fit_transform(x)", "(101, 4)"),
        ("preprocessing.StandardScaler().fit_transform(pd.DataFrame(x))", "(101, 4)"),
        ("preprocessing.LabelEncoder().fit_transform(y)", "(101,)"),
        ("preprocessing.OneHotEncoder().fit_transform(y.reshape(-1, 1)).toarray()", "(101, ?)"),
        ("preprocessing.LabelBinarizer().fit_transform(y)", "(101, ?)"),
        ("preprocessing.scale(x)", "(101, 4)"),
        ("decomposition.PCA(n_components=2).fit_transform(x)", "(101, 2)"),
        ("decomposition.PCA(3).fit(x).transform(x)", "(101, 3)"),
        ("decomposition.PCA(0.9).fit_transform(x)", "(101, ?)"),
        ("utils.shuffle(x)", "(101, 4)"),
        ("utils.shuffle(x, y)[1]", "(101,)"),
        ("datasets.load_iris().data", "(150, 4)"),
        ("datasets.load_iris()['target']", "(150,)"),
        ("datasets.load_digits().images", "(1797, 8, 8)"),
        ("datasets.load_iris(return_X_y=True)[0]", "(150, 4)"),
        ("datasets.load_wine(as_frame=True).data.values", "(178, 13)"),
        ("datasets.make_moons(500, noise=0.1)[0]", "(500, 2)"),
        ("datasets.make_classification(n_samples=60, n_features=30)[0]", "(60, 30)"),
        ("keras.utils.to_categorical(datasets.load_iris().target)", "(150, 3)"),
        ("keras.utils.to_categorical(preprocessing.LabelEncoder().fit_transform(y))", "(101, ?)"),
    ],
)
def test_expressions(expression, shape):
    check(f"{DATA}model.fit({expression})", shape)


def test_folds():
    """The rows of a fold are unknown, its columns are not."""
    check(
        DATA
        + """
for train, test in model_selection.KFold(1 + 1).split(x, y):
    rows = x[train]
    labels = y[test]
    model.fit(rows, labels)
    break
""",
        *["(?, 4)", "(?,)"],
    )
