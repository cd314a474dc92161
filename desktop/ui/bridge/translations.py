"""The language of the window: the texts, Qt's own, and how numbers and dates are written."""

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from desktop.assets import resources

ENGLISH = "en"
"""The language that the texts are written in; it needs no file."""
_NAME = "paddock_"
_OF_QT = "qtbase_"

_log = logging.getLogger(__name__)


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """Return the languages there are, English first, as locale names ("zh_CN").

    A language is one file, `resources/i18n/paddock_<name>.qm`; adding one adds it here.
    """
    found = (folder or _folder()).glob(f"{_NAME}*.qm")
    return (ENGLISH, *sorted(path.stem.removeprefix(_NAME) for path in found))


def own_name(language: str) -> str:
    """Return what its speakers call a language: "English", "简体中文"."""
    if language == ENGLISH:
        return "English"
    name = QLocale(language).nativeLanguageName()
    return name[:1].upper() + name[1:]


class Translations(QObject):
    """Holds the translators of the application, and exchanges them while it runs.

    Texts that are shown already stay as they are: whoever changes the language
    builds the window anew.
    """

    def __init__(self, app: QCoreApplication, folder: Path | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder or _folder()
        self._installed: tuple[QTranslator, ...] = ()
        self.language = ENGLISH

    def use(self, wanted: str) -> str:
        """Speak that language from now on, and return which it became.

        `wanted` is a locale name, or "" for the system's. What there is no file
        for, or none that can be read, is English.
        """
        there = languages(self._folder)
        language = wanted if wanted in there else _of_system(there) if not wanted else ENGLISH
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed = self._load(language) if language != ENGLISH else ()
        for translator in self._installed:
            self._app.installTranslator(translator)
        self.language = language if self._installed else ENGLISH
        QLocale.setDefault(_locale(self.language))
        return self.language

    def _load(self, language: str) -> tuple[QTranslator, ...]:
        """Return what speaks it, ours last, which is asked first; none without ours."""
        ours, of_qt = QTranslator(self), QTranslator(self)
        if not ours.load(f"{_NAME}{language}", str(self._folder)) or ours.isEmpty():
            _log.warning("the texts of %s cannot be read", language)
            return ()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return (of_qt, ours) if of_qt.load(f"{_OF_QT}{language}", folder) else (ours,)


def _of_system(there: tuple[str, ...]) -> str:
    """Return the first of the system's languages that there is: "zh-Hans-CN" is "zh_CN"."""
    for wanted in QLocale.system().uiLanguages():
        asked = QLocale(wanted)
        for language in there:
            ours = QLocale(language)
            if (ours.language(), ours.script()) == (asked.language(), asked.script()):
                return language
    return ENGLISH


def _locale(language: str) -> QLocale:
    """Return how numbers and dates are written: as in the system's own country, where that fits."""
    system, ours = QLocale.system(), QLocale(language)
    if (system.language(), system.script()) == (ours.language(), ours.script()):
        return system
    if language == ENGLISH:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    return ours


def _folder() -> Path:
    return resources() / "i18n"
