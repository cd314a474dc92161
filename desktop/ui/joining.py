"""Words, facts and sentences put together as the chosen language puts them together.

Chinese has marks of its own for all of it, and no space between sentences. So
nothing is glued with a comma or a space in code: what is empty is left out,
and what lies between two parts is a text to translate.
"""

import re
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

_ENDS = (".", "?", "!", ":", "…", "。", "？", "！", "：")
_HAN = "\u4e00-\u9fff"
_ONE_HAN = re.compile(f"[{_HAN}]")


def listed(words: Iterable[str]) -> str:
    """Names or single words one after another: vision, tools, thinking."""
    return _folded(words, QCoreApplication.translate("Joining", "{words}, {word}"), "word")


def named(names: Iterable[str]) -> str:
    """Names that belong together: attic, tower and nas."""
    *first, last = names
    if not first:
        return last
    text = QCoreApplication.translate("Joining", "{names} and {name}")
    return text.format(names=listed(first), name=last)


def phrases(facts: Iterable[str]) -> str:
    """Facts of one thing one after another: 14.8 B, Q4_K_M, loaded."""
    return _folded(facts, QCoreApplication.translate("Joining", "{facts}, {fact}"), "fact")


def sentences(*said: str) -> str:
    """Whole sentences one after another; the last stays as it is, the others end in a stop."""
    follows = QCoreApplication.translate("Joining", "{sentences} {sentence}")
    ends = QCoreApplication.translate("Joining", "{sentences}. {sentence}")
    text = ""
    for sentence in filter(None, said):
        form = follows if text.rstrip("”)）").endswith(_ENDS) else ends
        text = form.format(sentences=text, sentence=sentence) if text else sentence
    return text


def labelled(label: str, text: str) -> str:
    """What something is, after its name: Context: 4,096."""
    form = QCoreApplication.translate("Joining", "{label}: {text}")
    return form.format(label=label, text=text) if text else label


def noted(text: str, note: str) -> str:
    """A text and what is added to it: Copy (Ctrl+C)."""
    form = QCoreApplication.translate("Joining", "{text} ({note})")
    return form.format(text=text, note=note) if note else text


def closed_up(form: str, values: Mapping[str, str]) -> str:
    """Take the spaces from around those places of a text that will hold Chinese beside Chinese.

    Chinese has a space between its own words and Latin ones, such as a name, and none
    between its own: whether there is one depends on what is filled in.
    """
    for name, value in values.items():
        if _ONE_HAN.match(value[:1]):
            form = re.sub(rf"(?<=[{_HAN}]) (?={{{name}}})", "", form)
        if _ONE_HAN.match(value[-1:]):
            form = re.sub(rf"(?<={{{name}}}) (?=[{_HAN}])", "", form)
    return form


def _folded(parts: Iterable[str], form: str, name: str) -> str:
    text = ""
    for part in filter(None, parts):
        text = form.format(**{f"{name}s": text, name: part}) if text else part
    return text
