"""The Modelfiles that the program brings along, to begin from."""

from dataclasses import dataclass
from pathlib import Path

from desktop.assets import resources
from desktop.domain.model import ModelCard
from desktop.domain.modelfile import MODEL
from desktop.domain.modelfile_edit import set_value

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class GalleryItem:
    """One of them. `key` is its name in every language; `line` says what it is for."""

    key: str
    title: str
    line: str
    text: str


def gallery(language: str) -> tuple[GalleryItem, ...]:
    """Return the gallery in a language such as "zh" or "zh_CN", or in English.

    A damaged installation may have none of it; the program does without.
    """
    folder = resources() / "gallery"
    words = language.replace("-", "_").partition("_")[0].lower()
    own = folder / words if words.isalpha() and (folder / words).is_dir() else folder / FALLBACK
    try:
        return tuple(_item(path) for path in sorted(own.glob("*.Modelfile")))
    except OSError:
        return ()


def with_base(text: str, model: str) -> str:
    """Return a Modelfile with another model in its FROM.

    Raises:
        Unwritable: no FROM can name this.
    """
    return set_value(text, MODEL, model)


def with_template_of(text: str, card: ModelCard) -> str:
    """Return a Modelfile with the template of an installed model of the same family.

    Only for a base that is a GGUF file: from a model, the template comes with it.

    Raises:
        Unwritable: no Modelfile can hold this template.
    """
    return set_value(text, "template", card.template) if card.template else text


def _item(path: Path) -> GalleryItem:
    text = path.read_text("utf-8")
    title, line = (comment.lstrip("# ").rstrip() for comment in text.splitlines()[:2])
    return GalleryItem(path.name.removesuffix(".Modelfile"), title, line, text)
