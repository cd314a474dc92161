"""What a card says of a parameter, as a Modelfile has to say it."""

import pytest

from desktop.domain.parameters import BadValue, read_value, unquoted, written_value


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ('"<|im_end|>"', "<|im_end|>"),
        (r'"a\nb\t\"c\" \\"', 'a\nb\t"c" \\'),
        (r'"\a\x00\u2028\U0001f600"', "\a\0\u2028\U0001f600"),
        (r'"\xff"', "\ufffd"),
        ("8192", "8192"),
        ('"', '"'),
        ("", ""),
    ],
)
def test_what_go_quoted_is_read_back(shown: str, text: str) -> None:
    assert unquoted(shown) == text


def test_a_whole_number_that_go_shows_as_a_float_is_written_whole() -> None:
    assert written_value("num_ctx", "1.048576e+06") == "1048576"
    assert written_value("temperature", "1e-06") == "1e-06"
    assert written_value("stop", '"1e3"') == "1e3"
    assert written_value("num_ctx", '"abce"') == "abce"


@pytest.mark.parametrize("text", ["1e39", "nan", "inf", "1_0", " 1", "9e999"])
def test_a_number_that_the_server_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="invalid float value"):
        read_value("temperature", text)
