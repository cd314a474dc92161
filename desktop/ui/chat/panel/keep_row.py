"""How long the model stays loaded after an answer."""

from math import isinf

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from desktop.chat.keep_alive import read_keep_alive, seconds
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.row import LabelledRow, Value
from desktop.ui.widgets.fields import Choice, TextField

_USUAL: tuple[str | int, ...] = ("5m", "1h", -1, 0)


class KeepRow(LabelledRow):
    """The usual times to choose from, and a field for any other."""

    def __init__(self, theme: Theme) -> None:
        self.choice = Choice(theme)
        super().__init__(
            theme, QCoreApplication.translate("Parameters", "Keep loaded"), self.choice
        )
        self.field = TextField(theme, hint=self.tr("30m, 2h or 90s"))
        self.field.setAccessibleName(self.tr("How long it stays loaded"))
        self.field.hide()
        self.body.insertWidget(self.body.indexOf(self.hint), self.field)
        self.choice.setAccessibleName(self.name.text())
        self.choice.activated.connect(self._on_chosen)
        self.field.textEdited.connect(self._on_typed)
        self.field.editingFinished.connect(self._on_left)
        self._kept: tuple[str | int | None, ...] = ()

    @override
    def forget_typing(self) -> None:
        self.field.clear()
        self.field.set_wrong(False)
        self.field.hide()

    @override
    def refresh(self) -> None:
        value = self.value if isinstance(self.value, str | int) else None
        times = [None, *_USUAL]
        place = _place(value, times)
        if place is None:
            times.append(value)
            place = len(times) - 1
        self._fill(tuple(times))
        if self.field.isHidden():
            self.choice.setCurrentIndex(place)
            self.say("")

    def _fill(self, times: tuple[str | int | None, ...]) -> None:
        if times == self._kept:
            return
        self._kept = times
        was_other = self.choice.currentIndex() == self.choice.count() - 1
        self.choice.clear()
        for time in times:
            self.choice.addItem(self._words(time))
        self.choice.addItem(self.tr("Another time…"))
        if was_other and not self.field.isHidden():
            self.choice.setCurrentIndex(len(times))

    def _words(self, value: str | int | None) -> str:
        if value is None:
            return self.tr("As the host has it")
        after = seconds(value)
        if after is None:
            return str(value)
        if isinf(after):
            return self.tr("Until it is unloaded")
        if after == 0:
            return self.tr("Unload at once")
        if after == 300:
            return self.tr("5 minutes after the last answer")
        if after == 3600:
            return self.tr("1 hour after the last answer")
        text = self.tr("{time} after the last answer")
        return text.format(time=units.duration(after) if after >= 1 else units.span(after))

    def _on_chosen(self, place: int) -> None:
        if place < len(self._kept):
            self.forget_typing()
            self.take(self._kept[place])
            self.refresh()
            return
        self.field.show()
        self.field.setFocus()
        self.say(self.tr("A number alone counts as seconds"))

    def _on_typed(self, text: str) -> None:
        value: Value = read_keep_alive(text)
        is_wrong = value is None and bool(text.strip())
        self.field.set_wrong(is_wrong)
        wrong = self.tr("This is not a time. Type one such as 30m, 2h or 90s.")
        self.say(self.tr("A number alone counts as seconds"), wrong if is_wrong else "")
        if value is not None:
            self.take(value)

    def _on_left(self) -> None:
        if read_keep_alive(self.field.text()) is not None or not self.field.text().strip():
            self.forget_typing()
            self.refresh()


def _place(value: str | int | None, times: list[str | int | None]) -> int | None:
    """Return which of the times it is; 300 seconds are 5 minutes."""
    if value is None:
        return 0
    wanted = seconds(value)
    for place, time in enumerate(times):
        if time is not None and wanted is not None and seconds(time) == wanted:
            return place
    return None
