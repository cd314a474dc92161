"""Where a program over there answers: switched on or off, its port and path, and by https."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.tellers import DEFAULT_PATHS, DEFAULT_PORTS, Place, Teller
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import Label

_PORT = 72
_INDENT = 26
_MOST_PORT = 65535


class PlaceRow(QWidget):
    """The hint below says the whole address, or what is wrong with it."""

    changed = Signal()

    def __init__(self, theme: Theme, teller: Teller, *, has_switch: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._teller = teller
        self._host = ""
        self.switch = QCheckBox(teller.value)
        self.switch.setChecked(not has_switch)
        self.port = TextField(theme, hint=str(DEFAULT_PORTS[teller]))
        self.path = TextField(theme, hint=DEFAULT_PATHS[teller])
        self.encrypted = QCheckBox("https")
        self.hint = Label(theme, "", "small", "muted", wraps=True)
        self._name_them()
        self._build(has_switch=has_switch)
        self.switch.setVisible(has_switch)
        self.switch.toggled.connect(self._on_changed)
        self.encrypted.toggled.connect(self._on_changed)
        self.port.textChanged.connect(self._on_changed)
        self.path.textChanged.connect(self._on_changed)

    @property
    def teller(self) -> Teller:
        return self._teller

    @property
    def place(self) -> Place | None:
        """Where it answers; None where it is switched off."""
        if not self.switch.isChecked():
            return None
        return Place(
            self._teller, self._number() or 0, self.path.text().strip(), self.encrypted.isChecked()
        )

    def fill(self, host: str, places: Sequence[Place]) -> None:
        """Show that of `places` which is this program's; `host` is where it runs."""
        self._host = host
        found = next((place for place in places if place.teller is self._teller), None)
        if found is not None:
            self.switch.setChecked(True)
            self.port.setText(str(found.port) if found.port else "")
            self.path.setText(found.path)
            self.encrypted.setChecked(found.is_encrypted)
        self._on_changed()

    def find_problem(self) -> QWidget | None:
        """Return the field that is wrong, where it is switched on."""
        if not self.switch.isChecked():
            return None
        if self._number() is None:
            return self.port
        return self.path if self._is_bad_path() else None

    def _number(self) -> int | None:
        """The port, 0 for the usual one, None for what is none."""
        text = self.port.text().strip()
        if not text:
            return 0
        is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST_PORT))
        return int(text) if is_number and 0 < int(text) <= _MOST_PORT else None

    def _is_bad_path(self) -> bool:
        path = self.path.text().strip()
        return bool(path) and (not path.startswith("/") or not path.isprintable() or " " in path)

    def _on_changed(self) -> None:
        is_on = self.switch.isChecked()
        self._fields.setVisible(is_on)
        self.hint.setVisible(is_on)
        is_bad_port, is_bad_path = self._number() is None, self._is_bad_path()
        self.port.set_wrong(is_bad_port)
        self.path.set_wrong(is_bad_path)
        self.hint.set_tone("danger" if is_bad_port or is_bad_path else "muted")
        if is_bad_port:
            self.hint.setText(self.tr("A port is a number from 1 to 65535."))
        elif is_bad_path:
            self.hint.setText(self.tr("A path begins with / and has no spaces."))
        elif (place := self.place) is not None:
            self.hint.setText(self._address(place))
        for field in (self.port, self.path):
            field.setAccessibleDescription(self.hint.text())
        self.changed.emit()

    def _address(self, place: Place) -> str:
        scheme = "https" if place.is_encrypted else "http"
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{scheme}://{host}:{place.real_port}{place.real_path}"

    def _name_them(self) -> None:
        name = self._teller.value
        for field, text in (
            (self.port, self.tr("Port of {program}")),
            (self.path, self.tr("Path of {program}")),
            (self.encrypted, self.tr("Ask {program} by https")),
        ):
            field.setAccessibleName(text.format(program=name))

    def _build(self, *, has_switch: bool) -> None:
        px = self._theme.px
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(Label(self._theme, self.tr("Port"), "small", "muted"))
        row.addWidget(self.port)
        row.addWidget(Label(self._theme, self.tr("Path"), "small", "muted"))
        row.addWidget(self.path, 1)
        row.addWidget(self.encrypted)
        inside = QVBoxLayout()
        inside.setContentsMargins(px(_INDENT) if has_switch else 0, 0, 0, 0)
        inside.setSpacing(px(4))
        inside.addWidget(self._fields)
        inside.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.switch)
        column.addLayout(inside)
        self._refresh()
        self._theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.port.setFixedWidth(self._theme.px(_PORT))
        for box in (self.switch, self.encrypted):
            box.setFont(self._theme.font())
