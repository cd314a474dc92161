"""The number on the rail beside Jobs."""

from PySide6.QtCore import QObject

from desktop.jobs.job import JobState
from desktop.jobs.queue import JobQueue
from desktop.ui import joining
from desktop.ui.bridge.frame import Frame
from desktop.ui.widgets.rail import RailItem


class JobsBadge(QObject):
    """Counts what runs or waits, else what failed; red where something needs the person."""

    def __init__(self, item: RailItem, queue: JobQueue) -> None:
        super().__init__(item)
        self._item = item
        self._queue = queue
        frame = Frame[None](self, lambda _: self._show())
        self.destroyed.connect(queue.changed.subscribe(lambda _: frame.add(None)))
        self._show()

    def _show(self) -> None:
        jobs = self._queue.jobs
        active = sum(1 for job in jobs if not job.state.is_finished)
        failed = sum(1 for job in jobs if job.state is JobState.FAILED)
        meaning = joining.phrases(
            text
            for text, count in (
                (self.tr("%n running or waiting", "", active), active),
                (self.tr("%n failed", "", failed), failed),
            )
            if count
        )
        self._item.set_badge(str(active or failed or ""), meaning, needs_person=failed > 0)
