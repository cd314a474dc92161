"""The sections on how the program lives on the desktop, and on pulls."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSystemTrayIcon
from typing_extensions import override

from desktop.storage.desktop_entry import DesktopSettings, NewerCheck
from desktop.storage.settings import MAX_PULLS, SettingsFile
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.settings.bound import Bound, of_desktop
from desktop.ui.settings.field import ChoiceField, SettingField, SwitchField
from desktop.ui.settings.section import SettingsSection


class TrayField(SwitchField):
    """Says whether there is a tray at the moment: one may come after the program did."""

    @override
    def follow(self) -> None:
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._said = QCoreApplication.translate(
                "SettingsPage", "With the jobs that run and the models that are loaded."
            )
        else:
            self._said = QCoreApplication.translate(
                "SettingsPage",
                "This desktop has no tray at the moment, so the window is never hidden.",
            )
        self.box.setAccessibleDescription(self._said)
        super().follow()


def on_desktop(theme: Theme, settings: SettingsFile, *, looks_for_newer: bool) -> SettingsSection:
    """Return the section; without `looks_for_newer` this build has nowhere to look."""
    fields = [*_tray(theme, settings), *_staying(theme, settings)]
    if looks_for_newer:
        fields.append(_newer(theme, settings))
    title = QCoreApplication.translate("SettingsPage", "Desktop")
    return SettingsSection(theme, "desktop", title, "monitor", fields)


def pulls(theme: Theme, settings: SettingsFile) -> SettingsSection:
    """Return the section."""
    at_once = ChoiceField(
        theme,
        "pullsPerHost",
        QCoreApplication.translate("SettingsPage", "Pulls at a time on each host"),
        QCoreApplication.translate(
            "SettingsPage", "Further pulls wait until one of these has ended."
        ),
        Bound(
            settings,
            lambda now: now.pulls_per_host,
            lambda now, value: replace(now, pulls_per_host=value),
        ),
        [(count, units.number(count)) for count in range(1, MAX_PULLS + 1)],
        QCoreApplication.translate("SettingsPage", "download parallel queue limit"),
    )
    resumes = _switch(
        theme,
        settings,
        "resumesPulls",
        QCoreApplication.translate("SettingsPage", "Go on with pulls at the next start"),
        QCoreApplication.translate(
            "SettingsPage", "Pulls that run when Paddock ends start again, from where they were."
        ),
        lambda now: now.resumes_pulls,
        lambda now, value: replace(now, resumes_pulls=value),
        QCoreApplication.translate("SettingsPage", "download resume continue"),
    )
    title = QCoreApplication.translate("SettingsPage", "Pulls")
    return SettingsSection(theme, "pulls", title, "arrow-down-to-line", [at_once, resumes])


def _tray(theme: Theme, settings: SettingsFile) -> list[SettingField]:
    return [
        TrayField(
            theme,
            "showsTray",
            QCoreApplication.translate("SettingsPage", "Show an icon in the tray"),
            "",
            of_desktop(
                settings,
                lambda now: now.shows_tray,
                lambda now, value: replace(now, shows_tray=value),
            ),
            QCoreApplication.translate("SettingsPage", "tray status menu bar notification area"),
        ),
        _switch(
            theme,
            settings,
            "closesToTray",
            QCoreApplication.translate("SettingsPage", "Closing the window leaves it in the tray"),
            QCoreApplication.translate(
                "SettingsPage", "Jobs go on. It needs the icon; Quit ends the program."
            ),
            lambda now: now.closes_to_tray,
            lambda now, value: replace(now, closes_to_tray=value),
            QCoreApplication.translate("SettingsPage", "background minimise"),
        ),
    ]


def _staying(theme: Theme, settings: SettingsFile) -> list[SettingField]:
    return [
        _switch(
            theme,
            settings,
            "notifies",
            QCoreApplication.translate("SettingsPage", "Tell when a job ends"),
            QCoreApplication.translate(
                "SettingsPage", "By the desktop's notifications, while you look at something else."
            ),
            lambda now: now.notifies,
            lambda now, value: replace(now, notifies=value),
            QCoreApplication.translate("SettingsPage", "notification message"),
        ),
        _switch(
            theme,
            settings,
            "staysAwake",
            QCoreApplication.translate("SettingsPage", "Stay awake while jobs run"),
            QCoreApplication.translate(
                "SettingsPage", "This computer does not go to sleep by itself until they end."
            ),
            lambda now: now.stays_awake,
            lambda now, value: replace(now, stays_awake=value),
            QCoreApplication.translate("SettingsPage", "sleep suspend power"),
        ),
    ]


def _newer(theme: Theme, settings: SettingsFile) -> SettingField:
    return _switch(
        theme,
        settings,
        "newerCheck",
        QCoreApplication.translate("SettingsPage", "Look for newer versions once a day"),
        QCoreApplication.translate(
            "SettingsPage",
            "One small file is fetched that names the newest one. "
            "Nothing is said of you, and nothing is installed.",
        ),
        lambda now: now.newer_check is NewerCheck.YES,
        lambda now, value: replace(now, newer_check=NewerCheck.YES if value else NewerCheck.NO),
        QCoreApplication.translate("SettingsPage", "update upgrade release"),
    )


def _switch(
    theme: Theme,
    settings: SettingsFile,
    name: str,
    label: str,
    hint: str,
    read: Callable[[DesktopSettings], bool],
    write: Callable[[DesktopSettings, bool], DesktopSettings],
    words: str,
) -> SettingField:
    return SwitchField(theme, name, label, hint, of_desktop(settings, read, write), words)
