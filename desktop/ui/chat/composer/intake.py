"""Takes files that are chosen, pasted or dropped, and reads them one after the other."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from desktop.domain.attachments import MAX_FILES, AttachmentProblem, BadAttachment, kept_name
from desktop.runtime.threads import abandonable
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.chat.composer.reading import Taken, take_file, take_picture

THUMBNAIL = 160
"""Pixels of a small picture's side: enough for a screen of twice or three times the density."""
_PLAIN = "text/plain"


@dataclass(frozen=True, slots=True)
class _Waiting:
    name: str
    read: Callable[[], Taken]


class Intake(QObject):
    """Reads in threads, so that a large photo does not hold up the window.

    `taken` carries a Taken; `refused` a file's name ("" for what was pasted)
    and the BadAttachment that says why. `forget` drops what is not read yet.
    """

    taken = Signal(object)
    refused = Signal(str, object)
    reading_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scope = TaskScope(self)
        self._waiting: deque[_Waiting] = deque()
        self._is_open = True

    @property
    def reading(self) -> tuple[str, ...]:
        """The names of what is being read or waits for it."""
        return tuple(waiting.name for waiting in self._waiting)

    def set_open(self, is_open: bool) -> None:
        """Say whether files are taken at all."""
        self._is_open = is_open

    def accepts(self, mime: QMimeData) -> bool:
        """Whether there are files in it, or a picture that is not also a text."""
        if not self._is_open:
            return False
        return bool(_paths(mime)) or (mime.hasImage() and not mime.hasFormat(_PLAIN))

    def take(self, mime: QMimeData) -> None:
        """Read what was pasted or dropped; the rest of the program hears of it by a signal."""
        if paths := _paths(mime):
            self.take_paths(paths)
        elif isinstance(image := mime.imageData(), QImage):
            self._add("", lambda: take_picture(image, THUMBNAIL))

    def take_paths(self, paths: Sequence[str]) -> None:
        """Read these files; of too many only the first ones."""
        for path in paths[:MAX_FILES]:
            self._add(kept_name(path), lambda path=path: take_file(path, THUMBNAIL))
        if len(paths) > MAX_FILES:
            self.refused.emit("", BadAttachment(AttachmentProblem.TOO_MANY, size=len(paths)))

    def forget(self) -> None:
        """Give up what is being read; nothing is said of it any more."""
        self._scope.cancel()
        self._waiting.clear()
        self.reading_changed.emit()

    def _add(self, name: str, read: Callable[[], Taken]) -> None:
        self._waiting.append(_Waiting(name, read))
        if len(self._waiting) == 1:
            self._start()
        self.reading_changed.emit()

    def _start(self) -> None:
        self._scope.start(_attempt(self._waiting[0].read), self._on_read, self._on_crash)

    def _go_on(self) -> str:
        name = self._waiting.popleft().name
        if self._waiting:
            self._start()
        return name

    def _on_crash(self, error: BaseException) -> None:
        """Read the next file; what nobody foresaw is reported by the loop."""
        self._go_on()
        self.reading_changed.emit()
        raise error

    def _on_read(self, read: Taken | BadAttachment) -> None:
        name = self._go_on()
        if isinstance(read, Taken):
            self.taken.emit(read)
        else:
            self.refused.emit(name, read)
        self.reading_changed.emit()


async def _attempt(read: Callable[[], Taken]) -> Taken | BadAttachment:
    try:
        return await abandonable(read)
    except BadAttachment as error:
        return error


def _paths(mime: QMimeData) -> list[str]:
    """Return the files in it; with anything else among them it is no list of files."""
    urls = mime.urls()
    paths = [url.toLocalFile() for url in urls if url.isLocalFile()]
    return paths if len(paths) == len(urls) else []
