"""systemd's quoting, both ways; and, where it is installed, what systemd itself says of it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.system.unit_text import BadSyntax, assignment, drop_in, read_environment, words

NAMES = st.from_regex(r"[A-Z_][A-Z0-9_]{0,12}", fullmatch=True)
VALUES = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\x7f", min_codepoint=32)
    | st.sampled_from("\n\t\\\"'%$ #;=[]"),
    max_size=60,
)


@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_what_is_written_is_read_again(environment: dict[str, str]):
    assert read_environment({}, drop_in(environment)) == environment


@given(st.text())
def test_no_text_is_too_odd_to_be_read(text: str):
    read_environment({}, f"[Service]\nEnvironment={text}")
    read_environment({}, text)


def test_a_drop_in_reads_as_systemd_writes_them():
    text = drop_in({"OLLAMA_HOST": "0.0.0.0", "NO_PROXY": 'a "b" 100%'})
    assert text == (
        '[Service]\nEnvironment="OLLAMA_HOST=0.0.0.0"\nEnvironment="NO_PROXY=a \\"b\\" 100%%"\n'
    )


def test_every_way_to_write_words_is_read():
    line = r""" A=1  "B=two words" 'C=a "b"' D=x"y z" E=a\x20b F=\u00e4 G=\xc3\xa4 H=\163"""
    assert list(words(line)) == [
        "A=1",
        "B=two words",
        'C=a "b"',
        "D=xy z",
        "E=a b",
        "F=ä",
        "G=ä",
        "H=s",
    ]


@pytest.mark.parametrize("line", ['"open', "a\\", "\\q", "\\xZZ", "\\u00", "\\U99999999"])
def test_what_systemd_refuses_is_refused(line: str):
    with pytest.raises(BadSyntax):
        list(words(line))


def test_an_empty_setting_forgets_those_before_it():
    text = "[Service]\nEnvironment=A=1\nEnvironment=\nEnvironment=B=2\n"
    assert read_environment({"C": "3"}, text) == {"B": "2"}


def test_a_later_setting_holds_and_one_can_be_unset():
    text = "[Service]\nEnvironment=A=1 A=2 B=3\nUnsetEnvironment=B\n"
    assert read_environment({}, text) == {"A": "2"}


def test_lines_go_on_after_a_backslash_and_comments_say_nothing():
    text = (
        "[Unit]\nEnvironment=NO=1\n[Service]\n#Environment=A=0\nEnvironment=A=1 \\\n; more\n B=2\n"
    )
    assert read_environment({}, text) == {"A": "1", "B": "2"}


@pytest.mark.parametrize(("name", "value"), [("A B", "1"), ("", "1"), ("A", "\0"), ("A", "\x1b")])
def test_what_systemd_cannot_hold_is_not_written(name: str, value: str):
    with pytest.raises(BadSyntax):
        assignment(name, value)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_finds_nothing_to_complain_of(tmp_path: Path):
    unit = tmp_path / "ollama.service"
    unit.write_text("[Service]\nExecStart=/bin/true\n")
    folder = tmp_path / "ollama.service.d"
    folder.mkdir()
    odd = {"A": "a b\t\n\"c\" 'd' \\ 100% $HOME ä #;", "B": "", "C": "\\"}
    (folder / "50-paddock.conf").write_text(drop_in(odd))
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)],
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert (told.returncode, told.stderr) == (0, "")
