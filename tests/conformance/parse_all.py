"""Compares our reading of Modelfiles with what Ollama's own parser makes of the same texts."""

import json
from collections.abc import Callable
from pathlib import Path

from desktop.domain.modelfile import parse

MODELFILES = Path(__file__).parent / "modelfiles.jsonl"
"""One JSON object a line: `text`, and `commands` or `error` word for word."""


def parse_file(path: Path, tell: Callable[[str], None]) -> tuple[int, int]:
    """Read every text of a file; `tell` hears of each that differs. Returns passed and failed."""
    passed = failed = 0
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            expected = json.loads(line)
            if (found := outcome(expected.pop("text"))) == expected:
                passed += 1
            else:
                failed += 1
                tell(f"line {number}: {found} is not {expected}")
    return passed, failed


def outcome(text: str) -> dict[str, object]:
    """Return what we make of a Modelfile, in the words of the file."""
    parsed = parse(text)
    if parsed.problem is not None:
        return {"error": str(parsed.problem)}
    return {"commands": [list(pair) for pair in parsed.pairs()]}
