"""The hosts that a model can be pulled to, with those that are checked."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from desktop.diagnostics.explain import explain
from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.bridge.tokens import Role
from desktop.ui.jobs.keyed import Index, KeyedList
from desktop.ui.jobs.pull_offer import Place, Standing
from desktop.ui.memory.fit_words import Said
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.wording import brief

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
NOTE_ROLE = Qt.ItemDataRole.UserRole + 2
TONE_ROLE = Qt.ItemDataRole.UserRole + 3


class PullTargets(KeyedList[HostId]):
    """Every host with what a pull would mean there; chosen ones are checked."""

    chosen_changed = Signal()

    def __init__(self, chosen: set[HostId], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: dict[HostId, Place] = {}
        self._verdicts: Mapping[HostId, Said] = {}
        self._chosen = chosen

    @property
    def chosen(self) -> tuple[HostId, ...]:
        """The checked hosts that can be pulled to, in the order of the list."""
        return tuple(
            place.host_id
            for place in self._places.values()
            if place.standing.can_pull and place.host_id in self._chosen
        )

    @property
    def possible(self) -> int:
        """How many hosts can be pulled to."""
        return sum(place.standing.can_pull for place in self._places.values())

    def show_places(self, places: list[Place]) -> None:
        """Replace what is known of the hosts; what was checked stays checked."""
        self._places = {place.host_id: place for place in places}
        self.arrange(list(self._places))
        if self._places:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        self.chosen_changed.emit()

    def show_verdicts(self, verdicts: Mapping[HostId, Said]) -> None:
        """Say whether it fits there, of the hosts where that is known."""
        if self._verdicts != verdicts:
            self._verdicts = verdicts
            if self._places:
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        place = self._place(index)
        if place is None or not place.standing.can_pull:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self._place(index)
        if place is None:
            return None
        name, note = visible(place.snapshot.host.label), self._note(place)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case Qt.ItemDataRole.AccessibleTextRole:
                return joining.phrases((name, note))
            case Qt.ItemDataRole.CheckStateRole:
                is_chosen = place.host_id in self.chosen
                return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                said = self._verdict(place)
                return plain_tip(said.more) if said else None
            case _:
                tone = self._tone(place)
                return {PLACE_ROLE: place, NOTE_ROLE: note, TONE_ROLE: tone}.get(role)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self._place(index)
        if role != Qt.ItemDataRole.CheckStateRole or place is None:
            return False
        is_checked = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._chosen.add if is_checked else self._chosen.discard)(place.host_id)
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True

    def _place(self, index: Index) -> Place | None:
        key = self.key(index)
        return self._places.get(key) if key is not None else None

    def _verdict(self, place: Place) -> Said | None:
        return self._verdicts.get(place.host_id) if place.standing is Standing.FREE else None

    def _tone(self, place: Place) -> Role:
        if place.standing is Standing.DOWN:
            return "danger"
        said = self._verdict(place)
        return said.role if said and said.role in {"warning", "danger"} else "muted"

    def _note(self, place: Place) -> str:
        match place.standing:
            case Standing.FREE:
                said = self._verdict(place)
                return said.line if said else ""
            case Standing.HAS_IT:
                return self.tr("has it: pulls what changed")
            case Standing.PULLING:
                return self.tr("is pulling it already")
            case Standing.CHECKING:
                return self.tr("is being asked")
            case Standing.DOWN:
                error = place.snapshot.error
                return brief(explain(error, place.snapshot.host)) if error else self.tr("down")
