"""Made-up answers and conversations, the same ones in every run."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from desktop.chat.snapshot import Phase, TalkSnapshot, Turn
from desktop.domain.conversation import (
    NO_ENTRY,
    Conversation,
    ConversationId,
    Ending,
    Entry,
    EntryId,
    Role,
    Target,
)
from desktop.domain.host import HostId

TOKEN = 4
"""Characters of one token, about as in English."""
_BEGAN = datetime(2026, 11, 20, tzinfo=UTC)
_TARGET = Target(HostId("tower"), "qwen2.5:14b")
_WORDS = (  # noqa: SIM905  a sentence is read more easily
    "the retry of a request after some seconds is safe where nothing was shown yet and the "
    "server said so in its header, else a client waits until somebody asks again"
).split()


def mixed(size: int, seed: int = 1) -> str:
    """Return markdown as models write it: paragraphs, lists, code and tables."""
    chance = random.Random(seed)
    kinds = (_paragraph, _paragraph, _paragraph, _list, _code, _table)
    parts: list[str] = []
    while sum(map(len, parts)) < size:
        parts.append(chance.choice(kinds)(chance))
    return "\n\n".join(parts)[:size]


def one_code_block(size: int) -> str:
    """Return one block of code that does not end."""
    lines = (f"value_{number} = call({number}, 'text')\n" for number in range(size // 20))
    return ("```python\n" + "".join(lines))[:size]


def one_list(size: int) -> str:
    """Return one list that does not end."""
    chance = random.Random(2)
    items = (f"- item {number}: {_sentence(chance, 8)}\n" for number in range(size // 30))
    return "".join(items)[:size]


ANSWERS: dict[str, Callable[[int], str]] = {
    "paragraphs, lists, code, tables": mixed,
    "one code block": one_code_block,
    "one list": one_list,
}


def growing_talk() -> TalkSnapshot:
    """Return a conversation whose answer begins to come."""
    question = Entry(EntryId("u"), NO_ENTRY, Role.USER, _BEGAN, "How does a client retry?")
    answer = _answer("a", question, "", Ending.GROWING)
    turn = Turn(answer.id, _TARGET, "tower", Phase.ANSWERING, 0.0, 0.0)
    return TalkSnapshot(_head("growing", answer), (question, answer), turn=turn)


def long_talk(count: int) -> TalkSnapshot:
    """Return a conversation of so many messages, half of them answers.

    However many there are, the last ones are the same, which are those that are seen.
    """
    path: list[Entry] = []
    for number in reversed(range(count)):
        entry_id = EntryId(f"e{number}")
        if path and path[-1].role is Role.USER:
            entry = _answer(entry_id, path[-1], mixed(900, number), Ending.COMPLETE)
        else:
            text = _paragraph(random.Random(number))
            parent = path[-1].id if path else NO_ENTRY
            when = _BEGAN + timedelta(minutes=count - number)
            entry = Entry(entry_id, parent, Role.USER, when, text)
        path.append(entry)
    return TalkSnapshot(_head(f"long {count}", path[-1]), tuple(path))


def _answer(entry_id: str, parent: Entry, text: str, ending: Ending) -> Entry:
    return Entry(
        EntryId(entry_id),
        parent.id,
        Role.ASSISTANT,
        parent.created,
        text,
        target=_TARGET,
        host_name="tower",
        ending=ending,
    )


def _head(name: str, leaf: Entry) -> Conversation:
    return Conversation(ConversationId(name), _BEGAN, _BEGAN, name, leaf=leaf.id)


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance, chance.randrange(8, 20)) for _ in range(4))


def _list(chance: random.Random) -> str:
    items = (f"{n}. {_sentence(chance, 8)} See `code` and **this**." for n in range(1, 6))
    return "\n".join(items)


def _code(chance: random.Random) -> str:
    count = chance.randrange(5, 25)
    lines = (f"    value_{number} = call({number}, 'text')" for number in range(count))
    return "```python\ndef work():\n" + "\n".join(lines) + "\n```"


def _table(chance: random.Random) -> str:
    rows = (f"| {_sentence(chance, 3)} | {number} |" for number in range(5))
    return f"## {_sentence(chance, 5)}\n\n| what | how many |\n|---|---:|\n" + "\n".join(rows)
