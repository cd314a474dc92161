"""Brings the conversation that is shown to the widgets, and back what a person does in them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.chat.defaults import trained_context
from desktop.chat.snapshot import Failure, TalkSnapshot
from desktop.chat.talk import Talk
from desktop.diagnostics.explain import Code, Explanation, Remedy, explain, notice
from desktop.domain.conversation import Target
from desktop.domain.host import Host
from desktop.ui.bridge.frame import Frame
from desktop.ui.chat.actions import ConversationActions
from desktop.ui.chat.calls import TalkCalls
from desktop.ui.chat.fitting import fitting
from desktop.ui.chat.mending import ChatRemedies, MendingDoors
from desktop.ui.chat.opening import Opening
from desktop.ui.chat.panel.panel import ParametersPanel
from desktop.ui.chat.picker_choices import can_chat
from desktop.ui.chat.services import ChatDoors, ChatServices
from desktop.ui.chat.shown import ShownTalk
from desktop.ui.chat.side import ConversationSide
from desktop.ui.chat.targets import TargetFacts, others_with
from desktop.ui.chat.work_area import ChatWorkArea


@dataclass(frozen=True, slots=True)
class Parts:
    """What the page is made of."""

    shown: ShownTalk
    opening: Opening
    actions: ConversationActions
    work: ChatWorkArea
    panel: ParametersPanel
    sides: tuple[ConversationSide, ...]
    open_panel: Callable[[], None]


class Conduct(QObject):
    """Shows each new snapshot once a frame, and growth in between; hidden, nothing is shown."""

    def __init__(
        self, services: ChatServices, doors: ChatDoors, parts: Parts, page: QObject
    ) -> None:
        super().__init__(page)
        self._services = services
        self._doors = doors
        self._parts = parts
        self._work = parts.work
        self._said: tuple[Failure, Explanation] | None = None
        self._then: Callable[[Target], None] | None = None
        self.facts = TargetFacts(services.registry, self)
        self.remedies = ChatRemedies(services.registry, self._mending_doors(), self)
        self.calls = TalkCalls(parts.shown, parts.opening, self)
        self._frame = Frame[str](self, lambda _: self._on_surroundings())
        self._connect_shown()
        self._connect_composer()
        self._connect_transcript()
        for event in (services.registry.changed, services.conversations.changed):
            self.destroyed.connect(event.subscribe(lambda _: self._frame.add("")))
        self.destroyed.connect(services.registry.host_changed.subscribe(self._frame.add))

    @property
    def talk(self) -> Talk | None:
        """The talk that is shown."""
        return self._parts.shown.talk

    def name_of(self, target: Target) -> str:
        """Return what a model on a host is called: "qwen2.5:14b on tower"."""
        host = self._host(target)
        if host is None or not target.model:
            return target.model
        text = self.tr("{model} on {host}")
        return text.format(model=target.model, host=host.label)

    def choose_model(self, then: Callable[[Target], None] | None = None) -> None:
        """Let the person choose who is asked; `then` is called with the choice."""
        self._then = then
        self._work.composer.open_picker()

    def show_now(self) -> None:
        """Show everything of the talk as it is at this moment."""
        if (talk := self.talk) is None or not self._work.isVisible():
            return
        snapshot = talk.snapshot
        self._work.transcript.show_talk(snapshot, talk.growth, self._explanation(snapshot))
        self._show_around(snapshot)

    def _show_around(self, snapshot: TalkSnapshot) -> None:
        """Show everything but the messages, which depend on nothing else."""
        self.facts.follow(snapshot.conversation.target)
        self._work.header.show_talk(snapshot, self._title(snapshot))
        self._show_target(snapshot)
        self._show_emptiness(snapshot)
        self._work.show_storage(self._services.conversations)

    def _connect_shown(self) -> None:
        shown = self._parts.shown
        shown.replaced.connect(self._on_replaced)
        shown.changed.connect(self._on_changed)
        shown.grown.connect(self._on_grown)
        self.facts.changed.connect(self._on_facts)

    def _connect_composer(self) -> None:
        composer, calls = self._work.composer, self.calls
        composer.sent.connect(calls.send)
        composer.edited.connect(calls.edit)
        composer.stop_wanted.connect(calls.stop)
        composer.text_changed.connect(calls.set_draft)
        composer.attach_wanted.connect(calls.attach)
        composer.detach_wanted.connect(calls.detach)
        composer.think_chosen.connect(calls.set_think)
        composer.target_chosen.connect(self._on_target)
        composer.pull_wanted.connect(self._doors.pull)
        composer.context_wanted.connect(self._parts.open_panel)
        composer.picker.closed.connect(lambda: QTimer.singleShot(0, self, self._forget_then))
        self._parts.panel.changed.connect(calls.set_parameters)
        self._work.drop.dropped.connect(composer.take)
        self._work.add_host.clicked.connect(self._doors.add_host)
        self._work.explore.clicked.connect(self._doors.start_demo)
        self._work.pull.clicked.connect(lambda: self._doors.pull())

    def _connect_transcript(self) -> None:
        rows, calls = self._work.transcript, self.calls
        rows.regenerate_wanted.connect(calls.regenerate)
        rows.edit_wanted.connect(self._edit)
        rows.walk_wanted.connect(calls.walk)
        rows.continue_wanted.connect(calls.go_on)
        rows.pin_wanted.connect(calls.pin)
        rows.quote_wanted.connect(self._work.composer.quote)
        rows.remedy_wanted.connect(self._mend)
        rows.decided.connect(calls.decide)
        rows.open_parameters.connect(self._parts.open_panel)

    def _on_replaced(self) -> None:
        conversation_id = self._parts.shown.conversation_id
        if conversation_id is not None:
            for side in self._parts.sides:
                side.show_chosen(conversation_id)
        self._parts.opening.note_shown()
        self.show_now()

    def _on_changed(self) -> None:
        self._parts.opening.note_shown()
        self.show_now()

    def _on_grown(self) -> None:
        if self._work.isVisible():
            self._work.transcript.grow()

    def _on_surroundings(self) -> None:
        """A host or the list of conversations told something new."""
        self._parts.opening.choose_first()
        if self.talk is not None and self._work.isVisible():
            self._show_around(self.talk.snapshot)

    def _on_facts(self) -> None:
        if self.talk is not None and self._work.isVisible():
            self._show_target(self.talk.snapshot)

    def _show_target(self, snapshot: TalkSnapshot) -> None:
        """Show who is asked, what that can do, and how it is asked."""
        head, composer = snapshot.conversation, self._work.composer
        composer.show_hosts(self._services.registry.snapshots, self._parts.opening.recent)
        composer.show_talk(snapshot, self.facts.capabilities)
        host = self._host(head.target)
        self._parts.panel.show_conversation(
            head.parameters,
            self.facts.card,
            self.facts.capabilities,
            snapshot.meter,
            conversation=head.id,
            host_name=host.label if host is not None else "",
            target=head.target,
        )

    def _show_emptiness(self, snapshot: TalkSnapshot) -> None:
        snapshots = self._services.registry.snapshots
        has_models = any(can_chat(model) for one in snapshots for model in one.models)
        is_asking = any(not one.models_known and one.error is None for one in snapshots)
        self._work.show_emptiness(
            snapshot, has_hosts=bool(snapshots), has_models=has_models or is_asking
        )

    def _edit(self, entry_id: str) -> None:
        path = self.talk.snapshot.path if self.talk is not None else ()
        entry = next((one for one in path if one.id == entry_id), None)
        if entry is not None:
            self._work.composer.edit_entry(entry.id, entry.text)

    def _on_target(self, target: Target) -> None:
        then, self._then = self._then, None
        if self.talk is not None:
            self.talk.set_target(target)
            self._parts.opening.note_chosen()
        if then is not None:
            then(target)

    def _forget_then(self) -> None:
        self._then = None

    def _mend(self, remedy: Remedy) -> None:
        if self.talk is not None:
            said = self._explanation(self.talk.snapshot)
            self.remedies.mend(self.talk, remedy, said)

    def _edit_schema(self) -> None:
        self._parts.open_panel()
        self._parts.panel.format.editor.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _mending_doors(self) -> MendingDoors:
        return MendingDoors(
            mend_host=self._doors.mend,
            choose_model=self.choose_model,
            edit_schema=self._edit_schema,
            trained_context=lambda: trained_context(self.facts.card),
            read_content=self._services.conversations.content,
            say=lambda text: self._doors.say(text, "", None),
        )

    def _explanation(self, snapshot: TalkSnapshot) -> Explanation | None:
        """Explain why the last turn failed; the same failure is explained once."""
        failure = snapshot.failure
        if failure is None:
            return None
        if self._said is None or self._said[0] is not failure:
            said = _explained(failure, self._host(failure.target))
            named = {"model": failure.target.model} if "model" not in said.facts else {}
            self._said = failure, said.knowing(**named)
        others = others_with(self._services.registry.snapshots, failure.target)
        trained = trained_context(self.facts.card)
        return fitting(self._said[1], snapshot, has_other_host=bool(others), trained=trained)

    def _host(self, target: Target) -> Host | None:
        hosts = self._services.registry.hosts
        return next((host for host in hosts if host.id == target.host_id), None)

    def _title(self, snapshot: TalkSnapshot) -> str:
        row = self._parts.actions.summary(snapshot.conversation.id)
        return row.title if row is not None and snapshot.path else snapshot.conversation.title


def _explained(failure: Failure, host: Host | None) -> Explanation:
    if failure.host_is_gone:
        return notice(Code.HOST_REMOVED)
    return explain(failure.error, host)
