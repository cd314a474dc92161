from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.modelfile import NO_FROM, parse
from desktop.ui.workshop.editor.line_reading import Ink, read_line
from desktop.ui.workshop.editor.standing import BETWEEN, Standing, from_number, to_number

OPENINGS = ("FROM ", "SYSTEM ", "PARAMETER ", "message user ", "TEMPLATE ", "# ", "stop ")
INSIDE = ('"', '"""', "x", " ", "\t", "{{ ", " }}", "<|im_end|>", "\n", "\n", "\u200b", "\u00a0")
PIECES = st.sampled_from((*OPENINGS, *INSIDE))


def _inks(line: str, start: Standing = BETWEEN) -> list[tuple[str, Ink]]:
    return [(line[one.start : one.end], one.ink) for one in read_line(line, start).tokens]


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_lines_read_one_by_one_hold_what_the_parser_finds_in_the_whole(text):
    parsed = parse(text)
    is_whole = parsed.problem is None or parsed.problem.text == NO_FROM
    limit = len(text) + 1 if is_whole or parsed.problem is None else parsed.problem.offset
    standing, at, starts = BETWEEN, 0, []
    for line in text.split("\n"):
        reading = read_line(line, standing)
        if not standing.is_open and reading.tokens and reading.tokens[0].ink is Ink.KEYWORD:
            starts.append(at + reading.tokens[0].start)
        standing, at = reading.end, at + len(line) + 1
    found = [command.span.start for command in parsed.commands]
    assert [start for start in starts if start < limit][: len(found)] == found
    if is_whole:
        assert starts == found
        assert not standing.is_open


def test_an_instruction_is_coloured_by_its_parts():
    assert _inks("PARAMETER temperature 0.2") == [
        ("PARAMETER", Ink.KEYWORD),
        ("temperature", Ink.NAME),
        ("0.2", Ink.NUMBER),
    ]
    assert _inks('PARAMETER stop "<|im_end|>"')[-1] == ('"<|im_end|>"', Ink.STRING)
    assert _inks("MESSAGE user hi there") == [("MESSAGE", Ink.KEYWORD), ("user", Ink.NAME)]
    assert _inks("  # FROM x") == [("# FROM x", Ink.COMMENT)]


def test_a_value_of_the_wrong_kind_and_an_unknown_name_are_not_coloured():
    assert _inks('PARAMETER num_ctx "abc"')[1:] == [("num_ctx", Ink.NAME)]
    assert _inks("PARAMETER mirostat 1")[1:] == [("1", Ink.NUMBER)]


def test_an_instruction_that_is_still_typed_is_coloured_already():
    assert _inks("PARAMETER temp") == [("PARAMETER", Ink.KEYWORD)]
    assert _inks("You are FROM somewhere") == []


def test_a_quote_is_open_until_the_line_that_ends_with_it():
    opened = read_line('SYSTEM """').end
    assert opened == Standing("system", '"""')
    assert read_line('say """ and go on', opened).end == opened
    assert read_line('done """ \t\u200b', opened).end == BETWEEN
    assert read_line('LICENSE "a" b').end == Standing("license", '"')


def test_a_template_has_actions_and_special_tokens():
    start = Standing("template", '"""')
    assert _inks("{{- if .System }}<|im_start|>system", start) == [
        ("{{- if .System }}", Ink.NUMBER),
        ("<|im_start|>", Ink.NAME),
        ("system", Ink.STRING),
    ]
    assert _inks('{{ eq .Role "}}" }}x{{/* no */}}', start) == [
        ('{{ eq .Role "}}" }}', Ink.NUMBER),
        ("x", Ink.STRING),
        ("{{/* no */}}", Ink.COMMENT),
    ]


def test_an_action_goes_on_over_a_line_s_end():
    reading = read_line("{{ if", Standing("template", '"""'))
    assert reading.end == Standing("template", '"""', is_in_action=True)
    assert _inks(".Tools }}!", reading.end) == [(".Tools }}", Ink.NUMBER), ("!", Ink.STRING)]


def test_a_block_s_number_stands_for_what_is_open():
    for standing in (BETWEEN, Standing("from", '"'), Standing("requires", '"""', True)):
        assert from_number(to_number(standing)) == standing
