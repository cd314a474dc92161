"""What a person does with loaded models: each calls the registry, and nothing waits."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.domain.conversation import Target
from desktop.domain.host import HostId
from desktop.domain.name import is_same_name
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot, LoadAttempt
from desktop.ui.chat.unloading import Unloading
from desktop.ui.memory.loaded import Cure, LoadedFacts, keep_of, names_of
from desktop.ui.memory.services import MemoryDoors, MemoryServices
from desktop.ui.remedies import Wish


class MemoryActions(QObject):
    """Asks by a name that is installed, since a deleted one is not heard (fact 74).

    What is meant may have gone a moment ago, with its row's menu still open:
    then it says so, for to keep what is not there would load it.
    """

    def __init__(self, services: MemoryServices, doors: MemoryDoors, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._doors = doors
        self._unloading: dict[HostId, Unloading] = {}

    def unload(self, facts: LoadedFacts) -> None:
        """Take one model out of memory; what is being taken out already is left alone."""
        snapshot = self._there(facts)
        if snapshot is None or not facts.living or _is_leaving(snapshot, facts.living):
            return
        self._services.registry.unload(facts.host_id, facts.living)

    def unload_all(self, host_id: HostId) -> None:
        """Take every model of a host out of memory, but for those without a name that lives."""
        snapshot = self._snapshot(host_id)
        if snapshot is None:
            return
        for loaded in snapshot.loaded:
            living, _ = names_of(loaded, snapshot)
            if living and not _is_leaving(snapshot, living):
                self._services.registry.unload(host_id, living)

    def keep(self, facts: LoadedFacts, keep_alive: str | int) -> None:
        """Let it stay that long from now on.

        It is asked for with its own context: with another one it would be loaded anew (fact 73).
        """
        if self._there(facts) is not None and facts.living:
            context = facts.model.context_length
            self._services.registry.load(facts.host_id, facts.living, keep_alive, context)

    def set_pinned(self, facts: LoadedFacts, *, is_pinned: bool) -> None:
        """Have it loaded again after its host was restarted, and kept until then; or not any more.

        One that is not pinned any longer stays until somebody says otherwise.
        """
        if not is_pinned:
            for name in {facts.name, facts.living}:
                self.unpin(facts.host_id, name)
        elif self._there(facts) is not None and facts.living:
            self._services.pins.pin(facts.host_id, facts.living, facts.model.context_length)

    def unpin(self, host_id: HostId, model: str) -> None:
        """Let a model go with the next restart of its host."""
        if self._snapshot(host_id) is not None:
            self._services.pins.unpin(host_id, model)

    def load(
        self, host_id: HostId, model: str, keep_alive: str | int | None = None, context: int = 0
    ) -> None:
        """Load a model; `context` in tokens, 0 is the host's own."""
        if self._snapshot(host_id) is not None:
            self._services.registry.load(host_id, model, keep_alive, context)

    def break_off(self, host_id: HostId, model: str) -> None:
        """Stop loading a model."""
        if self._snapshot(host_id) is not None:
            self._services.registry.break_off(host_id, model)

    def use_context(self, facts: LoadedFacts, context: int) -> None:
        """Load it anew with another context, and the time that it stays as it has it."""
        if self._there(facts) is not None and facts.living:
            keep = keep_of(facts, self._services.now())
            self._services.registry.load(facts.host_id, facts.living, keep, context)

    def load_anew(self, facts: LoadedFacts) -> None:
        """Unload it, and the others where these are in its way, and load it again after that."""
        snapshot = self._there(facts)
        if snapshot is None or not facts.living:
            return
        keep, context = keep_of(facts, self._services.now()), facts.model.context_length
        going = {facts.name}
        if is_with_others := facts.cure is Cure.UNLOAD_OTHERS:
            going = {one.name for one in snapshot.loaded if names_of(one, snapshot)[0]}
        if facts.host_id not in self._unloading:
            self._unloading[facts.host_id] = Unloading(self._services.registry, self)
        self._unloading[facts.host_id].then(
            facts.host_id,
            lambda name: name in going,
            lambda: self.load(facts.host_id, facts.living, keep, context),
        )
        if is_with_others:
            self.unload_all(facts.host_id)
        else:
            self.unload(facts)

    def try_again(self, host_id: HostId, attempt: LoadAttempt) -> None:
        """Do once more what failed."""
        if self._snapshot(host_id) is None:
            return
        if attempt.is_unload:
            self._services.registry.unload(host_id, attempt.model)
        else:
            self.load(host_id, attempt.model, attempt.keep_alive, attempt.context)

    def mend(self, host_id: HostId, remedy: Remedy, explanation: Explanation, model: str) -> None:
        """Do what a banner offered."""
        self._doors.mend(Wish(host_id, remedy, explanation, model))

    def ask_again(self, host_id: HostId) -> None:
        """Ask a host and whoever tells its memory, at once."""
        if self._snapshot(host_id) is not None:
            self._services.registry.refresh(host_id)
            self._services.computers.refresh(host_id)

    def chat(self, facts: LoadedFacts) -> None:
        """Begin a conversation with it."""
        self._doors.chat(Target(facts.host_id, facts.living or facts.name))

    def inspect(self, facts: LoadedFacts) -> None:
        """Show it on the models page."""
        self._doors.inspect(facts.host_id, facts.living or facts.name)

    def copy_name(self, facts: LoadedFacts) -> None:
        QGuiApplication.clipboard().setText(facts.name)

    def open_sources(self, host_id: HostId) -> None:
        """Ask how a host's memory is known."""
        self._doors.open_sources(host_id)

    def _there(self, facts: LoadedFacts) -> HostSnapshot | None:
        """Return the host's snapshot while the model is in its memory; else say that it is not."""
        snapshot = self._snapshot(facts.host_id)
        if snapshot and any(is_same_name(one.name, facts.name) for one in snapshot.loaded):
            return snapshot
        text = self.tr("{model} is not in the memory of {host} any more.")
        said = text.format(model=visible(facts.name), host=visible(facts.host))
        self._doors.say(said, "", None)
        return None

    def _snapshot(self, host_id: HostId) -> HostSnapshot | None:
        try:
            return self._services.registry.snapshot(host_id)
        except KeyError:  # The host was removed a moment ago.
            return None


def _is_leaving(snapshot: HostSnapshot, model: str) -> bool:
    return any(
        attempt.is_unload and attempt.error is None and is_same_name(attempt.model, model)
        for attempt in snapshot.attempts
    )
