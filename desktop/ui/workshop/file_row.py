"""One file in the question before an upload: what it is, where it lies, what speaks against it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.widgets.pictures import Icon
from desktop.ui.workshop.file_words import doubts_of, kind_words
from desktop.workshop.doubts import FORBIDDING
from desktop.workshop.looking import SourceFile


class FileRow(QWidget):
    """The name as the host is told it, kind and size; below the path and every doubt."""

    def __init__(self, theme: Theme, file: SourceFile) -> None:
        super().__init__()
        px = theme.px
        icon, role = _icon(file)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(ElidedLabel(theme, file.file.name, "medium"), 1)
        head.addWidget(Label(theme, _facts(file), "small", "muted"))
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addLayout(head)
        mode = Qt.TextElideMode.ElideMiddle
        path = ElidedLabel(theme, str(file.file.path), "mono_hint", "muted", mode=mode)
        words.addWidget(path)
        said: list[str] = []
        for doubt, sentence in doubts_of(file):
            tone = "danger" if doubt in FORBIDDING else "warning"
            words.addWidget(Label(theme, sentence, "small", tone, wraps=True))
            said.append(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(7), px(12), px(7))
        row.setSpacing(px(10))
        row.addWidget(Icon(theme, icon, 16, role), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setAccessibleName(joining.sentences(visible(file.file.name), _facts(file), *said))


def _icon(file: SourceFile) -> tuple[str, Role]:
    if file.is_forbidden:
        return "circle-x", "danger"
    return ("triangle-alert", "warning") if file.doubts else ("box", "muted")


def _facts(file: SourceFile) -> str:
    kind = kind_words(file.kind)
    return joining.phrases((kind, units.size(file.file.size) if file.file.size else ""))
