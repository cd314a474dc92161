"""Why a file that a Modelfile names should not be sent, or not without a person's yes."""

from enum import Enum, auto


class Doubt(Enum):
    """One reason to stop or to ask. Those in FORBIDDING stop, all others ask."""

    MISSING = auto()
    NO_FOLDER = auto()
    """A relative path in a draft that was not saved, and so lies nowhere."""
    BAD_PATH = auto()
    """No file can have this path here: a word that Windows keeps for a device, or a NUL."""
    OTHERS_HOME = auto()
    """`~user`: somebody else's folder."""
    NETWORK_PATH = auto()
    """A path that begins with two strokes: only to look at it would sign in at another computer."""
    SYSTEM_FILE = auto()
    """What the system makes up in /proc, /sys and /dev."""
    NOT_REGULAR = auto()
    """A device, a pipe or a socket; it is never opened."""
    UNREADABLE = auto()
    EMPTY = auto()
    """An empty file, or a folder without a model."""
    TOO_MANY = auto()
    NOT_DOWNLOADED = auto()
    """Something that stands in for the model: a git-lfs pointer, or a web page."""
    SECRET = auto()
    """A private key."""

    OUTSIDE_FOLDER = auto()
    """Not within the Modelfile's folder."""
    LINK_OUT = auto()
    """Within the Modelfile's folder by its name, and elsewhere by a link on the way."""
    HARD_LINK = auto()
    """The file has another name elsewhere on the disk."""
    NOT_A_MODEL = auto()
    """Nothing in its first bytes says that it is part of a model."""
    PICKLE = auto()
    """PyTorch's own format, which can run code where it is opened. It is not opened here."""
    DAMAGED = auto()
    """Cut short, or a header that cannot be true: `header.problems` has which."""
    UNCHECKED = auto()
    """Right as far as it was read, and out of the ordinary: `header.problems` has how."""
    UNFINISHED = auto()
    """By its name a download that has not ended."""
    OTHER_NAME = auto()
    """The name ends as another kind of file does."""
    WRONG_PART = auto()
    """An adapter as a base, a model as an adapter."""
    SPLIT_PART = auto()
    """One of several files that only together are a model."""
    SPARSE = auto()
    """Most of it takes no room on this disk: `allocated` has how much does."""
    HIDDEN_NAME = auto()
    """Characters in its name that are not seen, or that turn the direction of reading."""


FORBIDDING = frozenset(
    {
        Doubt.MISSING,
        Doubt.NO_FOLDER,
        Doubt.BAD_PATH,
        Doubt.OTHERS_HOME,
        Doubt.NETWORK_PATH,
        Doubt.SYSTEM_FILE,
        Doubt.NOT_REGULAR,
        Doubt.UNREADABLE,
        Doubt.EMPTY,
        Doubt.TOO_MANY,
        Doubt.NOT_DOWNLOADED,
        Doubt.SECRET,
    }
)
"""With one of these a file is never sent, whatever a person says."""
