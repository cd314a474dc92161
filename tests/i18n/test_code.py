"""The texts in the code: all of them can be translated."""

import re

from translations import find_texts

from tests.i18n.literals import ROOT, SHOWN_IN, bare, computed, translated


def test_no_text_is_written_in_a_way_that_lupdate_does_not_see():
    every = sorted((ROOT / "desktop").rglob("*.py"))
    in_code = {found for path in every for found in translated(path)}
    seen = set(find_texts("zh_CN").keys)
    assert (sorted(in_code - seen), sorted(seen - in_code)) == ([], [])


def test_no_text_that_is_translated_is_computed():
    assert [f"{path.name}:{line}" for path in SHOWN_IN for line in computed(path)] == []


def test_no_words_are_shown_without_a_translation():
    found = [
        f"{path.relative_to(ROOT)}:{line}: {words!r}"
        for path in SHOWN_IN
        for line, words in bare(path)
    ]
    assert found == []


GLUED = {
    "chat/json_model.py": "a key and its value, as JSON has them",
    "connection/manual_proxy.py": "the exceptions of a proxy, as they are typed",
}
"""Files that may put words together by a comma: what is no language."""


def test_lists_are_put_together_as_the_language_does_it():
    """`desktop/ui/joining.py` knows how."""
    glue = re.compile(r'"[,;:.] "\.join\(')
    found = [
        path.relative_to(ROOT / "desktop").as_posix().removeprefix("ui/")
        for path in SHOWN_IN
        if glue.search(path.read_text(encoding="utf-8"))
    ]
    assert found == sorted(GLUED)
