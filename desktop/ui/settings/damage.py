"""What is said once, at the start, where the settings could not be read."""

from PySide6.QtWidgets import QWidget

from desktop.domain.text import visible
from desktop.storage.recovery import Damage
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.labels import Label


class DamageNotice(Dialog):
    """Says what is used instead, and where the damaged file lies now."""

    def __init__(self, theme: Theme, damage: Damage, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", primary="", parent=parent)
        self.setObjectName("damageNotice")
        self.setWindowTitle(self.tr("Settings"))
        self.title.setText(self.tr("The settings could not be read"))
        self.line.setText(self._instead(damage))
        self.line.show()
        self._add_place(damage)
        reason = self.tr("Reason: {reason}").format(reason=visible(damage.reason))
        self.body.addWidget(Label(theme, reason, "small", "muted", wraps=True))
        self.set_primary(self.tr("Go on"))
        self.cancel.hide()

    def _instead(self, damage: Damage) -> str:
        if damage.restored:
            return self.tr(
                "Paddock uses the copy it had kept of them. The last changes may be missing: "
                "look through your hosts."
            )
        return self.tr("Paddock begins anew. Add your hosts again; nothing on them was changed.")

    def _add_place(self, damage: Damage) -> None:
        if damage.kept_as is None:
            text = self.tr("The file is still where it was: its folder cannot be written.")
            self.body.addWidget(Label(self._theme, text, wraps=True))
            return
        text = self.tr("What was there is kept, in case you want to look into it:")
        self.body.addWidget(Label(self._theme, text, wraps=True))
        path = visible(str(damage.kept_as))
        self.body.addWidget(Label(self._theme, path, "mono_hint", wraps=True, selectable=True))
