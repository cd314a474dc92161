"""Every entry of every translation."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from translations import find_texts, main, read, update

from tests.i18n.files import SOURCES, Message, messages, places

_LATIN_MARKS = re.compile(r"[\u4e00-\u9fff]([,;!?]|\.(\s|$))| %(?![n1-9])")
"""A Latin mark behind a Chinese word, or a space before a per cent sign."""
each_language = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)


def _wrong(path: Path, is_wrong: Callable[[Message, str], bool]) -> list[tuple[str, str, str]]:
    return [
        (one.context, one.source, form)
        for one in messages(path)
        for form in one.forms
        if is_wrong(one, form)
    ]


@each_language
def test_every_text_is_translated(path: Path):
    assert _wrong(path, lambda one, form: not form.strip() or not one.is_finished) == []


@each_language
def test_a_translation_has_the_places_of_its_text(path: Path):
    assert _wrong(path, lambda one, form: places(form) != places(one.source)) == []


@each_language
def test_a_translation_has_the_lines_and_the_ellipsis_of_its_text(path: Path):
    def is_wrong(one: Message, form: str) -> bool:
        lines = form.count("\n") != one.source.count("\n")
        return lines or form.endswith("…") != one.source.endswith("…")

    assert _wrong(path, is_wrong) == []


@each_language
def test_every_plural_form_is_there(path: Path):
    plurals = find_texts(path.stem.removeprefix("paddock_")).plurals
    counted = [one for one in messages(path) if one.has_count]
    assert counted
    assert [one.source for one in counted if len(one.forms) != plurals] == []
    assert [one.source for one in messages(path) if "%n" in one.source and not one.has_count] == []


@each_language
def test_a_file_holds_the_texts_of_the_code_and_no_others(path: Path):
    """`python installer/translations.py` brings it up to date."""
    in_code = set(find_texts(path.stem.removeprefix("paddock_")).keys)
    in_file = set(read(path))
    assert (sorted(in_code - in_file), sorted(in_file - in_code)) == ([], [])


@each_language
def test_updating_changes_nothing_but_what_changed(path: Path, tmp_path: Path):
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    assert update(copy)
    assert copy.read_bytes() == path.read_bytes()


def test_a_new_language_begins_with_every_text_unfinished(tmp_path: Path):
    french = tmp_path / "paddock_fr.ts"
    update(french)
    found = list(messages(french))
    assert len(found) == len(find_texts("fr").keys)
    assert not any(one.is_finished for one in found)
    assert {len(one.forms) for one in found if one.has_count} == {2}


def test_chinese_has_its_own_marks():
    path = next(path for path in SOURCES if path.stem.endswith("zh_CN"))

    def is_wrong(_: Message, form: str) -> bool:
        return bool(_LATIN_MARKS.search(form))

    assert _wrong(path, is_wrong) == []


def test_a_word_that_is_no_language_begins_no_file(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "argv", ["translations.py", "update"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert not [path for path in SOURCES[0].parent.iterdir() if "update" in path.name]
