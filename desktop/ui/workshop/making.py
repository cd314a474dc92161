"""From what the create bar says to jobs: asks what has to be asked, one question after another."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.creation import Creation
from desktop.domain.host import HostId
from desktop.domain.recipe import Recipe
from desktop.hosts.snapshot import HostSnapshot
from desktop.jobs.job import JobId
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.files_question import FilesQuestion
from desktop.ui.workshop.host_words import sentence
from desktop.ui.workshop.pull_question import PullBaseQuestion
from desktop.ui.workshop.replace_question import ReplaceQuestion, standing_on
from desktop.ui.workshop.services import WorkshopServices
from desktop.workshop.check import HostFinding, HostTrap, against_host
from desktop.workshop.draft import DraftId
from desktop.workshop.files import Survey, survey
from desktop.workshop.plan import agreed, planned, quantization_of


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asked for. `draft_id` is None for what came from no draft."""

    draft_id: DraftId | None
    recipe: Recipe
    folder: Path | None
    model: str
    hosts: tuple[HostId, ...]
    quantize: str = ""


class Making(QObject):
    """Looks at the files anew, asks, and starts a job on each host.

    Files are agreed to for that very look at them: what is sent is what was shown.
    """

    started = Signal(object, object)
    """The Order, and a tuple of the ids of its jobs."""
    refused = Signal(str)
    """A sentence about what a host would refuse."""

    def __init__(self, theme: Theme, services: WorkshopServices, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._services = services
        self._page = page
        self._scope = TaskScope(self)

    @property
    def is_busy(self) -> bool:
        """Whether files are looked at before a question."""
        return self._scope.is_busy

    def begin(self, order: Order) -> None:
        """Look at the files again, and ask what there is to ask."""
        if self._scope.is_busy:
            return

        def on_surveyed(found: Survey) -> None:
            self._ask_of_base(order, found)

        self._scope.start(survey(order.recipe, order.folder), on_surveyed)

    def _ask_of_base(self, order: Order, found: Survey) -> None:
        """Say what a host would refuse; else ask where a base would be pulled."""
        creation = planned(order.recipe, found, order.model, order.quantize)
        missing: list[str] = []
        registry = ""
        for host in self._hosts(order.hosts):
            for one in _findings(creation, found, host):
                if one.is_error:
                    self.refused.emit(sentence(one, host.host.label))
                    return
                if one.trap is HostTrap.BASE_MISSING_WILL_PULL:
                    missing.append(host.host.label)
                    registry = one.facts.get("registry", "")
        if not missing:
            self._ask_of_name(order, found)
            return
        question = PullBaseQuestion(
            self._theme, creation.base, registry, missing, parent=self._page
        )
        question.accepted.connect(lambda: self._ask_of_name(order, found))
        question.open()

    def _ask_of_name(self, order: Order, found: Survey) -> None:
        standing = standing_on(order.model, self._services.registry.snapshots, order.hosts)
        if not standing:
            self._ask_of_files(order, found, frozenset())
            return
        taken = frozenset(one.host_id for one in standing)
        now = self._services.now()
        question = ReplaceQuestion(self._theme, order.model, standing, now, parent=self._page)
        question.accepted.connect(lambda: self._ask_of_files(order, found, taken))
        question.open()

    def _ask_of_files(self, order: Order, found: Survey, replaced: Collection[HostId]) -> None:
        if not found.files:
            self._start(order, found, replaced, has_yes=False)
            return
        labels = [host.host.label for host in self._hosts(order.hosts)]
        question = FilesQuestion(self._theme, found, labels, parent=self._page)

        def on_accepted() -> None:
            self._start(order, found, replaced, has_yes=question.agreed)

        question.accepted.connect(on_accepted)
        question.open()

    def _start(
        self, order: Order, found: Survey, replaced: Collection[HostId], *, has_yes: bool
    ) -> None:
        plan = planned(order.recipe, found, order.model, order.quantize)
        creation = agreed(plan, found, has_yes=has_yes)
        ids: list[JobId] = []
        for host in self._hosts(order.hosts):
            is_replaced = host.id in replaced
            asked = replace(creation, overwrite=is_replaced)
            ids.append(self._services.jobs.create(host.id, asked))
        if ids:
            self.started.emit(order, tuple(ids))

    def _hosts(self, wanted: Collection[HostId]) -> list[HostSnapshot]:
        return [one for one in self._services.registry.snapshots if one.id in wanted]


def _findings(creation: Creation, found: Survey, host: HostSnapshot) -> tuple[HostFinding, ...]:
    return against_host(
        creation,
        host.models if host.models_known else None,
        version=host.version,
        file_quantization=quantization_of(found),
    )
