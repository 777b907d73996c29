"""pandas: rows and columns through everything that scripts do with a frame."""

from __future__ import annotations

import pytest

from tests.interpreter.libraries.fed import check

FRAME = "df = pd.DataFrame({'a': np.zeros(10), 'b': np.ones(10), 'y': range(10)})\n"
FILE = """
import io
text = 'a,b,c,d,label\\n' + '1,2,3,4,0\\n' * 6
df = pd.read_csv(io.StringIO(text))
"""


@pytest.mark.parametrize(
    ("expression", "shape"),
    [
        ("df", "(10, 3)"),
        ("df['a']", "(10,)"),
        ("df.a", "(10,)"),
        ("df[['a', 'b']]", "(10, 2)"),
        ("df.values", "(10, 3)"),
        ("df.to_numpy()[:, 1:]", "(10, 2)"),
        ("df['a'].values", "(10,)"),
        ("df.iloc[:, :-1]", "(10, 2)"),
        ("df.iloc[:, -1]", "(10,)"),
        ("df.iloc[:4, [0, 2]].values", "(4, 2)"),
        ("df.iloc[2]", "(3,)"),
        ("df.loc[:, 'a']", "(10,)"),
        ("df.loc[:, ['a', 'y']]", "(10, 2)"),
        ("df.loc[df['a'] > 0, 'b']", "(?,)"),
        ("df[df.y > 3]", "(?, 3)"),
        ("df[2:6]", "(4, 3)"),
        ("df.drop('y', axis=1)", "(10, 2)"),
        ("df.drop(columns=['y', 'a'])", "(10, 1)"),
        ("df.drop([0, 1])", "(?, 3)"),
        ("df.head()", "(5, 3)"),
        ("df.tail(3)['b']", "(3,)"),
        ("df.sample(frac=1).reset_index(drop=True)", "(10, 3)"),
        ("df.sample(frac=0.25)", "(2, 3)"),
        ("df.sample(4)", "(4, 3)"),
        ("df.copy().fillna(0).astype('float32')", "(10, 3)"),
        ("df.dropna()", "(?, 3)"),
        ("df.rename(columns={'a': 'q'})['q']", "(10,)"),
        ("df.set_index('a')", "(10, 2)"),
        ("df.assign(z=1)", "(10, 4)"),
        ("df / 255.0", "(10, 3)"),
        ("(df - df.mean()) / df.std()", "(10, 3)"),
        ("df.mean()", "(3,)"),
        ("df.mean(axis=1)", "(10,)"),
        ("df.T", "(3, 10)"),
        ("np.array(df)", "(10, 3)"),
        ("np.asarray(df[['a']])", "(10, 1)"),
        ("np.log(df['b'])", "(10,)"),
        ("df['a'].map({0.0: 1}).astype('int32')", "(10,)"),
        ("df['a'].apply(lambda v: v + 1)", "(10,)"),
        ("df['y'].iloc[3:].values", "(7,)"),
        ("df['y'].unique()", "(?,)"),
        ("df['a'].values.reshape(-1, 1)", "(10, 1)"),
        ("pd.get_dummies(df['y'])", "(10, ?)"),
        ("pd.concat([df, df])", "(20, 3)"),
        ("pd.concat([df, df], axis=1)", "(?, 6)"),
        ("pd.Series([1, 2, 3])", "(3,)"),
        ("pd.DataFrame(np.zeros((4, 7)))", "(4, 7)"),
        ("pd.DataFrame(np.zeros((4, 2)), columns=['u', 'v'])['u']", "(4,)"),
        ("np.zeros(df.shape)", "(10, 3)"),
        ("np.zeros((len(df), len(df.columns)))", "(10, 3)"),
        ("df.pop('y')", "(10,)"),
    ],
)
def test_expressions(expression, shape):
    check(f"{FRAME}model.fit({expression})", shape)


def test_changes_in_place():
    """Columns that come and go are counted."""
    check(
        FRAME
        + """
df['new'] = df['a'] * 2
model.fit(df)
y = df.pop('y')
model.fit(df, y)
del df['a']
model.fit(df)
df.drop(['b'], axis=1, inplace=True)
model.fit(df)
df.columns = ['renamed']
model.fit(df['renamed'])
df.dropna(inplace=True)
model.fit(df)
""",
        *["(10, 4)", "(10, 3)", "(10,)", "(10, 2)", "(10, 1)", "(10,)", "(?, 1)"],
    )


def test_a_file():
    """What a file holds nobody knows, but its ranks, and what is picked by name."""
    check(
        FILE
        + """
model.fit(df.iloc[:, :-1].values, df['label'])
model.fit(df[['a', 'b']], df.label.values)
model.fit(df.drop('label', axis=1), pd.get_dummies(df.label).values)
""",
        *["(?, ?)", "(?,)", "(?, 2)", "(?,)", "(?, ?)", "(?, ?)"],
    )


def test_a_file_with_given_names():
    """Names in the call say how many columns there are."""
    check(
        """
import io
df = pd.read_csv(io.StringIO('1,2,3\\n4,5,6'), names=['u', 'v', 'w'])
x = df.copy()
y = x.pop('w')
model.fit(x, y)
model.fit(pd.read_csv(io.StringIO('u,v,w\\n1,2,3'), usecols=['v', 'u']))
""",
        *["(?, 2)", "(?,)", "(?, 2)"],
    )


def test_an_unknown_function_may_change_a_frame():
    """A frame that goes to code nobody follows has unknown columns afterwards."""
    change = "eval('lambda frame: frame.insert(0, 1, 2)')(df)"
    check(f"{FRAME}{change}\nmodel.fit(df.values)", "(?, ?)")


def test_dict_of_a_frame():
    """``dict(df)`` has a series for each column."""
    check(
        FRAME + "model.fit(tf.data.Dataset.from_tensor_slices((dict(df), df.y)).batch(5))",
        "{a: (None,), b: (None,), y: (None,)}",
        "(None,)",
    )
