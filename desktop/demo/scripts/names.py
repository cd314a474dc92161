"""A short answer, such as most are."""

from desktop.demo.scripts.script import Script

_ANSWER = """\
Five that are short, easy to say and not taken by a well-known tool:

- **Gate**: what opens first.
- **Meadow**: there is room.
- **Lantern**: you see where you are going.
- **Tack**: what a horse wears, and a change of course.
- **Harbour**: where things come together.

My own choice is *Lantern*: this release is about seeing what goes on.
"""
SCRIPT = Script(("names for", "name for the release"), _ANSWER, ("Short, and no clever puns.",))
