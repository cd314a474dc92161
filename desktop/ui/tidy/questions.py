"""The questions before files of this computer are removed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain.text import visible
from desktop.system.blob_check import CheckedBlob
from desktop.system.blobs import Kind, Leftover
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.freeing import names_of
from desktop.ui.tidy import file_words
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.labels import Label

_MOST_NAMED = 8


class RemoveQuestion(Dialog):
    """Says what goes and how many bytes, and what that means for later."""

    def __init__(
        self, theme: Theme, leftovers: Sequence[Leftover], parent: QWidget | None = None
    ) -> None:
        size = units.size(sum(each.taken for each in leftovers))
        super().__init__(theme, "", primary="", kind="danger", width=440, parent=parent)
        self.setObjectName("removeQuestion")
        title = self.tr("Remove {size} of leftovers?").format(size=size)
        self.setWindowTitle(title)
        self.title.setText(title)
        self.set_primary(self.tr("Remove {size}").format(size=size))
        for kind in Kind:
            found = [each for each in leftovers if each.kind is kind]
            if found:
                self.body.addWidget(Label(theme, self._line(kind, found), "body", wraps=True))
        if any(each.kind is Kind.PARTIAL for each in leftovers):
            text = self.tr("To pull such a model again would begin from nothing.")
            self.body.addWidget(Label(theme, text, "small", "muted", wraps=True))

    def _line(self, kind: Kind, found: Sequence[Leftover]) -> str:
        text = self.tr("{kind}: {number}, {size}")
        size = units.size(sum(each.taken for each in found))
        number = units.number(len(found))
        return text.format(kind=file_words.kind(kind), number=number, size=size)


class MendQuestion(Dialog):
    """Says that damaged files go first, and why, and which models are pulled then."""

    def __init__(
        self,
        theme: Theme,
        damaged: Sequence[CheckedBlob],
        models: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", primary="", kind="danger", width=480, parent=parent)
        self.setObjectName("mendQuestion")
        title = self.tr("Pull {models} again?").format(models=names_of(models))
        self.setWindowTitle(title)
        self.title.setText(title)
        self.set_primary(self.tr("Remove and pull"))
        size = units.size(sum(each.size for each in damaged))
        why = self.tr(
            "A pull takes any file with the right name for whole and does not read it. "
            "So the damaged files, {size}, are removed first."
        )
        self.body.addWidget(Label(theme, why.format(size=size), "body", wraps=True))
        if len(models) > 1:
            names = "\n".join(visible(name) for name in models[:_MOST_NAMED])
            self.body.addWidget(Label(theme, names, "medium", wraps=True))
        note = self.tr(
            "Until they are there again these models cannot be used. "
            "One that was made on this computer cannot be pulled: it has to be made again."
        )
        self.body.addWidget(Label(theme, note, "small", "muted", wraps=True))
