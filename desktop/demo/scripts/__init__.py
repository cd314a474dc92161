"""What the stand-in says to whom: canned conversations, chosen by the words of a question."""

from desktop.demo.scripts.choosing import choose
from desktop.demo.scripts.script import Script

__all__ = ["Script", "choose"]
