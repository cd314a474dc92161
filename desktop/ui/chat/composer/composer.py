"""The box at the bottom of a chat: what is typed, what goes along with it, and who is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.chat.snapshot import TalkSnapshot
from desktop.chat.tokens import Gauge
from desktop.domain.conversation import Attachment, EntryId, Role, Target
from desktop.domain.model import Capability
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.composer.bar import ComposerBar
from desktop.ui.chat.composer.draft_files import DraftFiles, ReadContent
from desktop.ui.chat.composer.input import MessageInput
from desktop.ui.chat.composer.lines import Line
from desktop.ui.chat.composer.obstacles import Written, obstacle, unseen
from desktop.ui.chat.composer.writing import Writing
from desktop.ui.chat.picker import TargetPicker
from desktop.ui.widgets.buttons import Button

_COLUMN = 740
"""How wide the conversation above is, and this box with it."""


def _tokens_of(attachment: Attachment) -> int:
    """Estimate what a file costs with a model of which nothing was learnt."""
    return Gauge().attachments((attachment,))


class Composer(QFrame):
    """Shows a conversation's draft and says what the person wants; it does nothing itself.

    Give it the hosts, then the conversation. `sent` carries the text, `edited`
    an entry's id and its new text, `attach_wanted` an Attachment and its bytes,
    `target_chosen` a Target, `think_chosen` a bool, a level's name or None.
    """

    sent = Signal(str)
    edited = Signal(str, str)
    stop_wanted = Signal()
    text_changed = Signal(str)
    attach_wanted = Signal(object, object)
    detach_wanted = Signal(str)
    target_chosen = Signal(object)
    think_chosen = Signal(object)
    pull_wanted = Signal()
    context_wanted = Signal()
    """The ring was clicked: what the model sees shall be shown."""

    def __init__(
        self,
        theme: Theme,
        read_content: ReadContent,
        tokens_of: Callable[[Attachment], int] = _tokens_of,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._theme = theme
        self._snapshot: TalkSnapshot | None = None
        self._hosts: Sequence[HostSnapshot] = ()
        self._capabilities: frozenset[Capability] = frozenset()
        self._writing = Writing()
        self._edited = EntryId("")
        self._put_aside = ""
        self._is_showing = False
        self.files = DraftFiles(theme, read_content, tokens_of)
        self.input = MessageInput(theme, self.files.intake, self)
        self.bar = ComposerBar(theme)
        self.cancel_edit = Button(theme, self.tr("Cancel"), "link")
        self.choose_vision = Button(theme, self.tr("Choose a model with vision"), "link")
        self.editing = Line(theme, "pencil", "link", (self.cancel_edit,))
        self.unseen = Line(theme, "eye-off", "warning", (self.choose_vision,))
        self.picker = TargetPicker(theme, self)
        self.setFocusProxy(self.input)
        self._build()
        self._connect()
        self._fit()
        theme.changed.connect(self._fit)

    def show_hosts(self, hosts: Sequence[HostSnapshot], recent: Sequence[Target] = ()) -> None:
        """Replace what is known of the hosts, and of what was asked last."""
        self._hosts = tuple(hosts)
        self.picker.show_hosts(self._hosts)
        self.picker.show_recent(recent)
        self._refresh()

    def show_talk(
        self, snapshot: TalkSnapshot, capabilities: frozenset[Capability] = frozenset()
    ) -> None:
        """Show a conversation. Without `capabilities` it is not known what its model can do."""
        self._snapshot = snapshot
        self._capabilities = capabilities
        if self._writing.is_another(snapshot):
            self._leave_edit()
            self.files.forget()
            self._show_text(snapshot.conversation.draft.text)
        elif self._writing.is_accepted(snapshot):
            self._on_accepted()
        elif not self._edited and self._writing.is_from_elsewhere(self.text, snapshot):
            self._show_text(snapshot.conversation.draft.text)
        self._refresh()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.input.toPlainText()

    def quote(self, text: str) -> None:
        """Put a text below what is typed, as a quotation, and the cursor below it."""
        lines = "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines())
        before = self.text.rstrip()
        self.input.selectAll()
        self.input.insertPlainText(f"{before}\n\n{lines}\n\n" if before else f"{lines}\n\n")
        self.focus_input()

    def focus_input(self) -> None:
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.input.ensureCursorVisible()

    def edit_entry(self, entry_id: EntryId, text: str) -> None:
        """Let the person write a message anew; what was typed comes back afterwards."""
        if not self._edited:
            self._put_aside = self.text
        self._edited = entry_id
        self.editing.say(self.tr("Editing an earlier message: a new branch begins."))
        self._show_text(text)
        self._refresh()
        self.focus_input()

    def accepts(self, mime: QMimeData) -> bool:
        """Whether what is dragged over the page can be dropped here."""
        return self.files.intake.accepts(mime)

    def take(self, mime: QMimeData) -> None:
        """Attach what was dropped somewhere on the page."""
        if self.accepts(mime):
            self.files.intake.take(mime)

    def open_picker(self, wanted: Capability | None = None) -> None:
        """Let the person choose who is asked; with VISION among those that see images."""
        current = self._snapshot.conversation.target if self._snapshot else Target()
        self.picker.open_over(self.bar.target, current, wanted)

    def set_picker_shortcut(self, shortcut: QKeySequence) -> None:
        """Name the keys that open the picker, in its button's tooltip."""
        self.bar.target.set_shortcut_hint(shortcut)

    def _connect(self) -> None:
        self.input.textChanged.connect(self._on_typed)
        self.input.send_wanted.connect(self._send)
        self.input.recalled.connect(self._recall)
        self.input.escaped.connect(self._escape)
        self.bar.send.clicked.connect(self._on_send_clicked)
        self.bar.attach.clicked.connect(self.files.choose)
        self.bar.target.clicked.connect(lambda: self.open_picker())
        self.bar.think.chosen.connect(self.think_chosen)
        self.bar.meter.clicked.connect(self.context_wanted)
        self.cancel_edit.clicked.connect(self._cancel_edit)
        self.choose_vision.clicked.connect(lambda: self.open_picker(Capability.VISION))
        self.picker.chosen.connect(self.target_chosen)
        self.picker.closed.connect(self._on_picker_closed)
        self.picker.pull_wanted.connect(self.pull_wanted)
        self.files.attach_wanted.connect(self.attach_wanted)
        self.files.detach_wanted.connect(self.detach_wanted)
        self.files.changed.connect(self._refresh)

    def _send(self) -> None:
        if self._snapshot is None or self._snapshot.turn is not None:
            return
        if not self._snapshot.conversation.target.model:
            self.open_picker()
        elif not self._obstacle():
            self._writing.send(self.text, self._snapshot)
            self.files.refusals.clear()
            if self._edited:
                self.edited.emit(self._edited, self.text)
            else:
                self.sent.emit(self.text)

    def _on_send_clicked(self) -> None:
        if self.bar.send.is_stop:
            self.stop_wanted.emit()
        else:
            self._send()
        self.focus_input()

    def _on_accepted(self) -> None:
        """What was sent is a message now: make room for the next one."""
        rest = self._writing.rest(self.text)
        if self._edited:
            self._cancel_edit()
        else:
            self._show_text(rest.lstrip("\n"))
            self.text_changed.emit(self.text)

    def _on_typed(self) -> None:
        if not self._is_showing:
            self._writing.touch()
            if not self._edited:
                self.text_changed.emit(self.text)
        self._refresh_send()

    def _on_picker_closed(self) -> None:
        if self.isVisible():  # Else another page was gone to, and has the focus.
            self.focus_input()

    def _recall(self) -> None:
        """Take up the last message of one's own once more."""
        if self._snapshot is None or self._snapshot.turn is not None or self._edited:
            return
        own = [entry for entry in self._snapshot.path if entry.role is Role.USER]
        if own:
            self.edit_entry(own[-1].id, own[-1].text)

    def _escape(self) -> None:
        if self._edited:
            self._cancel_edit()
        elif self._snapshot is not None and self._snapshot.turn is not None:
            self.stop_wanted.emit()

    def _cancel_edit(self) -> None:
        self._leave_edit()
        self._refresh()
        self.focus_input()

    def _leave_edit(self) -> None:
        if self._edited:
            self._edited = EntryId("")
            self._show_text(self._put_aside)
            self._put_aside = ""
        self.editing.say("")

    def _show_text(self, text: str) -> None:
        self._is_showing = True
        self.input.show_text(text)
        self._is_showing = False

    def _refresh(self) -> None:
        """Show everything but the text anew."""
        if self._snapshot is None:
            return
        head = self._snapshot.conversation
        self.files.show_files(() if self._edited else head.draft.attachments)
        self.files.intake.set_open(not self._edited)
        self.bar.attach.setEnabled(not self._edited)
        self.bar.show_talk(self._snapshot, self._hosts, self._capabilities)
        self.unseen.say(unseen(self._snapshot, self._written(), self._capabilities))
        self._refresh_send()

    def _refresh_send(self) -> None:
        self.bar.show_sending(self._snapshot, self._obstacle())

    def _obstacle(self) -> str:
        return obstacle(self._snapshot, self._written(), self._capabilities)

    def _written(self) -> Written:
        return Written(
            self.text,
            has_files=not self.files.is_empty,
            has_images=self.files.has_images,
            is_reading=self.files.is_reading,
            is_edit=bool(self._edited),
            is_sending=self._writing.is_sending,
        )

    def _fit(self) -> None:
        self.setMaximumWidth(self._theme.px(_COLUMN))

    def _build(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(8), px(8), px(8))
        column.setSpacing(px(6))
        for widget in (self.editing, self.files, self.unseen):
            column.addWidget(widget)
        inset = QHBoxLayout()
        inset.setContentsMargins(px(4), px(2), px(4), 0)
        inset.addWidget(self.input)
        column.addLayout(inset)
        column.addWidget(self.bar)
