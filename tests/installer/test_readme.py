"""What the README says of errors is what the program says, and what it shows and links is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pictures
import pytest
import troubles
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QImage

from desktop.ui.bridge.translations import ENGLISH, Translations
from tests.architecture.sources import ROOT

PAGES = [page for page in (ROOT / "README.md", ROOT / "README.zh-CN.md") if page.is_file()]
LARGEST = 150_000
_LINK = re.compile(r"\]\((?!https:)([^)]*)\)|(?:src|srcset)=\"([^\"]*)\"")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


@pytest.fixture
def translations(qapp) -> Iterator[Translations]:
    before = QLocale()
    spoken = Translations(qapp)
    yield spoken
    spoken.use(ENGLISH)
    QLocale.setDefault(before)


def links(page: Path) -> list[str]:
    return [one or other for one, other in _LINK.findall(page.read_text("utf-8"))]


def anchor(heading: str) -> str:
    """What a heading can be linked by, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_table_of_errors_has_the_program_s_words(page: Path, translations: Translations):
    language = troubles.pages().get(page)
    assert language, f"{page.name} has no table of errors"
    translations.use(language)
    text = page.read_text("utf-8")
    assert text == troubles.with_table(text, language), "run installer/troubles.py"


def test_an_error_that_people_meet_is_told_once():
    assert len(set(troubles.MET)) == len(troubles.MET) >= 20


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_linked_is_there(page: Path):
    anchors = {anchor(heading) for heading in _HEADING.findall(page.read_text("utf-8"))}
    files, _, places = zip(*(link.partition("#") for link in links(page)), strict=True)
    assert not [name for name in files if name and not (ROOT / name).exists()]
    assert not [place for place in places if place and place not in anchors]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pictures_are_shown_in_both_themes(page: Path):
    shown = {Path(link).name for link in links(page) if link.endswith(".png")}
    assert shown
    for name in shown:
        assert name.replace("-light", "-dark") in shown
        assert name.replace("-dark", "-light") in shown


def test_each_language_leads_to_the_others():
    for page in PAGES:
        others = {other.name for other in PAGES if other != page}
        assert others <= set(links(page)), page.name


def test_pictures_are_made_by_the_script_and_small():
    there = {path.name: path.stat().st_size for path in pictures.PICTURES.iterdir()}
    made = {
        pictures.name(picture, theme, language)
        for picture in pictures.STEPS
        for theme in pictures.THEMES
        for language in pictures.LANGUAGES
    }
    assert there.keys() == made
    assert not [name for name, size in there.items() if size > LARGEST]


def test_each_picture_is_a_step_of_the_tour():
    tour = "".join(path.read_text("utf-8") for path in (ROOT / "desktop" / "tour").glob("*.py"))
    assert not [step for step in pictures.STEPS.values() if f'"{step}"' not in tour]


def test_a_picture_with_few_colours_keeps_them_all():
    image = QImage(16, 15, QImage.Format.Format_RGB32)
    for y in range(15):
        for x in range(16):
            image.setPixelColor(x, y, QColor(x * 3, y * 3, 200))
    few = pictures.with_few_colours(image)
    assert few.format() is QImage.Format.Format_Indexed8
    assert few.convertToFormat(QImage.Format.Format_RGB32) == image


def test_a_picture_with_many_colours_stays_close_to_them():
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    for y in range(64):
        for x in range(64):
            image.setPixelColor(x, y, QColor(x * 2, y, 40))
    few = pictures.with_few_colours(image)
    assert few.colorCount() <= 256
    for place in ((0, 0), (63, 63), (17, 40)):
        was, now = image.pixelColor(*place), few.pixelColor(*place)
        assert abs(was.red() - now.red()) + abs(was.green() - now.green()) <= 24


def test_a_tour_that_stopped_early_gives_no_pictures(tmp_path: Path):
    with pytest.raises(pictures.NoPicture, match="models-of-all-hosts"):
        pictures.take(tmp_path, "en", tmp_path / "made")
