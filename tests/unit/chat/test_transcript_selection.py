from desktop.domain.conversation import EntryId
from desktop.ui.chat.transcript.content import Part
from desktop.ui.chat.transcript.selection import Point, Stretch, whole

FIRST, SECOND, THIRD = EntryId("x"), EntryId("a"), EntryId("m")
PLACES = {FIRST: 0, SECOND: 1, THIRD: 2}
SAID, NEXT = (Part.SAID, 0), (Part.SAID, 1)


def order(entry_id: EntryId) -> int:
    return PLACES.get(entry_id, -1)


def test_a_selection_upwards_is_the_same_as_one_downwards() -> None:
    above, below = Point(FIRST, SAID, 4), Point(SECOND, SAID, 2)
    down, up = Stretch(above, below), Stretch(below, above)
    assert down.ends(order) == up.ends(order) == (above, below)
    assert down.within(FIRST, SAID, order) == up.within(FIRST, SAID, order)


def test_the_first_row_is_selected_from_and_the_last_to_a_character() -> None:
    stretch = Stretch(Point(FIRST, SAID, 4), Point(SECOND, NEXT, 2))
    assert stretch.within(FIRST, SAID, order)[0] == 4
    assert stretch.within(SECOND, NEXT, order) == (0, 2)


def test_what_is_between_is_selected_whole_and_what_is_outside_not_at_all() -> None:
    stretch = Stretch(Point(FIRST, SAID, 4), Point(SECOND, NEXT, 2))
    start, end = stretch.within(SECOND, SAID, order)
    assert (start, end > 10**6) == (0, True)
    assert stretch.within(THIRD, SAID, order) == (0, 0)
    assert stretch.within(EntryId("gone"), SAID, order) == (0, 0)


def test_the_whole_conversation_goes_from_its_first_row_to_its_last() -> None:
    everything = whole(FIRST, THIRD)
    for entry_id in PLACES:
        assert everything.within(entry_id, (Part.OWN, 0), order)[1] > 10**6
