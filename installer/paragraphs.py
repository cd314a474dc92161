"""Debian's way of writing files of paragraphs: named fields, and what is indented below them."""

Paragraph = dict[str, str]
"""Values by field. A line of a value that is not its first is kept without its indent."""


def read_paragraphs(content: str) -> list[Paragraph]:
    """Return the paragraphs of a file, in their order."""
    return [_read(one) for one in content.strip("\n").split("\n\n")]


def write_paragraphs(paragraphs: list[Paragraph]) -> str:
    """Return the file that holds them."""
    return "\n".join(_write(one) for one in paragraphs)


def _read(paragraph: str) -> Paragraph:
    found: Paragraph = {}
    name = ""
    for line in paragraph.splitlines():
        if line[0] in " \t":
            found[name] += "\n" + ("" if line == " ." else line[1:])
        else:
            name, _, value = line.partition(":")
            found[name] = value.strip()
    return found


def _write(paragraph: Paragraph) -> str:
    rows: list[str] = []
    for name, value in paragraph.items():
        first, *rest = value.split("\n")
        rows.append(f"{name}: {first}".rstrip())
        rows += [f" {line}" if line else " ." for line in rest]
    return "\n".join(rows) + "\n"
