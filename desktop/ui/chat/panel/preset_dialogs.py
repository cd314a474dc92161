"""What is asked about a preset: its name, and whether it shall go."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.storage.chat_entry import LONGEST_NAME
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import FormField, TextField


class PresetNameDialog(Dialog):
    """Asks for a name that no other preset has."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        primary: str,
        taken: Collection[str],
        name: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, primary=primary, width=400, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("presetNameDialog")
        self._words = primary
        self._taken = {one.casefold() for one in taken if one != name}
        self.field = TextField(theme, name)
        self.field.setMaxLength(LONGEST_NAME)
        self.form = FormField(theme, self.tr("Name"), self.field)
        self.body.addWidget(self.form)
        self.field.textChanged.connect(self._check)
        self.field.selectAll()
        self._check()

    @property
    def name(self) -> str:
        return " ".join(self.field.text().split())

    def _check(self) -> None:
        is_taken = self.name.casefold() in self._taken
        self.form.set_error(
            self.tr("There is a preset of this name; update that one.") if is_taken else ""
        )
        self.set_primary(self._words, enabled=bool(self.name) and not is_taken)


class PresetRemovalDialog(Dialog):
    """Asks before a preset is deleted, which nothing brings back."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self.tr("Delete the preset {name}").format(name=name),
            self.tr("Conversations keep what it has set in them."),
            primary=self.tr("Delete preset"),
            kind="danger",
            width=400,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("presetRemovalDialog")
