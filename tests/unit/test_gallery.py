"""The Modelfiles that the program brings along."""

from pathlib import Path

import pytest

from desktop.domain.model import ModelCard
from desktop.domain.modelfile import parse
from desktop.domain.modelfile_check import check
from desktop.domain.recipe import recipe_of
from desktop.workshop.gallery import gallery, with_base, with_template_of


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_item_is_a_modelfile_without_a_finding(language: str) -> None:
    items = gallery(language)
    assert len(items) >= 12
    for item in items:
        parsed = parse(item.text)
        assert parsed.problem is None
        assert check(item.text, parsed) == ()
        assert recipe_of(parsed).system
        assert not recipe_of(parsed).template
        assert item.title
        assert item.line


def test_every_language_has_the_same_items() -> None:
    assert [item.key for item in gallery("en")] == [item.key for item in gallery("zh_CN")]
    assert gallery("zh_CN") != gallery("en_GB") == gallery("fr")


def test_an_item_is_given_another_base_and_stays_as_it_is() -> None:
    text = gallery("en")[0].text
    assert with_base(text, "qwen3:8b") == text.replace("llama3.2:3b", "qwen3:8b")


def test_a_file_s_template_comes_from_its_family() -> None:
    text = with_template_of("FROM ./x.gguf\nSYSTEM hi\n", ModelCard(template='"{{ .Prompt }}\n'))
    assert recipe_of(parse(text)).template == '"{{ .Prompt }}\n'
    assert with_template_of("FROM ./x.gguf\n", ModelCard()) == "FROM ./x.gguf\n"


def test_an_installation_without_a_gallery_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.workshop.gallery.resources", lambda: tmp_path)
    assert gallery("en") == ()
    (tmp_path / "gallery" / "en" / "odd.Modelfile").mkdir(parents=True)
    assert gallery("en") == ()
