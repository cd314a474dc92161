"""The question before a model is replaced by a new one of its name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.name import is_same_name
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.labels import ElidedLabel, Label

_DAY = 86400
_MOST = 12


@dataclass(frozen=True, slots=True)
class Standing:
    """A model that is there already, the label of its host, and how far ahead its clock is."""

    host_id: HostId
    host: str
    model: InstalledModel
    clock_skew: float = 0.0


def standing_on(
    name: str, snapshots: Sequence[HostSnapshot], chosen: Collection[HostId]
) -> tuple[Standing, ...]:
    """Return what a model of that name would replace, as servers compare names."""
    return tuple(
        Standing(snapshot.id, snapshot.host.label, model, snapshot.clock_skew)
        for snapshot in snapshots
        if snapshot.id in chosen
        for model in snapshot.models
        if is_same_name(model.name, name)
    )


class ReplaceQuestion(Dialog):
    """Lists the hosts that have the name already; Cancel has the focus."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        found: Sequence[Standing],
        now: datetime | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", " ", primary="", kind="danger", width=440, parent=parent)
        self.setObjectName("replaceQuestion")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Replace {model}?").format(model=visible(name))
        self.setWindowTitle(title)
        self.title.setText(title)
        now = now or datetime.now(UTC)
        if len(found) == 1:
            self.line.setText(_sentence(name, found[0], now))
            host = visible(found[0].host).replace("&", "&&")
            self.primary.setText(self.tr("Replace on {host}").format(host=host))
        else:
            text = self.tr("{model} is on %n hosts already. Replace it?", "", len(found))
            self.line.setText(text.format(model=visible(name)))
            self.primary.setText(self.tr("Replace on %n hosts", "", len(found)))
            self.body.addWidget(self._lines(found, now))
        note = self.tr("The old one cannot be brought back.")
        self.body.addWidget(Label(theme, note, "small", "muted", wraps=True))

    def _lines(self, found: Sequence[Standing], now: datetime) -> QWidget:
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(16))
        grid.setVerticalSpacing(self._theme.px(5))
        grid.setColumnStretch(0, 1)
        for place, one in enumerate(found[:_MOST]):
            grid.addWidget(ElidedLabel(self._theme, one.host, "medium"), place, 0)
            facts = joining.phrases((made_words(one, now), units.size(one.model.size)))
            grid.addWidget(Label(self._theme, facts, "body", "muted"), place, 1)
        if len(found) > _MOST:
            text = self.tr("and {number} more").format(number=units.number(len(found) - _MOST))
            grid.addWidget(Label(self._theme, text, "body", "muted"), _MOST, 0)
        return lines


def made_words(standing: Standing, now: datetime) -> str:
    """Return when a model was made: made 3 days ago; "" if that is not known."""
    when = standing.model.modified_at
    if when is None:
        return ""
    when -= timedelta(seconds=standing.clock_skew)
    age = units.age(when, now)
    seconds = (now - when).total_seconds()
    is_length = 60 <= seconds < 31 * _DAY and not _DAY <= seconds < 2 * _DAY
    if is_length:
        return QCoreApplication.translate("Workshop", "made {age} ago").format(age=age)
    return QCoreApplication.translate("Workshop", "made: {age}").format(age=age)


def _sentence(name: str, standing: Standing, now: datetime) -> str:
    made = made_words(standing, now)
    if made:
        text = QCoreApplication.translate(
            "Workshop", "{model} is on {host} already, {made}. Replace it?"
        )
    else:
        text = QCoreApplication.translate("Workshop", "{model} is on {host} already. Replace it?")
    return text.format(model=visible(name), host=visible(standing.host), made=made)
