"""The dialogs that ask for a new name, to copy or to rename one model or many."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.domain.host import HostId
from desktop.domain.name import BadName, split_tag
from desktop.domain.text import visible
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.named_lines import NamedLines
from desktop.ui.models.targets import Target, TargetProblem, named, put_under
from desktop.ui.models.view import ModelRow
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.wording_names import name_problem


class Purpose(Enum):
    """What the new names are for."""

    COPY = auto()
    RENAME = auto()


class NamingDialog(Dialog):
    """Asks for one name, or for a namespace where several models are chosen.

    What stands against a name is said while it is typed. A model that would
    be replaced is named, and only replaced if that is agreed to.
    """

    def __init__(
        self,
        theme: Theme,
        purpose: Purpose,
        rows: Sequence[ModelRow],
        installed: Callable[[HostId], Iterable[str]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _title(purpose, rows), primary="", width=440, parent=parent)
        self._purpose = purpose
        self._rows = rows
        self._installed = installed
        self._is_one = len(rows) == 1
        self._lines = NamedLines(theme, len(rows))
        self.setObjectName("namingDialog")
        self.name = TextField(theme, rows[0].name if self._is_one else "")
        label = self.tr("New name") if self._is_one else self.tr("Namespace")
        self.field = FormField(theme, label, self.name)
        self.body.addWidget(self.field)
        self.body.addWidget(self._lines)
        self._lines.setHidden(self._is_one)
        self.replace = QCheckBox()
        self.replace.setFont(theme.font("body"))
        self.body.addWidget(self.replace)
        self.body.addStretch(1)
        self.name.textChanged.connect(self._on_typed)
        self.replace.toggled.connect(self._refresh)
        self._has_typed = False
        self._refresh()
        self._select_head()

    @property
    def targets(self) -> tuple[Target, ...]:
        """What each model would be called, as typed now."""
        if self._is_one:
            return (named(self._rows[0], self.name.text(), self._installed),)
        return put_under(self._rows, self.name.text(), self._installed)

    def _on_typed(self) -> None:
        self._has_typed = True
        self.replace.setChecked(False)
        self._refresh()

    def _refresh(self) -> None:
        targets = self.targets
        replaced = [target for target in targets if target.problem is TargetProblem.EXISTS]
        wrong = [target for target in targets if target.problem and target not in replaced]
        self.replace.setVisible(bool(replaced))
        self.replace.setText(_replace_words(replaced))
        self._say_field(targets, wrong)
        lines = zip(self._lines.names, self._lines.words, targets, strict=False)
        for name, says, target in lines:
            name.setText(target.name if self.name.text().strip() else target.row.name)
            says.setText(problem_words(target, is_short=True) if self.name.text().strip() else "")
        is_agreed = not replaced or self.replace.isChecked()
        self.set_primary(
            self._button(bool(replaced) and is_agreed), enabled=not wrong and is_agreed
        )

    def _say_field(self, targets: Sequence[Target], wrong: Sequence[Target]) -> None:
        if not self._has_typed:
            self.field.set_hint(self._first_hint())
        elif wrong and (self._is_one or isinstance(wrong[0].problem, BadName)):
            self.field.set_error(problem_words(wrong[0]))
        elif self._is_one:
            text = self.tr("{host} will list it as {name}.")
            host = visible(self._rows[0].host)
            self.field.set_hint(text.format(host=host, name=visible(targets[0].name)))
        else:
            self.field.set_hint(self._first_hint())

    def _first_hint(self) -> str:
        if self._is_one:
            return self.tr("Change the name, the tag after the colon, or both.")
        return self.tr("Each keeps its name and tag behind it: me/qwen2.5:14b.")

    def _button(self, does_replace: bool) -> str:
        count = units.number(len(self._rows))
        match self._purpose, self._is_one:
            case Purpose.COPY, True:
                return self.tr("Replace by copy") if does_replace else self.tr("Copy model")
            case Purpose.RENAME, True:
                return self.tr("Rename and replace") if does_replace else self.tr("Rename model")
            case Purpose.COPY, False:
                return self.tr("Copy {number} models").format(number=count)
            case _:
                return self.tr("Rename {number} models").format(number=count)

    def _select_head(self) -> None:
        self.name.setFocus()
        if self._is_one:
            self.name.setSelection(0, len(split_tag(self._rows[0].name)[0]))


def problem_words(target: Target, *, is_short: bool = False) -> str:
    """Say what stands against a target, and what to do; "" where nothing does."""
    match target.problem:
        case None:
            return ""
        case BadName() as bad:
            if is_short:
                return QCoreApplication.translate("Naming", "not a name")
            return name_problem(bad)
        case TargetProblem.SAME_NAME:
            if is_short:
                return QCoreApplication.translate("Naming", "its own name")
            text = QCoreApplication.translate(
                "Naming",
                "{host} takes this for the name it has: case and :latest make no difference.",
            )
            return text.format(host=visible(target.row.host))
        case TargetProblem.EXISTS:
            text = QCoreApplication.translate("Naming", "replaces {name}")
            return text.format(name=visible(target.replaces))
        case TargetProblem.TWICE:
            return QCoreApplication.translate("Naming", "two would get this name")


def _replace_words(replaced: Sequence[Target]) -> str:
    if len(replaced) == 1:
        text = QCoreApplication.translate("Naming", "Replace {name}, which is on {host} already")
        target = replaced[0]
        return text.format(name=visible(target.replaces), host=visible(target.row.host))
    text = QCoreApplication.translate("Naming", "Replace {number} models that are there already")
    return text.format(number=units.number(len(replaced)))


def _title(purpose: Purpose, rows: Sequence[ModelRow]) -> str:
    name, host, count = visible(rows[0].name), visible(rows[0].host), units.number(len(rows))
    match purpose, len(rows) == 1:
        case Purpose.COPY, True:
            text = QCoreApplication.translate("Naming", "Copy {model} on {host}")
        case Purpose.RENAME, True:
            text = QCoreApplication.translate("Naming", "Rename {model} on {host}")
        case Purpose.COPY, False:
            text = QCoreApplication.translate("Naming", "Copy {number} models")
        case _:
            text = QCoreApplication.translate("Naming", "Rename {number} models")
    return text.format(model=name, host=host, number=count)
