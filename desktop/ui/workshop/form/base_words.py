"""What is said of a base below its field: where it is, and what would be downloaded."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.modelfile_check import Trap, is_path
from desktop.domain.name import BadName, parse_name
from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.wording_names import name_problem
from desktop.ui.workshop.form.shown import Shown
from desktop.workshop.doubts import Doubt
from desktop.workshop.looking import SourceFile


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and whether it says what is wrong."""

    text: str
    is_wrong: bool = False


def listed(names: tuple[str, ...]) -> str:
    """Return names as the language lists them: tower and studio-mac."""
    return joining.named(visible(name) for name in names)


def base_words(shown: Shown) -> Said:
    """Say where the base comes from."""
    base = shown.base
    if not base:
        text = QCoreApplication.translate(
            "ModelfileForm", "Choose a model, or type a name or a path."
        )
        return Said(text, is_wrong=shown.finding("model", Trap.NO_BASE) is not None)
    file = shown.bases.file(base)
    if file is not None:
        said = _file_words(file)
    elif is_path(base):
        said = Said(QCoreApplication.translate("ModelfileForm", "A file of this computer"))
    else:
        said = _name_words(shown, base)
    more = len(shown.values("model")) - 1
    if more and not said.is_wrong:
        text = QCoreApplication.translate("ModelfileForm", "%n more in the text.", "", more)
        return Said(joining.sentences(said.text, text))
    return said


def _file_words(file: SourceFile) -> Said:
    if Doubt.MISSING in file.doubts:
        return Said(QCoreApplication.translate("ModelfileForm", "There is no such file."), True)
    if Doubt.NO_FOLDER in file.doubts:
        text = QCoreApplication.translate(
            "ModelfileForm", "Save the Modelfile first: this path begins at its folder."
        )
        return Said(text, True)
    if file.is_forbidden:
        text = QCoreApplication.translate("ModelfileForm", "This file cannot be sent.")
        return Said(text, True)
    text = QCoreApplication.translate("ModelfileForm", "{name}, {size}. It would be uploaded.")
    return Said(text.format(name=visible(file.file.name), size=units.size(file.file.size)))


def _name_words(shown: Shown, base: str) -> Said:
    try:
        parse_name(base)
    except BadName as bad:
        return Said(name_problem(bad), True)
    model = shown.bases.find(base)
    having = model.hosts if model else ()
    lacking = tuple(host for host in shown.bases.wanted if host not in having)
    parts: list[str] = []
    if having:
        text = QCoreApplication.translate("ModelfileForm", "On {hosts}.")
        parts.append(text.format(hosts=listed(having)))
    if lacking:
        text = QCoreApplication.translate(
            "ModelfileForm", "Not on {hosts}: it would be pulled there."
        )
        parts.append(text.format(hosts=listed(lacking)))
    elif having:
        parts.append(QCoreApplication.translate("ModelfileForm", "Nothing would be downloaded."))
    else:
        parts.append(QCoreApplication.translate("ModelfileForm", "On no host: it would be pulled."))
    return Said(joining.sentences(*parts))
