import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.modelfile import Span
from desktop.ui.workshop.editor.changes import comment_toggled, differing_middle, whole_lines
from desktop.ui.workshop.editor.choices import choices
from desktop.ui.workshop.editor.place import Place, Wanted, place_of
from desktop.ui.workshop.editor.search import Query
from desktop.ui.workshop.editor.standing import BETWEEN, Standing
from desktop.ui.workshop.editor.strange import strange_characters
from desktop.ui.workshop.editor.text_map import TextMap, ending_of, holdable, units

TEMPLATE = Standing("template", '"""')


@given(st.lists(st.sampled_from(["a", "é", "😀", "\r\n"]), max_size=20))
def test_every_character_has_its_position_and_back(pieces):
    text = "".join(pieces)
    places = TextMap(text)
    at = position = 0
    for piece in pieces:
        assert places.position(at) == position
        assert places.offset(position) == at
        at, position = at + len(piece), position + units(piece.replace("\r\n", "\n"))
    assert (places.position(at), places.offset(position)) == (position, at)


def test_the_end_that_most_lines_have_is_the_text_s():
    assert ending_of("one line") == "\n"
    assert ending_of("a\r\nb\r\nc\n") == "\r\n"
    assert ending_of("a\rb\r") == "\r"
    assert holdable("a\r\nb\rc\u2029d") == "a\nb\ncd"


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12))
def test_only_the_middle_that_differs_is_changed(old, new):
    change = differing_middle(old, new)
    if change is None:
        assert old == new
    else:
        assert old[: change.start] + change.text + old[change.end :] == new


def test_lines_become_comments_and_instructions_again():
    assert comment_toggled(["FROM x", "", "# SYSTEM y"]) == ["# FROM x", "", "# # SYSTEM y"]
    assert comment_toggled(["# FROM x", "", "  #SYSTEM y"]) == ["FROM x", "", "  SYSTEM y"]


def test_a_line_of_which_nothing_is_left_goes_with_its_end():
    text = "FROM x\r\nPARAMETER mirostat 1 \r\nSYSTEM y"
    assert whole_lines(text, Span(8, 28)) == Span(8, 31)
    assert whole_lines(text, Span(8, 17)) == Span(8, 17)


def test_what_is_looked_for_may_be_a_whole_word_in_its_case():
    text = "System system systems"
    assert Query("system").occurrences(text) == [(0, 6), (7, 13), (14, 20)]
    assert Query("system", minds_case=True, is_whole_word=True).occurrences(text) == [(7, 13)]
    assert Query(".*").occurrences(text) == []
    assert Query("").occurrences(text) == []
    assert Query("system", is_whole_word=True).replaced(text, r"\1") == r"\1 \1 systems"


def test_characters_that_nobody_sees_are_found_at_their_positions():
    found = strange_characters("😀a\u00a0b\u202e")
    assert [(one.position, one.code) for one in found] == [(3, "U+00A0"), (5, "U+202E")]
    assert found[0].name == "no-break space"


@pytest.mark.parametrize(
    ("line", "start", "wanted"),
    [
        ("PARA", BETWEEN, Place(Wanted.INSTRUCTION, "PARA")),
        ("PARAMETER top", BETWEEN, Place(Wanted.PARAMETER, "top")),
        ("parameter use_mmap t", BETWEEN, Place(Wanted.SWITCH, "t")),
        ("MESSAGE us", BETWEEN, Place(Wanted.ROLE, "us")),
        ("FROM qwen2.5:", BETWEEN, Place(Wanted.MODEL, "qwen2.5:")),
        ("TEMPLATE {{ .Sy", BETWEEN, Place(Wanted.TEMPLATE, ".Sy")),
        ("{{ if ", TEMPLATE, Place(Wanted.TEMPLATE, "")),
        (".Me", Standing("template", '"""', True), Place(Wanted.TEMPLATE, ".Me")),
        ("# FROM q", BETWEEN, None),
        ("FROM ./mod", BETWEEN, None),
        ("SYSTEM FROM", BETWEEN, None),
        ("FROM", Standing("system", '"""'), None),
        ("{{ .System }} and", TEMPLATE, None),
        ('{{ eq .Role "us', TEMPLATE, None),
        ("PARAMETER temperature 0", BETWEEN, None),
        ("MESSAGE user {{ .", BETWEEN, None),
    ],
)
def test_it_is_known_what_is_wanted_at_a_place(line, start, wanted):
    assert place_of(line, len(line), start) == wanted


def test_what_begins_so_is_offered_before_what_has_it_inside():
    names = [one.text for one in choices(Place(Wanted.PARAMETER, "to"), ())]
    assert names == ["top_p", "top_k", "stop"]
    penalties = [one.text for one in choices(Place(Wanted.PARAMETER, "penalty"), ())]
    assert penalties == ["repeat_penalty", "presence_penalty", "frequency_penalty"]
    assert [one.text for one in choices(Place(Wanted.MODEL, "g"), ("qwen", "gemma3"))] == ["gemma3"]


def test_a_word_that_is_complete_is_not_offered_again():
    assert choices(Place(Wanted.ROLE, "user"), ()) == ()


def test_a_parameter_is_offered_with_its_range_and_what_it_does():
    (choice,) = choices(Place(Wanted.PARAMETER, "temper"), ())
    assert choice.facts == "A number, 0 to 2"
    assert choice.help.endswith("Without it: 0.8")
