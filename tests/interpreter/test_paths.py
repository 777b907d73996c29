"""Conditions, loops and exceptions: what holds on every path is known, what differs is not."""

from __future__ import annotations

from tests.interpreter.programs import last_shape, run, shapes


# Both arms give the same shape, so the shape is known after them.
def test_arms_that_agree_keep_the_shape():
    program = """
        x = keras.Input((8,))
        if keras.config.backend() == "jax":
            x = layers.Dense(4, name="a")(x)
        else:
            x = layers.Dense(4, name="b")(x)
        layers.Dropout(0.5)(x)
    """
    assert last_shape(program) == "(None, 4)"


# The arms differ in one size only: the rank and the batch axis are still known.
def test_arms_that_differ_lose_only_the_axis_that_differs():
    program = """
        x = keras.Input((8, 3))
        units = 4 if keras.config.backend() == "jax" else 5
        layers.Dense(units)(x)
    """
    assert last_shape(program) == "(None, 8, ?)"


# The value from before an unknown assignment never survives it.
def test_an_unknown_assignment_kills_the_binding():
    program = """
        units = 4
        units = read_units()
        layers.Dense(units)(keras.Input((8,)))
    """
    assert last_shape(program) == "(None, ?)"


# An unknown function may change the list that it is given.
def test_an_unknown_call_kills_the_list_it_is_given():
    program = """
        sizes = [4, 5]
        change(sizes)
        x = keras.Input((8,))
        layers.Dense(sizes[0])(x)
    """
    assert last_shape(program) == "(None, ?)"


# print only looks.
def test_an_observer_changes_nothing():
    program = """
        sizes = [4, 5]
        print(sizes)
        layers.Dense(sizes[1])(keras.Input((8,)))
    """
    assert last_shape(program) == "(None, 5)"


# Nobody knows how often the loop runs; every iteration that runs ends in 16 values.
def test_a_loop_of_unknown_length_keeps_what_every_iteration_gives():
    program = """
        x = keras.Input((16,))
        for _ in range(read_depth()):
            x = layers.Dense(16)(x)
        layers.Dense(2)(x)
    """
    assert shapes(program) == ["(None, 16)", "(None, 2)"]


# The first Dense sees 8 or 16 values, so its weights are unknown and no size is guessed.
def test_a_loop_of_unknown_length_loses_what_changes_in_it():
    program = """
        x = keras.Input((8,))
        for _ in range(read_depth()):
            x = layers.Dense(16)(x)
        layers.Flatten()(x)
    """
    assert shapes(program) == ["(None, 16)", "(None, ?)"]


# break on a known condition ends the unrolled loop where Python ends it.
def test_break_leaves_the_loop():
    program = """
        x = keras.Input((8,))
        for units in (4, 5, 6):
            x = layers.Dense(units)(x)
            if units == 5:
                break
    """
    assert shapes(program) == ["(None, 4)", "(None, 5)"]


# continue on an unknown condition joins both ways to go on.
def test_continue_on_an_unknown_condition_joins():
    program = """
        x = keras.Input((8,))
        for units in (4, 5):
            if keras.config.backend() == "jax":
                continue
            x = layers.Dense(units)(x)
        layers.Dropout(0.1)(x)
    """
    assert shapes(program) == ["(None, 4)", "(None, 5)", "(None, ?)"]


# Only the arm that does not raise reaches the end.
def test_an_arm_that_raises_does_not_count():
    program = """
        size = 4
        if keras.config.backend() == "jax":
            size = 9
            raise RuntimeError
        layers.Dense(size)(keras.Input((8,)))
    """
    assert last_shape(program) == "(None, 4)"


# return in one arm: the rest of the function runs for the other.
def test_an_early_return_is_joined_with_the_late_one():
    program = """
        def head(x, wide):
            if wide:
                return layers.Dense(4)(x)
            return layers.Dense(4)(layers.Dense(2)(x))

        y = head(keras.Input((8,)), read_flag())
        layers.Dropout(0.1)(y)
    """
    assert last_shape(program) == "(None, 4)"


# A layer that is added on one path only is a choice; the size after it is the same.
def test_an_optional_layer_keeps_the_shape_but_not_the_weights():
    program = """
        model = keras.Sequential([keras.Input((8,))])
        if read_flag():
            model.add(layers.BatchNormalization())
        model.add(layers.Dense(2))
    """
    model = run(program).model
    assert str(model.layer_calls[-1].output.shape) == "(None, 2)"
    assert not model.models[0].complete


# A budget that is used up makes values unknown; it neither fails nor hangs.
def test_a_used_up_budget_is_a_reason_not_a_failure():
    program = """
        def f(n):
            return f(n - 1) + f(n - 2)
        size = f(40)
        layers.Dense(size)(keras.Input((8,)))
    """
    report = run(program)
    assert str(report.model.layer_calls[-1].output.shape) == "(None, ?)"
    assert not report.notes


def test_the_step_budget_ends_long_files():
    program = """
        x = keras.Input((8,))
        for _ in range(400):
            x = layers.Dense(4)(x)
    """
    report = run(program, max_steps=100)
    assert 0 < len(report.model.layer_calls) < 400
    assert not report.notes
