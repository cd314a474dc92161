"""Shows one model in the inspector, also one that its host lists only a moment later."""

from PySide6.QtCore import QObject, QTimer

from desktop.domain.host import HostId
from desktop.domain.name import is_same_name
from desktop.ui.models.table import ModelTable
from desktop.ui.models.work_area import WorkArea

_PATIENCE_MS = 10_000


class Inspecting(QObject):
    """Chooses the row of a model that was just made, as soon as there is one."""

    def __init__(self, models: ModelTable, work: WorkArea, parent: QObject) -> None:
        super().__init__(parent)
        self._models = models
        self._work = work
        self._wish: tuple[HostId, str] | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)
        models.arranged.connect(self._choose)

    def begin(self, host_id: HostId, model: str) -> None:
        """Choose that model's row, now or once it is listed."""
        self._wish = (host_id, model)
        self._patience.start()
        self._choose()

    def _choose(self) -> None:
        if self._wish is None:
            return
        host_id, model = self._wish
        for row in self._models.rows:
            if row.host_id == host_id and is_same_name(row.name, model):
                self._give_up()
                table = self._work.table
                table.setCurrentIndex(self._models.find(row.id))
                table.scrollTo(table.currentIndex())
                table.setFocus()
                return

    def _give_up(self) -> None:
        self._wish = None
        self._patience.stop()
