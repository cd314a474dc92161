"""What can be done in the editor, each with its keys: for menus, buttons and the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence


class EditorActions(QObject):
    """Actions that belong to the editor alone: their keys are taken while it has the focus.

    None of them is registered as a shortcut, so that a page may use the same keys
    for something of its own; the editor asks `find` about each key first.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._keys: list[tuple[QKeySequence, QAction]] = []
        self.undo = self._action(self.tr("Undo"), "Ctrl+Z")
        self.redo = self._action(self.tr("Redo"), "Ctrl+Shift+Z", "Ctrl+Y")
        self.find = self._action(self.tr("Find…"), "Ctrl+F")
        self.replace = self._action(self.tr("Replace…"), "Ctrl+H")
        self.find_next = self._action(self.tr("Find next"), "F3")
        self.find_previous = self._action(self.tr("Find previous"), "Shift+F3")
        self.next_problem = self._action(self.tr("Next problem"), "F8")
        self.previous_problem = self._action(self.tr("Previous problem"), "Shift+F8")
        self.complete = self._action(self.tr("Suggest"), "Ctrl+Space", "Alt+/")
        self.comment = self._action(self.tr("Comment or uncomment"), "Ctrl+/")
        self.fold = self._action(self.tr("Fold"), "Ctrl+Shift+[", "Ctrl+Shift+{", "Ctrl+{")
        self.unfold = self._action(self.tr("Unfold"), "Ctrl+Shift+]", "Ctrl+Shift+}", "Ctrl+}")
        self.fold_all = self._action(self.tr("Fold all"))
        self.unfold_all = self._action(self.tr("Unfold all"))
        self.wrap = self._action(self.tr("Wrap long lines"))
        self.wrap.setCheckable(True)

    def of_key(self, event: QKeyEvent) -> QAction | None:
        """Return the action that a key means."""
        pressed = QKeySequence(event.keyCombination())
        for keys, action in self._keys:
            if keys == pressed:
                return action
        return None

    def do(self, action: QAction, work: Callable[[], object]) -> None:
        """Have that done when the action is triggered."""

        def do_it() -> None:
            work()

        action.triggered.connect(do_it)

    def _action(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcuts([QKeySequence(one) for one in keys])
        self._keys += [(QKeySequence(one), action) for one in keys]
        return action
