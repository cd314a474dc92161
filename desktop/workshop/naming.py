"""What drafts, models and files are called: from each to the others."""

import re
from pathlib import Path

from desktop.domain.name import MAX_PART

MODELFILE = "Modelfile"
_LONGEST_FILE = 100
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Names that Windows gives to devices, whatever follows behind a point."""


def draft_name(path: Path) -> str:
    """Return what to call the draft of a file.

    A file named Modelfile is called like its folder, as people keep one folder for
    each model; api-reviewer.Modelfile and Modelfile.api-reviewer are api-reviewer.
    """
    head, point, tail = path.name.partition(".")
    if head.lower() == MODELFILE.lower():
        return tail if point and tail.lower() != "txt" else path.parent.name or path.name
    return path.stem or path.name


def model_name(name: str) -> str:
    """Return the name of a model that fits a draft's name; "" if nothing of it can be used."""
    head, _, tag = name.strip().lower().partition(":")
    parts = [_part(head), _part(tag)]
    return ":".join(part for part in parts if part) if parts[0] else ""


def file_name(name: str) -> str:
    """Return a safe name for the file of a draft or model, whatever it is called (security.md, 5).

    It has no folder in it, no character that a system refuses, and is no device's name.
    """
    plain = re.sub(r"[^\w.+-]+", "-", name.strip()).strip("-. ")[:_LONGEST_FILE].strip("-. ")
    if not plain or plain.lower() == MODELFILE.lower():
        return MODELFILE
    if _RESERVED.fullmatch(plain.partition(".")[0]):
        plain = f"model-{plain}"
    return f"{plain}.{MODELFILE}"


def _part(text: str) -> str:
    plain = re.sub(r"[^a-z0-9._-]+", "-", text, flags=re.ASCII).strip("-._")
    return plain[:MAX_PART].rstrip("-._")
