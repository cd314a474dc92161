"""What can be done with the models that are chosen: by menu, keyboard and inspector."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.conversation import Target
from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry
from desktop.jobs.queue import JobQueue
from desktop.memory.weights import Weights
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.picker_choices import can_chat
from desktop.ui.models.curl_menu import CurlMenu, RouteOf
from desktop.ui.models.naming import NamingDialog, Purpose
from desktop.ui.models.questions import DeleteQuestion
from desktop.ui.models.targets import TargetProblem
from desktop.ui.models.view import ModelRow


class ModelActions(QObject):
    """Asks where something would be lost, and hands the rest to the job queue and the registry."""

    chat_wanted = Signal(object)
    """The Target that a new chat shall ask."""
    workshop_wanted = Signal(object)
    """The Target whose Modelfile is to be opened; the next two have one as well."""
    customise_wanted = Signal(object)
    push_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        hosts: HostRegistry,
        jobs: JobQueue,
        weights: Weights,
        page: QWidget,
        route_of: RouteOf,
    ) -> None:
        super().__init__(page)
        self._route_of = route_of
        self._theme = theme
        self._hosts = hosts
        self._jobs = jobs
        self._weights = weights
        self._page = page
        self._rows: tuple[ModelRow, ...] = ()
        self.chat = self._action(self._chat, "message-circle", "Ctrl+Return")
        self.customise = self._action(lambda: self._tell(self.customise_wanted), "sparkle")
        self.workshop = self._action(lambda: self._tell(self.workshop_wanted), "hammer")
        self.push = self._action(lambda: self._tell(self.push_wanted), "arrow-up-to-line")
        self.copy_name = self._action(self.copy_names, "copy", QKeySequence.StandardKey.Copy)
        self.copy = self._action(lambda: self._ask_names(Purpose.COPY), "copy")
        self.rename = self._action(lambda: self._ask_names(Purpose.RENAME), "pencil", "F2")
        self.delete = self._action(self._ask_delete, "trash-2", QKeySequence.StandardKey.Delete)
        self.load = self._action(self._load, "play")
        self.unload = self._action(self._unload, "square")
        self.set_rows(())

    @property
    def rows(self) -> tuple[ModelRow, ...]:
        return self._rows

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of a menu."""
        others = (self.copy_name, self.copy, self.rename, self.delete)
        making = (self.customise, self.workshop, self.push)
        return (self.chat, self.load, self.unload, *making, *others)

    def set_rows(self, rows: Sequence[ModelRow]) -> None:
        """Let the actions be about these rows; those without a name cannot be asked for."""
        self._rows = tuple(row for row in rows if row.name)
        is_one = len(self._rows) == 1
        self.chat.setText(self.tr("Chat"))
        self.copy_name.setText(self.tr("Copy name") if is_one else self.tr("Copy names"))
        self.copy.setText(self.tr("Copy…"))
        self.rename.setText(self.tr("Rename…"))
        self.delete.setText(self.tr("Delete…"))
        self.customise.setText(self.tr("Customise…"))
        self.workshop.setText(self.tr("Open in the workshop"))
        self.push.setText(self.tr("Push…"))
        self.load.setText(self.tr("Load"))
        self.unload.setText(self.tr("Unload"))
        for action in self.all:
            action.setEnabled(bool(self._rows))
        self.chat.setVisible(is_one and _can_chat(self._rows[0]))
        is_whole = is_one and not self._rows[0].damage
        for action in (self.customise, self.workshop, self.push):
            action.setVisible(is_whole)
        self.load.setVisible(any(_can_load(row) for row in self._rows))
        self.unload.setVisible(any(row.loaded for row in self._rows))

    def menu(self, parent: QWidget, *, with_loading: bool = True) -> QMenu:
        """Return a menu of what can be done, for a right click or the inspector."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if with_loading:
            menu.addActions([self.chat, self.load, self.unload])
            menu.addSeparator()
        menu.addActions([self.customise, self.workshop, self.push])
        menu.addSeparator()
        menu.addActions([self.copy_name, self.copy, self.rename])
        if len(self._rows) == 1:
            row = self._rows[0]
            host = self._hosts.snapshot(row.host_id).host
            menu.addMenu(CurlMenu(host, row.name, self._route_of(host.id), menu))
        menu.addSeparator()
        menu.addAction(self.delete)
        return menu

    def copy_names(self) -> None:
        """Put the names on the clipboard, a line each."""
        QGuiApplication.clipboard().setText("\n".join(row.name for row in self._rows))

    def _action(
        self,
        do: Callable[[], None],
        icon: str,
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = QAction(self)
        action.setIcon(self._theme.icon(icon))
        action.triggered.connect(do)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action

    def _chat(self) -> None:
        self._tell(self.chat_wanted)

    def _tell(self, wanted: SignalInstance) -> None:
        """Name the one model that is chosen to whoever does this."""
        if len(self._rows) == 1:
            wanted.emit(Target(self._rows[0].host_id, self._rows[0].name))

    def _load(self) -> None:
        for row in self._rows:
            if _can_load(row):
                self._hosts.load(row.host_id, row.name)

    def _unload(self) -> None:
        for row in self._rows:
            if row.loaded:  # By a name that is installed: a dead one cannot be (fact 74).
                self._hosts.unload(row.host_id, row.name)

    def _ask_delete(self) -> None:
        if not self._rows:
            return
        rows = self._rows
        question = DeleteQuestion(self._theme, rows, self._hosts, self._weights, parent=self._page)

        def delete() -> None:
            for row in rows:
                self._jobs.delete(row.host_id, row.name)

        question.accepted.connect(delete)
        _open(question)

    def _ask_names(self, purpose: Purpose) -> None:
        if not self._rows:
            return
        dialog = NamingDialog(self._theme, purpose, self._rows, self._installed, parent=self._page)
        dialog.accepted.connect(partial(self._name, dialog, purpose))
        _open(dialog)

    def _name(self, dialog: NamingDialog, purpose: Purpose) -> None:
        do = self._jobs.copy if purpose is Purpose.COPY else self._jobs.rename
        for target in dialog.targets:
            is_agreed = target.problem is TargetProblem.EXISTS and dialog.replace.isChecked()
            do(target.row.host_id, target.row.name, target.name, overwrite=is_agreed)

    def _installed(self, host_id: HostId) -> tuple[str, ...]:
        try:
            snapshot = self._hosts.snapshot(host_id)
        except KeyError:  # The host was removed while the dialog stands.
            return ()
        return (
            *(model.name for model in snapshot.models),
            *(row.name for row in snapshot.damaged if row.name),
        )


def _open(dialog: NamingDialog | DeleteQuestion) -> None:
    """Show it without a loop of its own: exec() inside a coroutine would break its task."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _can_load(row: ModelRow) -> bool:
    return row.loaded is None and not row.damage and not row.model.is_remote


def _can_chat(row: ModelRow) -> bool:
    return not row.damage and can_chat(row.model)
