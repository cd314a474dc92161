"""What becomes of the creates that were begun: followed, and noted with their draft."""

from PySide6.QtCore import QObject

from desktop.domain.conversation import Target
from desktop.domain.creation import Creation
from desktop.jobs.job import Job, JobId, JobState
from desktop.ui.workshop.making import Order
from desktop.ui.workshop.services import WorkshopDoors, WorkshopServices
from desktop.ui.workshop.strip import CreateStrip
from desktop.workshop.draft import Draft, DraftId


class Made(QObject):
    """Joins jobs with the drafts that they came from, while the program runs."""

    def __init__(
        self,
        services: WorkshopServices,
        doors: WorkshopDoors,
        strip: CreateStrip,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._doors = doors
        self._strip = strip
        self._drafts: dict[JobId, DraftId] = {}
        self._last: dict[DraftId | None, tuple[JobId, ...]] = {}
        self._shown: DraftId | None = None
        self._of_model: dict[str, DraftId] = {}
        self.destroyed.connect(services.jobs.finished.subscribe(self._on_finished))
        strip.jobs_wanted.connect(doors.show_jobs)
        strip.dismissed.connect(self._forget_shown)
        strip.chat_wanted.connect(self._chat)
        strip.inspect_wanted.connect(self._inspect)

    def follow(self, order: Order, ids: tuple[JobId, ...]) -> None:
        """Show how these jobs go, and remember which draft they came from."""
        if order.draft_id is not None:
            self._drafts.update(dict.fromkeys(ids, order.draft_id))
            self._of_model[order.model.lower()] = order.draft_id
            self._name(order.draft_id, order.model)
        self._last[order.draft_id] = ids
        self.show_draft(order.draft_id)

    def show_draft(self, draft_id: DraftId | None) -> None:
        """Show how the creates of that draft go that were begun last."""
        self._shown = draft_id
        self._strip.follow(self._last.get(draft_id, ()))

    def draft_of(self, creation: Creation) -> Draft | None:
        """Return the draft that a model was made from, if it is still there."""
        draft_id = self._of_model.get(creation.model.lower())
        return self._services.drafts.find(draft_id) if draft_id else None

    def _name(self, draft_id: DraftId, model: str) -> None:
        """Call a draft without a name like the model that is made from it."""
        draft = self._services.drafts.find(draft_id)
        if draft is not None and not draft.name:
            self._services.drafts.rename(draft_id, model.removesuffix(":latest"))

    def _chat(self, job: Job) -> None:
        self._doors.chat(Target(job.host_id, job.model))

    def _inspect(self, job: Job) -> None:
        self._doors.inspect(job.host_id, job.model)

    def _on_finished(self, job: Job) -> None:
        draft_id = self._drafts.get(job.id)
        if draft_id is None or job.state is not JobState.DONE:
            return
        for host in self._services.registry.hosts:
            if host.id == job.host_id:
                self._services.drafts.mark_made(draft_id, host.label)

    def _forget_shown(self) -> None:
        self._last.pop(self._shown, None)
        self._strip.follow(())
