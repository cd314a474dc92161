"""What other programs said, kept in tests/recordings/."""

from pathlib import Path

from desktop.system.glances import PARTS

_FOLDER = Path(__file__).parent / "recordings"


def recorded(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


def recorded_glances() -> dict[str, bytes]:
    return {part: recorded(f"glances_{part}.json") for part in PARTS}
