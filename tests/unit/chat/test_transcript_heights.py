from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.chat.transcript.heights import Heights

_SIZES = st.integers(0, 50)
_STEPS = st.lists(st.tuples(st.sampled_from(["set", "insert", "remove"]), _SIZES, _SIZES))


@given(st.lists(_SIZES), _STEPS, st.integers(-10, 2000))
def test_places_are_those_of_a_plain_sum_whatever_is_changed(
    sizes: list[int], steps: list[tuple[str, int, int]], y: int
) -> None:
    heights, plain = Heights(sizes), list(sizes)
    for what, at, size in steps:
        heights.top(min(at, len(plain)))
        if what == "insert":
            heights.insert(min(at, len(plain)), size)
            plain.insert(min(at, len(plain)), size)
        elif plain and what == "set":
            heights.set(at % len(plain), size)
            plain[at % len(plain)] = size
        elif plain:
            heights.remove(at % len(plain))
            del plain[at % len(plain)]
    assert [heights.top(n) for n in range(len(plain) + 1)] == [
        sum(plain[:n]) for n in range(len(plain) + 1)
    ]
    if plain:
        found = heights.at(y)
        assert heights.top(found) <= max(y, 0)
        assert found == len(plain) - 1 or y < heights.top(found + 1)
