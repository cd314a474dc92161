"""The settings page: how it looks, how many pulls at once, and what this program is."""

from dataclasses import replace

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import __version__
from desktop.storage.paths import Paths
from desktop.storage.settings import MAX_PULLS, SettingsFile
from desktop.storage.settings import Theme as ThemeChoice
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.settings.words import damage_words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.messages import Banner

_COLUMN = 640


class SettingsPage(QWidget):
    """Every change takes effect at once and is kept; there is nothing to save."""

    report_wanted = Signal()

    def __init__(
        self, theme: Theme, settings: SettingsFile, paths: Paths, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingsPage")
        self._theme = theme
        self._settings = settings
        self._paths = paths
        self._themes = QButtonGroup(self)
        self.pulls = Choice(theme)
        self._problem = Label(theme, "", "small", "danger", wraps=True)
        self._build()
        self._show()
        self.pulls.activated.connect(self._set_pulls)
        self._themes.idClicked.connect(self._set_theme)
        self.destroyed.connect(settings.changed.subscribe(lambda _: self._show()))
        self.destroyed.connect(settings.write_problem_changed.subscribe(lambda _: self._show()))

    def _set_theme(self, number: int) -> None:
        chosen = tuple(ThemeChoice)[number]
        self._settings.update(replace(self._settings.settings, theme=chosen))

    def _set_pulls(self, place: int) -> None:
        self._settings.update(replace(self._settings.settings, pulls_per_host=place + 1))

    def _show(self) -> None:
        now = self._settings.settings
        self._themes.button(tuple(ThemeChoice).index(now.theme)).setChecked(True)
        self.pulls.setCurrentIndex(now.pulls_per_host - 1)
        problem = self._settings.write_problem
        if problem is not None:
            text = self.tr("The settings could not be written: {reason}. They hold until you quit.")
            self._problem.setText(text.format(reason=problem.strerror or type(problem).__name__))
        self._problem.setVisible(problem is not None)

    def _build(self) -> None:
        px = self._theme.px
        inner = QWidget()
        inner.setMaximumWidth(px(_COLUMN))
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(16))
        column.addWidget(Label(self._theme, self.tr("Settings"), "title"))
        if (damage := self._settings.damage) is not None:
            column.addWidget(Banner(self._theme, "warning", damage_words(damage)))
        column.addWidget(self._problem)
        for number, part in enumerate(
            (self._look(), self._pulling(), self._files(), self._about())
        ):
            if number:
                column.addWidget(Hairline())
            column.addLayout(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _section(self, title: str, *parts: QWidget | QLayout) -> QLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(8))
        column.addWidget(Label(self._theme, title, "strong"))
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        return column

    def _look(self) -> QLayout:
        names = {
            ThemeChoice.SYSTEM: self.tr("As the system"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(20))
        for number, choice in enumerate(ThemeChoice):
            button = QRadioButton(names[choice])
            button.setObjectName(f"theme-{choice.value}")
            self._themes.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        return self._section(self.tr("Colours"), row)

    def _pulling(self) -> QLayout:
        self.pulls.setObjectName("pullsPerHost")
        self.pulls.setAccessibleName(self.tr("Pulls at a time on each host"))
        self.pulls.addItems([units.number(count) for count in range(1, MAX_PULLS + 1)])
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(self.pulls)
        row.addWidget(Label(self._theme, self.tr("at a time on each host")))
        row.addStretch(1)
        hint = self.tr("Further pulls wait until one of these has ended.")
        return self._section(
            self.tr("Pulls"), row, Label(self._theme, hint, "small", "muted", wraps=True)
        )

    def _files(self) -> QLayout:
        rows = (
            (self.tr("Settings"), str(self._paths.settings_file)),
            (self.tr("Conversations"), str(self._paths.conversations_file)),
            (self.tr("Log"), str(self._paths.log_file)),
        )
        parts: list[QWidget | QLayout] = []
        for key, path in rows:
            row = QHBoxLayout()
            name = Label(self._theme, key, "small", "muted")
            name.setFixedWidth(self._theme.px(98))
            row.addWidget(name)
            row.addWidget(Label(self._theme, path, "mono_hint", wraps=True, selectable=True), 1)
            parts.append(row)
        open_log = Button(self._theme, self.tr("Open the log folder"), icon="folder-open")
        open_log.clicked.connect(self._open_log)
        buttons = QHBoxLayout()
        report = Button(self._theme, self.tr("Save a report…"), icon="file-archive")
        report.setObjectName("saveReport")
        report.clicked.connect(self.report_wanted)
        buttons.setSpacing(self._theme.px(6))
        buttons.addWidget(open_log)
        buttons.addWidget(report)
        buttons.addStretch(1)
        return self._section(self.tr("Files"), *parts, buttons)

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.logs)))

    def _about(self) -> QLayout:
        version = self.tr("Paddock {version}").format(version=__version__)
        lines = self.tr(
            "Free software under the MIT licence. Qt for Python is used under the LGPL, "
            "the icons are Lucide's, under the ISC licence."
        )
        return self._section(
            self.tr("About"),
            Label(self._theme, version),
            Label(self._theme, lines, "small", "muted", wraps=True),
        )
