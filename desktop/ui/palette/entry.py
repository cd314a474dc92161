"""What the palette lists: what it is called, what belongs beside it, and what it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from desktop.ui.palette.match import folded


class Group(Enum):
    """Under which heading an entry stands, in the order in which they are listed."""

    RECENT = "recent"
    ACTIONS = "actions"
    PAGES = "pages"
    MODELS = "models"
    HOSTS = "hosts"
    CONVERSATIONS = "conversations"
    DRAFTS = "drafts"
    SETTINGS = "settings"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `key` is remembered where it was used, "" where that is of no use.

    `note` is small and muted beside the text, `keys` stand at the right as caps, each for
    itself; `alias` are words that find it and are not shown. `more` returns what
    else can be done with it, and `subject` is what it stands for. `text` and `note` may
    be another's words: they are painted through `visible`.
    """

    group: Group
    text: str
    do: Callable[[], object]
    key: str = ""
    note: str = ""
    icon: str = ""
    keys: tuple[str, ...] = ()
    alias: str = ""
    more: "Callable[[], Sequence[Entry]] | None" = None
    subject: object = None
    folded: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", folded(self.text))


@dataclass(frozen=True, slots=True)
class Verb:
    """What can be done with each of many things: "Unload" with every model that is loaded.

    `names` finds it, one word or more, and `alias` in English; `made` returns the
    entry for a thing. With `is_few` its name alone lists some of them.
    """

    names: str
    things: Sequence[Entry]
    made: Callable[[Entry], Entry | None]
    is_few: bool = False
    alias: str = ""
    folded: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", folded(f"{self.names} {self.alias}"))


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that the palette finds, gathered when it opens.

    `elsewhere` makes of what was typed what can be done with it in other places.
    """

    entries: Sequence[Entry] = ()
    verbs: Sequence[Verb] = ()
    recent: Sequence[str] = ()
    elsewhere: Callable[[str], Sequence[Entry]] = field(default=lambda _typed: ())
