"""Cuts bytes into lines of JSON, without doing any I/O."""

from desktop.ollama.errors import TooLarge

MAX_LINE = 8 * 1024 * 1024
"""Bytes of one line, as Ollama's own client has it (security.md, attack 4)."""


class LineSplitter:
    r"""Cuts chunks of bytes, which may end anywhere, into whole lines.

    Only b"\n" ends a line: U+0085 and U+2028 may stand inside a JSON string,
    and `str.splitlines` would cut there. The pieces of an unfinished line are
    joined once, so that a long line costs no more in small chunks.
    """

    def __init__(self, max_line: int = MAX_LINE) -> None:
        self._max_line = max_line
        self._pieces: list[bytes] = []
        self._length = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        """Return the lines that this chunk completes, without their newlines.

        Raises:
            TooLarge: a line is longer than the cap.
        """
        first, *others = chunk.split(b"\n")
        self._keep(first)
        lines: list[bytes] = []
        for piece in others:
            lines.append(self.rest())
            self._keep(piece)
        return lines

    def rest(self) -> bytes:
        """Return what came after the last newline, and forget it."""
        line = b"".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        return line

    def _keep(self, piece: bytes) -> None:
        self._length += len(piece)
        if self._length > self._max_line:
            raise TooLarge(f"a line of more than {self._max_line} bytes")
        if piece:
            self._pieces.append(piece)
