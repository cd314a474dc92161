import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.modelfile import parse
from desktop.domain.modelfile_edit import remove_one, set_value, set_values, value_of, values_of
from desktop.domain.modelfile_writing import Unwritable

TEXT = '# mine\nFROM base\n\nPARAMETER stop a # no comment\nSYSTEM """one\ntwo"""\n# end\n'


def test_a_value_is_changed_where_it_stands():
    changed = set_value(TEXT, "system", "three")
    assert changed == TEXT.replace('"""one\ntwo"""', "three")


def test_a_new_part_goes_behind_its_own_kind():
    changed = set_value(TEXT, "temperature", "0.5")
    assert changed.index("PARAMETER temperature 0.5\nSYSTEM") > changed.index("stop")


def test_a_part_is_taken_out_with_its_line():
    assert set_value(TEXT, "system", None) == TEXT.replace('SYSTEM """one\ntwo"""\n', "")


def test_what_was_overridden_before_stays_as_it_is():
    text = "FROM x\nSYSTEM a\nSYSTEM b"
    assert set_value(text, "system", "c") == "FROM x\nSYSTEM a\nSYSTEM c"


def test_the_first_part_of_an_empty_text_is_written_too():
    assert set_value("", "model", "base") == "FROM base\n"
    assert set_value("# mine\n", "model", "base") == "FROM base\n# mine\n"


def test_several_values_grow_and_shrink_in_place():
    more = set_values(TEXT, "stop", ["x", "y", "z"])
    assert values_of(parse(more), "stop") == ("x", "y", "z")
    assert more.startswith("# mine\nFROM base\n\nPARAMETER stop x\n")
    fewer = set_values(more, "stop", ["z"])
    assert values_of(parse(fewer), "stop") == ("z",)
    assert fewer.endswith('SYSTEM """one\ntwo"""\n# end\n')


def test_values_that_stay_keep_their_quotes():
    text = 'FROM x\nPARAMETER stop "a"\nPARAMETER stop "b"\n'
    assert set_value(text, "stop", "b") == text
    assert set_values(text, "stop", ["a", "c"]) == text.replace('"b"', "c")


def test_one_of_several_goes_with_its_own_line():
    text = 'FROM x\n# first\nPARAMETER stop "a"\n# second\nPARAMETER stop "b"\n'
    assert remove_one(text, "stop", 0) == text.replace('PARAMETER stop "a"\n', "")


def test_a_parameter_that_is_called_like_an_instruction_is_left_alone():
    text = "FROM x\nPARAMETER system a\n"
    assert value_of(parse(text), "system") is None
    assert set_value(text, "system", "b") == text + "SYSTEM b\n"


_values = st.text(st.sampled_from('ab "\n#向'), max_size=12)
_names = st.sampled_from(["system", "template", "temperature", "model"])


@pytest.mark.no_cover
@given(st.lists(st.tuples(_names, _values), max_size=8), _names, _values)
@settings(max_examples=200, deadline=None)
def test_an_edit_sets_its_part_and_leaves_the_others(
    parts: list[tuple[str, str]], name: str, value: str
):
    text = TEXT
    try:
        for part in parts:
            text = set_value(text, *part)
        changed = set_value(text, name, value)
    except Unwritable:
        return
    assert value_of(parse(changed), name) == value
    others = {other for other, _ in parse(text).pairs()} - {name}
    for other in others:
        assert values_of(parse(changed), other) == values_of(parse(text), other)
    assert len(parse(changed).comments) == len(parse(text).comments)
