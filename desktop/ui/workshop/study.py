"""What is known of the text that is shown: it is read, checked, and its files are looked at."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.modelfile import Parsed, parse
from desktop.domain.modelfile_check import Finding, check
from desktop.domain.recipe import Recipe, recipe_of
from desktop.ui.bridge.scope import TaskScope
from desktop.workshop.files import Survey, survey

READ_MS = 150
"""How long typing rests before a text is read."""
LOOK_MS = 400
"""How long it rests before files are looked at."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text and what was found in it. `folder` is the Modelfile's, None if it was never saved.

    `survey` is the newest one of its files; `is_surveyed` says that it is of this very text.
    """

    text: str = ""
    folder: Path | None = None
    parsed: Parsed = field(default_factory=lambda: parse(""))
    findings: tuple[Finding, ...] = ()
    recipe: Recipe = Recipe()
    survey: Survey = Survey()
    is_surveyed: bool = False

    @property
    def is_readable(self) -> bool:
        return self.parsed.problem is None

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to find fault with."""
        return bool(self.text.strip())

    @property
    def base(self) -> str:
        """The FROM that counts, "" without one."""
        return self.recipe.bases[-1] if self.recipe.bases else ""


def reading_of(text: str, folder: Path | None) -> Reading:
    """Read and check a text; its files are not looked at."""
    parsed = parse(text)
    return Reading(text, folder, parsed, check(text, parsed), recipe_of(parsed))


class Study(QObject):
    """Follows one text. What was begun for an earlier text is given up."""

    read = Signal()
    """`reading` is of another text, or its files were looked at."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.reading = Reading()
        self._text = ""
        self._folder: Path | None = None
        self._scope = TaskScope(self)
        self._reads = QTimer(self, singleShot=True, interval=READ_MS)
        self._reads.timeout.connect(self.flush)
        self._looks = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._looks.timeout.connect(self._look)

    @property
    def is_behind(self) -> bool:
        """Whether there is a text that was not read yet."""
        return self._reads.isActive()

    def begin(self, text: str, folder: Path | None) -> None:
        """Follow another draft: read it at once, and look at its files at once."""
        self.reading = Reading()
        self._text, self._folder = text, folder
        self.flush()
        self._look()

    def note(self, text: str) -> None:
        """Read that text once typing rests."""
        self._text = text
        self._reads.start()

    def set_folder(self, folder: Path | None) -> None:
        """Look at the files again where the draft was saved elsewhere."""
        if folder != self._folder:
            self._folder = folder
            self.flush()

    def look_again(self) -> None:
        """Look at the files once more, as another program may have changed them."""
        self._look()

    def flush(self) -> None:
        """Read the text now."""
        self._reads.stop()
        known = self.reading
        found = reading_of(self._text, self._folder)
        is_same = (known.recipe, known.folder) == (found.recipe, found.folder)
        kept = known.is_surveyed and is_same
        self.reading = replace(found, survey=known.survey, is_surveyed=kept)
        if not kept:
            self._looks.start()
        self.read.emit()

    def _look(self) -> None:
        self._looks.stop()
        self._scope.cancel()
        asked = self.reading

        def on_done(found: Survey) -> None:
            if (asked.recipe, asked.folder) == (self.reading.recipe, self.reading.folder):
                self.reading = replace(self.reading, survey=found, is_surveyed=True)
                self.read.emit()

        self._scope.start(survey(asked.recipe, asked.folder), on_done)
