"""The help page, and the page of licences."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.diagnostics.explain import Code
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.help.troubles import troubles
from tests.clock import until
from tests.journeys.program_shown import program_shown


def test_f1_shows_how_to_begin_and_every_key_of_every_page(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            window, finding = shown.program.window, shown.program.for_finding
            await until(window.isActiveWindow)
            QTest.keyClick(window, Qt.Key.Key_F1)
            assert window.page == "help"
            finding.show_keys()
            keys = finding.help.keys
            assert keys is not None
            listed = [keys.rows.found(row) for row in range(keys.rows.rowCount())]
            shown_keys = {one.entry.text for one in listed if one is not None}
            assert shown_keys == {action.text() for _, action in window.commands.all()}
            finding.help.search.setText("ctrl+t")
            assert [keys.rows.found(row) is not None for row in range(2)] == [False, True]
            dark = theme.tokens.is_dark
            QTest.keyClick(keys, Qt.Key.Key_Return)
            assert theme.tokens.is_dark is not dark
            finding.help.search.setText("no such words at all")
            assert not keys.isVisible()
            finding.help.search.clear()
            assert keys.isVisible()

    run(drive())


def test_every_code_is_in_the_table_with_its_sentence():
    listed = troubles()
    assert [one.code for one in listed] == list(Code)
    assert all(one.sentence for one in listed)


def test_an_error_is_found_by_its_words(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            finding = shown.program.for_finding
            finding.show_troubles()
            view = finding.help.troubles
            assert view is not None
            assert finding.help.troubles.isVisible()
            QTest.keyClicks(finding.help.search, "certificate expired")
            assert Code.CERTIFICATE_EXPIRED in [one.code for one in view.shown]
            assert view.sentence.text() == view.shown[0].sentence
            finding.help.search.setText("no such words at all")
            assert not view.shown
            assert not view.sentence.isVisible()
            finding.show_troubles()
            assert len(view.shown) == len(Code)
            assert view.sentence.isVisible()

    run(drive())


def test_the_page_of_licences_shows_each_part_with_its_text(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            window, about = shown.program.window, shown.program.for_finding.about
            window.show_page("about")
            await until(lambda: bool(about.components))
            assert about.text.toPlainText().startswith("MIT License")
            names = [one.name for one in about.components]
            about.list.setCurrentIndex(about.list.model().index(names.index("httpx"), 0))
            assert "Redistribution" in about.text.toPlainText()

    run(drive())
