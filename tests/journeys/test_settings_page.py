"""The settings page: found by a word, in force at once, and back to the default."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QSystemTrayIcon, QWidget

from desktop.storage.desktop_entry import DesktopSettings
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.settings.field import ChoiceField, SettingField
from desktop.ui.settings.page import SettingsPage
from desktop.ui.widgets.fields import Choice
from tests.clock import until
from tests.journeys.program_shown import program_shown
from tests.journeys.test_session import session_shown


def _fields(page: SettingsPage) -> list[SettingField]:
    return [field for section in page.sections for field in section.fields]


def test_a_word_leaves_what_is_about_it_and_marks_it(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            shown.program.window.show_page("settings")
            page = shown.program.for_finding.settings
            await until(shown.program.window.isActiveWindow)
            QTest.keyClick(shown.program.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
            assert page.search.hasFocus()
            QTest.keyClicks(page.search, "text")
            seen = [field for field in _fields(page) if field.isVisible()]
            assert [field.objectName() for field in seen] == ["setting.textScale"]
            assert seen[0].label.marked == ("text",)
            assert [one.key for one in page.sections if one.isVisible()] == ["appearance"]
            page.search.setText("简体中文")
            page.search.setText("download")
            assert {field.objectName() for field in _fields(page) if field.isVisible()} == {
                "setting.pullsPerHost",
                "setting.resumesPulls",
            }
            page.search.setText("no such setting")
            assert not any(field.isVisible() for field in _fields(page))
            QTest.keyClick(page.search, Qt.Key.Key_Escape)
            assert all(field.isVisible() for field in _fields(page))

    run(drive())


def test_every_setting_is_kept_and_goes_back_to_its_default(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            shown.program.window.show_page("settings")
            page = shown.program.for_finding.settings
            settings = shown.services.settings
            for box in page.findChildren(QCheckBox):
                before = settings.settings
                name = box.objectName().partition(".")[2]
                reset = page.findChild(QWidget, f"reset.{name}")
                assert reset is not None
                assert reset.isHidden()
                QTest.keyClick(box, Qt.Key.Key_Space)
                assert settings.settings != before
                assert not reset.isHidden()
                QTest.keyClick(reset, Qt.Key.Key_Space)
                assert settings.settings == before
            pulls = page.findChild(ChoiceField, "setting.pullsPerHost")
            assert pulls is not None
            QTest.keyClick(pulls.choice, Qt.Key.Key_Down)
            assert settings.settings.pulls_per_host == 3
            assert "2" in pulls.hint.text()

    run(drive())


def test_every_field_has_a_name_for_who_cannot_see_it(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            page = shown.program.for_finding.settings
            for kind in (QCheckBox, Choice):
                for widget in page.findChildren(kind):
                    assert widget.accessibleName(), widget.objectName()

    run(drive())


def test_a_tray_that_comes_later_is_told_of(theme: Theme, paths: Paths, run, monkeypatch):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            window = shown.program.window
            field = shown.program.for_finding.settings.findChild(SettingField, "setting.showsTray")
            assert field is not None
            window.show_page("settings")
            assert "no tray" in field.hint.text()
            monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
            window.hide()
            window.show()
            assert "no tray" not in field.hint.text()

    run(drive())


def test_the_side_list_goes_to_a_section(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            window, page = shown.program.window, shown.program.for_finding.settings
            window.resize(1400, 600)
            window.show_page("settings")
            page.side.list.setFocus()
            QTest.keyClick(page.side.list, Qt.Key.Key_Down)
            QTest.keyClick(page.side.list, Qt.Key.Key_Down)
            await until(lambda: page.area.verticalScrollBar().value() > 0)
            assert page.side.list.currentIndex().data() == "Desktop"

    run(drive())


def test_a_larger_text_builds_the_window_anew_and_the_field_keeps_the_keyboard(
    theme: Theme, paths: Paths, run
):
    async def drive() -> None:
        async with session_shown(theme, paths) as (session, services):
            before = session.program.window
            before.show_page("settings")
            size = before.findChild(Choice, "settings.textScale")
            assert size is not None
            before.activateWindow()
            size.setFocus()
            await until(size.hasFocus)
            QTest.keyClick(size, Qt.Key.Key_Down)
            assert services.settings.settings.desktop.text_scale == 1.1
            await until(lambda: session.program.window is not before, 20)
            session.program.window.activateWindow()
            found = QApplication.focusWidget()
            assert found is not None
            assert found.objectName() == "settings.textScale"
            assert session.program.window.page == "settings"

    run(drive())


def test_a_size_that_is_none_of_the_offered_ones_is_shown(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            now = shown.services.settings.settings
            assert now.desktop == DesktopSettings()
            odd = replace(now, desktop=DesktopSettings(text_scale=1.3))
            shown.services.settings.update(odd)
        async with program_shown(theme, paths) as again:
            size = again.program.for_finding.settings.findChild(Choice, "settings.textScale")
            assert size is not None
            assert size.currentText().startswith("130")

    run(drive())
