"""The language is another one while the program runs, and the first again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from desktop.services import Outside
from desktop.services_opening import open_services
from desktop.session import Session
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.translations import ENGLISH, Translations, languages, own_name
from tests.clock import until

CHINESE = "zh_CN"
_NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def _cancel_of_qt() -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    text = box.button(QDialogButtonBox.StandardButton.Cancel).text()
    box.deleteLater()
    return text.replace("&", "").split("(")[0].strip()


def _translations(folder: Path) -> Translations:
    app = QApplication.instance()
    assert app is not None
    return Translations(app, folder)


def test_a_language_is_there_once_it_has_a_file(speaking: Path):
    assert languages(speaking) == (ENGLISH, CHINESE)
    assert own_name(CHINESE) == "简体中文"


def test_texts_and_qts_own_and_figures_follow_the_language(theme: Theme, speaking: Path):
    translations = _translations(speaking)
    try:
        assert translations.use(CHINESE) == CHINESE
        assert QCoreApplication.translate("Models", "Loaded") == "已加载"
        assert _cancel_of_qt() == "取消"
        assert QLocale().language() is QLocale.Language.Chinese
        assert units.percent(0.84) == "84%"
        assert joining.listed(("视觉", "工具")) == "视觉、工具"
        assert joining.sentences("离线。", "重试") == "离线。重试"
    finally:
        assert translations.use(ENGLISH) == ENGLISH
    assert QCoreApplication.translate("Models", "Loaded") == "Loaded"
    assert _cancel_of_qt() == "Cancel"
    assert units.percent(0.84) == "84 %"


def test_a_file_that_cannot_be_read_is_english_and_says_so(
    theme: Theme, speaking: Path, tmp_path: Path, expect_log
):
    expect_log("cannot be read")
    whole = (speaking / f"paddock_{CHINESE}.qm").read_bytes()
    for name, content in (("empty", b""), ("cut", whole[:1000]), ("other", b"no texts")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / f"paddock_{CHINESE}.qm").write_bytes(content)
        assert _translations(folder).use(CHINESE) == ENGLISH
        assert QLocale().language() is QLocale.Language.English


def test_languages_that_were_spoken_leave_nothing_behind(theme: Theme, speaking: Path):
    translations = _translations(speaking)
    for _ in range(3):
        translations.use(CHINESE)
        translations.use(ENGLISH)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert translations.findChildren(QTranslator) == []


def test_ages_and_counts_read_as_chinese_says_them(theme: Theme, speaking: Path):
    translations = _translations(speaking)
    try:
        translations.use(CHINESE)
        ages = [units.age(_NOW - timedelta(days=days), _NOW) for days in (1, 3, 15, 60)]
        assert ages == ["昨天", "3 天前", "2 周前", "2026年9月"]
        assert units.age(_NOW - timedelta(minutes=5), _NOW) == "5 分钟前"
    finally:
        translations.use(ENGLISH)


def test_lines_of_chinese_are_as_high_as_their_font(theme: Theme, speaking: Path):
    translations = _translations(speaking)
    before = theme.metrics("body").height()
    try:
        translations.use(CHINESE)
        theme.follow_language()
        assert theme.metrics("body").height() >= before
    finally:
        translations.use(ENGLISH)
        theme.follow_language()
    assert theme.metrics("body").height() == before


def test_the_window_changes_its_language_and_back(theme: Theme, paths: Paths, speaking: Path, run):
    async def drive() -> None:
        settings = SettingsFile(paths.settings_file, pause=0)
        translations = _translations(speaking)
        try:
            async with open_services(settings, Outside(ollama_host="127.0.0.1:9"), paths) as all_of:
                session = Session(theme, all_of, paths, translations)
                session.show()
                try:
                    await _chosen(session, settings, CHINESE, "任务")
                    await _chosen(session, settings, ENGLISH, "Jobs")
                finally:
                    session.end()
                    session.close()
        finally:
            translations.use(ENGLISH)
            theme.follow_language()
            settings.close()

    run(drive())


async def _chosen(session: Session, settings: SettingsFile, language: str, jobs: str) -> None:
    """Choose a language, and wait until the page of jobs is called that."""
    before = settings.settings
    settings.update(replace(before, desktop=replace(before.desktop, language=language)))
    await until(lambda: session.program.window.rail_item("jobs").text() == jobs, 20)
