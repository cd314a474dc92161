"""The draft that is shown, with everything around it: header, tabs, editor, form, create bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.panel_place import PanelPlace
from desktop.ui.widgets.splitter import HairlineSplitter
from desktop.ui.widgets.tabs import TabBar
from desktop.ui.workshop.create_bar import CreateBar
from desktop.ui.workshop.difference_tab import DifferenceTab
from desktop.ui.workshop.draft_banner import DraftBanner
from desktop.ui.workshop.editors import Editors
from desktop.ui.workshop.form.form import ModelfileForm
from desktop.ui.workshop.header import WorkshopHeader
from desktop.ui.workshop.model_choice import ModelChoice
from desktop.ui.workshop.problems import ProblemsList
from desktop.ui.workshop.prompt_tab import PromptTab
from desktop.ui.workshop.sent_tab import SentTab
from desktop.ui.workshop.services import WorkshopDoors, WorkshopServices
from desktop.ui.workshop.strip import CreateStrip

EDITOR, SENT, PROMPT, DIFFERENCE = range(4)
TAB_NAMES = ("editor", "sent", "prompt", "difference")
"""What the settings call the tabs."""
_FORM = 348


class Bench(QWidget):
    """Arranges the parts and knows nothing of drafts; the page tells them what to show."""

    form_moved = Signal(bool)
    """The form was opened or closed by a person."""

    def __init__(
        self,
        theme: Theme,
        services: WorkshopServices,
        doors: WorkshopDoors,
        parent: QWidget | None = None,
        *,
        is_form_open: bool,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.header = WorkshopHeader(theme)
        names = [
            self.tr("Editor"),
            self.tr("What will be sent"),
            self.tr("Prompt preview"),
            self.tr("Difference"),
        ]
        self.tabs = TabBar(theme, names, most=len(names))
        self.form_button = IconButton(theme, "panel-right-close", self.tr("Hide the form"))
        self.form_button.setObjectName("toggleForm")
        self.banner = DraftBanner(theme)
        self.models = ModelChoice(theme, services.registry, doors.pull, self)
        self.editors = Editors(theme)
        self.problems = ProblemsList(theme)
        self.form = ModelfileForm(theme, self._written)
        self.sent = SentTab(theme)
        self.prompt = PromptTab(theme, services.prompts, services.registry, self.models)
        self.difference = DifferenceTab(theme, services.registry, self.models)
        self.strip = CreateStrip(theme, services.jobs, services.registry, services.now)
        self.bar = CreateBar(theme)
        self._build(is_form_open=is_form_open)
        self.tabs.chosen.connect(self._stack.setCurrentIndex)
        self.tabs.chosen.connect(self._show_button)
        self.form_button.clicked.connect(self.toggle_form)
        self.place.changed.connect(self._show_button)
        self.difference.name_changed.connect(self._name_difference)
        self._show_button()

    def toggle_form(self) -> None:
        """Show or hide the form beside the editor."""
        if self.place.is_open:
            self.place.close()
        else:
            self.place.open()
            self.place.fit()

    def set_overlay(self, *, is_overlay: bool) -> None:
        """Put the form over the editor, where the window has no room beside it."""
        self.place.set_overlay(is_overlay)
        self._show_button()

    def regions(self) -> tuple[QWidget, ...]:
        """The places that F6 walks: header, what the tab shows, the form, the create bar."""
        if self.tabs.current != EDITOR:
            return (self.header, self._stack, self.bar)
        beside = (self.form,) if self.place.is_open else ()
        problems = (self.problems,) if self.problems.rows else ()
        return (self.header, self.editors, *problems, *beside, self.bar)

    def _written(self) -> str:
        """Return the text as it stands now, which may not have been read yet."""
        editor = self.editors.current
        return editor.text() if editor is not None else ""

    def _show_button(self) -> None:
        self.form_button.setVisible(self.tabs.current == EDITOR)
        is_open = self.place.is_open
        self.form_button.set_icon("panel-right-close" if is_open else "panel-right-open")
        self.form_button.set_name(self.tr("Hide the form") if is_open else self.tr("Show the form"))

    def _name_difference(self) -> None:
        self.tabs.set_name(DIFFERENCE, self.difference.name)

    def _build(self, *, is_form_open: bool) -> None:
        self._stack = QStackedWidget()
        for part in (self._build_editor(is_form_open), self.sent, self.prompt, self.difference):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._build_tabs())
        column.addWidget(Hairline())
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline())
        column.addWidget(self.strip)
        column.addWidget(self.bar)

    def _build_panel(self) -> QFrame:
        """Give the form a ground of its own, for where it lies over the editor."""
        panel = QFrame()
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.form)
        return panel

    def _build_tabs(self) -> QLayout:
        px = self._theme.px
        row = QHBoxLayout()
        row.setContentsMargins(px(18), 0, px(12), 0)
        row.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.form_button)
        return row

    def _build_editor(self, is_form_open: bool) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editors, 1)
        column.addWidget(Hairline())
        column.addWidget(self.problems)
        self.splitter = HairlineSplitter(self._theme)
        self.splitter.addWidget(left)
        place = _EditorPlace(self.splitter)
        self.place = PanelPlace(
            self._theme,
            self.splitter,
            self._build_panel(),
            place,
            self.form_moved.emit,
            is_open=is_form_open,
            width=_FORM,
        )
        place.place = self.place
        self.splitter.setSizes([self._theme.px(780), self._theme.px(_FORM)])
        return place


class _EditorPlace(QWidget):
    """What the form stands over where there is no room beside the editor."""

    def __init__(self, splitter: HairlineSplitter) -> None:
        super().__init__()
        self.place: PanelPlace | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.place is not None:
            self.place.fit()
