"""The box at the bottom of a chat: what is typed, what goes along with it, and who is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.chat.snapshot import TalkSnapshot
from desktop.chat.tokens import Gauge
from desktop.domain.conversation import Attachment, EntryId, Role, Target
from desktop.domain.model import Capability
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.composer.buttons import SendButton, TargetButton, ThinkButton
from desktop.ui.chat.composer.draft_files import DraftFiles, ReadContent
from desktop.ui.chat.composer.input import MessageInput
from desktop.ui.chat.composer.lines import Line
from desktop.ui.chat.composer.standing import asked
from desktop.ui.chat.composer.writing import Writing
from desktop.ui.chat.meter import MeterRing
from desktop.ui.chat.picker import TargetPicker
from desktop.ui.widgets.buttons import Button, IconButton


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
        self.attach = IconButton(theme, "paperclip", self.tr("Attach images or text files"))
        self.target = TargetButton(theme)
        self.think = ThinkButton(theme)
        self.meter = MeterRing(theme)
        self.send = SendButton(theme)
        self.cancel_edit = Button(theme, self.tr("Cancel"), "link")
        self.choose_vision = Button(theme, self.tr("Choose a model with vision"), "link")
        self.editing = Line(theme, "pencil", "link", (self.cancel_edit,))
        self.unseen = Line(theme, "eye-off", "warning", (self.choose_vision,))
        self.picker = TargetPicker(theme, self)
        self._build()
        self._connect()

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
        self.picker.open_over(self.target, current, wanted)

    def set_picker_shortcut(self, shortcut: QKeySequence) -> None:
        """Name the keys that open the picker, in its button's tooltip."""
        self.target.set_shortcut_hint(shortcut)

    def _connect(self) -> None:
        self.input.textChanged.connect(self._on_typed)
        self.input.send_wanted.connect(self._send)
        self.input.recalled.connect(self._recall)
        self.input.escaped.connect(self._escape)
        self.send.clicked.connect(self._on_send_clicked)
        self.attach.clicked.connect(self.files.choose)
        self.target.clicked.connect(lambda: self.open_picker())
        self.think.chosen.connect(self.think_chosen)
        self.cancel_edit.clicked.connect(self._cancel_edit)
        self.choose_vision.clicked.connect(lambda: self.open_picker(Capability.VISION))
        self.picker.chosen.connect(self._on_target)
        self.picker.pull_wanted.connect(self.pull_wanted)
        self.files.attach_wanted.connect(self.attach_wanted)
        self.files.detach_wanted.connect(self.detach_wanted)
        self.files.changed.connect(self._refresh)

    def _send(self) -> None:
        if self._snapshot is None or self._snapshot.turn is not None:
            return
        if not self._snapshot.conversation.target.model:
            self.open_picker()
        elif not self._reason():
            self._writing.send(self.text, self._snapshot)
            self.files.refusals.clear()
            if self._edited:
                self.edited.emit(self._edited, self.text)
            else:
                self.sent.emit(self.text)

    def _on_send_clicked(self) -> None:
        if self.send.is_stop:
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

    def _on_target(self, target: Target) -> None:
        self.focus_input()
        self.target_chosen.emit(target)

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
        self.attach.setEnabled(not self._edited)
        self.target.show_asked(asked(self._hosts, head.target))
        self.think.show_think(head.parameters.think)
        can_think = Capability.THINKING in self._capabilities
        self.think.setVisible(can_think or head.parameters.think is not None)
        self.meter.show_meter(self._snapshot.meter)
        self.unseen.say(self._unseen())
        self._refresh_send()

    def _refresh_send(self) -> None:
        if self._snapshot is not None and self._snapshot.turn is not None:
            self.send.show_stop()
        else:
            self.send.show_send(self._reason())

    def _reason(self) -> str:
        """Return why nothing can be sent now; "" if it can."""
        if self._snapshot is None or not self._snapshot.conversation.target.model:
            return self.tr("Choose a model first")
        if self.files.is_reading:
            return self.tr("A file is still being read")
        if not self.text.strip() and (self._edited or self.files.is_empty):
            return self.tr("Type something first")
        if self._snapshot.overfull is not None:
            return self.tr("Decide first what is done with the message that waits")
        if self._writing.is_sending:
            return self.tr("The message is being kept")
        return self._unseen()

    def _unseen(self) -> str:
        """Return that there are images which the model cannot see."""
        sees = not self._capabilities or Capability.VISION in self._capabilities
        if self._snapshot is None or sees or not self.files.has_images:
            return ""
        text = self.tr("{model} does not see images.")
        return text.format(model=visible(self._snapshot.conversation.target.model))

    def _build(self) -> None:
        px = self._theme.px
        bottom = QHBoxLayout()
        bottom.setSpacing(px(6))
        bottom.addWidget(self.attach)
        bottom.addWidget(self.target)
        bottom.addWidget(self.think)
        bottom.addStretch(1)
        bottom.addWidget(self.meter)
        bottom.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(8), px(8), px(8))
        column.setSpacing(px(6))
        for widget in (self.editing, self.files, self.unseen):
            column.addWidget(widget)
        inset = QHBoxLayout()
        inset.setContentsMargins(px(4), px(2), px(4), 0)
        inset.addWidget(self.input)
        column.addLayout(inset)
        column.addLayout(bottom)
