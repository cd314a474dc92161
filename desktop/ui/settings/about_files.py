"""The sections that set nothing: memory's names, what is kept and sent where, about."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from desktop import __version__
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.settings.plain_field import PlainField
from desktop.ui.settings.section import SettingsSection
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.key_values import KeyValues


@dataclass(frozen=True, slots=True)
class SettingsDoors:
    """What the page opens elsewhere; each is a plain function."""

    save_report: Callable[[], None]
    edit_metric_names: Callable[[], None]
    show_help: Callable[[], None]
    show_about: Callable[[], None]


def memory(theme: Theme, doors: SettingsDoors) -> SettingsSection:
    """Return the section."""
    names = Button(theme, QCoreApplication.translate("SettingsPage", "Names of the metrics…"))
    names.setObjectName("metricNames")
    names.clicked.connect(doors.edit_metric_names)
    field = PlainField(
        theme,
        "metricNames",
        QCoreApplication.translate("SettingsPage", "Names of the exporters' metrics"),
        QCoreApplication.translate(
            "SettingsPage",
            "Where a host's memory is told by node_exporter and its like, these are the names "
            "that are read. They hold for all hosts.",
        ),
        buttons=[names],
        words=QCoreApplication.translate("SettingsPage", "prometheus dcgm nvidia gpu exporter"),
    )
    title = QCoreApplication.translate("SettingsPage", "Memory")
    return SettingsSection(theme, "memory", title, "memory-stick", [field])


def files_and_privacy(theme: Theme, paths: Paths, doors: SettingsDoors) -> SettingsSection:
    """Return the section."""
    title = QCoreApplication.translate("SettingsPage", "Files and privacy")
    fields = [_kept(theme, paths, doors), _sent(theme)]
    return SettingsSection(theme, "files", title, "folder-open", fields)


def about(theme: Theme, doors: SettingsDoors) -> SettingsSection:
    """Return the section."""
    licences = Button(
        theme, QCoreApplication.translate("SettingsPage", "Versions and licences"), icon="info"
    )
    licences.setObjectName("showAbout")
    licences.clicked.connect(doors.show_about)
    help_ = Button(theme, QCoreApplication.translate("SettingsPage", "Help"), icon="library")
    help_.setObjectName("showHelp")
    help_.clicked.connect(doors.show_help)
    field = PlainField(
        theme,
        "about",
        QCoreApplication.translate("SettingsPage", "Paddock {version}").format(version=__version__),
        QCoreApplication.translate(
            "SettingsPage",
            "Free software under the MIT licence. Qt for Python is used under the LGPL, "
            "the icons are Lucide's, under the ISC licence.",
        ),
        buttons=[licences, help_],
        words=QCoreApplication.translate("SettingsPage", "version licence license help keys"),
    )
    title = QCoreApplication.translate("SettingsPage", "About")
    return SettingsSection(theme, "about", title, "info", [field])


def _kept(theme: Theme, paths: Paths, doors: SettingsDoors) -> PlainField:
    table = KeyValues(theme)
    for key, path in (
        (QCoreApplication.translate("SettingsPage", "Settings"), paths.settings_file),
        (QCoreApplication.translate("SettingsPage", "Conversations"), paths.conversations_file),
        (QCoreApplication.translate("SettingsPage", "Drafts"), paths.drafts_folder),
        (QCoreApplication.translate("SettingsPage", "Loads"), paths.loads_file),
        (QCoreApplication.translate("SettingsPage", "Log"), paths.log_file),
    ):
        table.add(key, str(path), copied=str(path), mono=True, shows_copy=True)
    open_log = Button(
        theme,
        QCoreApplication.translate("SettingsPage", "Open the log folder"),
        icon="folder-open",
    )
    open_log.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.logs))))
    report = Button(
        theme, QCoreApplication.translate("SettingsPage", "Save a report…"), icon="file-archive"
    )
    report.setObjectName("saveReport")
    report.clicked.connect(doors.save_report)
    return PlainField(
        theme,
        "files",
        QCoreApplication.translate("SettingsPage", "What is kept where"),
        QCoreApplication.translate(
            "SettingsPage",
            "Passwords and tokens are in the system's keyring, or in a file that you alone can "
            "read. The settings and the log hold none.",
        ),
        parts=[table],
        buttons=[open_log, report],
        words=QCoreApplication.translate("SettingsPage", "folder path database log keyring"),
    )


def _sent(theme: Theme) -> PlainField:
    return PlainField(
        theme,
        "privacy",
        QCoreApplication.translate("SettingsPage", "What is sent where"),
        QCoreApplication.translate(
            "SettingsPage",
            "To your hosts, what you do with them; to a host's exporter, if you named one. "
            "To nobody else: no usage is counted and no report is sent by itself. "
            "Newer versions are only looked for once you said so.",
        ),
        words=QCoreApplication.translate("SettingsPage", "privacy telemetry tracking network data"),
    )
