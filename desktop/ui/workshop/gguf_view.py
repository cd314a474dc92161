"""What a GGUF or LoRA file says of itself, and what can be done with it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.gguf_facts import GgufFacts, GgufKind
from desktop.domain.text import visible
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.key_values import KeyValues
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.widgets.messages import Banner
from desktop.ui.workshop.file_verdicts import FileVerdicts
from desktop.ui.workshop.file_words import doubts_of, kind_words
from desktop.ui.workshop.form.fold import Fold
from desktop.ui.workshop.gguf_words import kind_sentence, problem_words
from desktop.workshop.doubts import FORBIDDING
from desktop.workshop.looking import SourceFile

_EDGE = 20
_LONGEST = 200
"""Characters of one fact that are shown; a stranger wrote them."""


class GgufView(QScrollArea):
    """One file at a time. What is wrong with it stands above its facts."""

    base_wanted = Signal(object)
    """The SourceFile, to be the base of a new model."""
    adapter_wanted = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._file: SourceFile | None = None
        self.setObjectName("ggufView")
        self.title = ElidedLabel(theme, "", "title", mode=Qt.TextElideMode.ElideMiddle)
        self.line = Label(theme, "", "body", "muted", wraps=True)
        self.use_base = Button(theme, self.tr("Use as base"), "primary")
        self.use_adapter = Button(theme, self.tr("Use as adapter"), "primary")
        self._banners = QVBoxLayout()
        self._facts_place = QVBoxLayout()
        self.verdicts = FileVerdicts(theme)
        self._template = Fold(theme, self.tr("Template"))
        self._text = QPlainTextEdit()
        self._build()
        self.use_base.clicked.connect(lambda: self.base_wanted.emit(self._file))
        self.use_adapter.clicked.connect(lambda: self.adapter_wanted.emit(self._file))

    def show_file(self, file: SourceFile) -> None:
        """Show that file; one without a header shows its kind and doubts alone."""
        self._file = file
        header = file.header
        self.title.setText(file.file.name)
        self.setAccessibleName(self.title.text())
        self.line.setText(kind_sentence(header) if header else kind_words(file.kind))
        is_adapter = header is not None and header.kind is GgufKind.LORA
        can_base = header is None or header.kind is GgufKind.MODEL
        self.use_base.setVisible(can_base and not file.is_forbidden)
        self.use_adapter.setVisible(is_adapter and not file.is_forbidden)
        _empty(self._banners)
        for banner in _banners(self._theme, file):
            self._banners.addWidget(banner)
        _empty(self._facts_place)
        facts = KeyValues(self._theme)
        for key, value in facts_of(file):
            facts.add(key, value)
        self._facts_place.addWidget(facts)
        self.verdicts.show_file(file)
        template = header.template if header else ""
        self._template.setVisible(bool(template))
        lines = len(template.splitlines())
        one = self.tr("1 line")
        self._template.summary.setText(one if lines == 1 else self.tr("%n lines", "", lines))
        self._text.setPlainText(visible(template, keep_newlines=True))

    def _build(self) -> None:
        px = self._theme.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(_EDGE), px(16), px(_EDGE), px(16))
        column.setSpacing(px(12))
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self.line)
        head.addLayout(words, 1)
        head.addWidget(self.use_base)
        head.addWidget(self.use_adapter)
        column.addLayout(head)
        self._banners.setSpacing(px(8))
        column.addLayout(self._banners)
        column.addLayout(self._facts_place)
        column.addWidget(self.verdicts)
        column.addWidget(self._template)
        column.addStretch(1)
        self._build_template()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _build_template(self) -> None:
        self._text.setReadOnly(True)
        self._text.setProperty("box", "code")
        self._text.setAccessibleName(self.tr("Template"))
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(self._theme.px(220))
        self._template.body.addWidget(self._text)
        self._refresh()
        self._theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self._text.setFont(self._theme.font("mono"))


def facts_of(file: SourceFile) -> tuple[tuple[str, str], ...]:
    """Return what is known of a file as pairs, those that are unknown left out."""
    translate = QCoreApplication.translate
    header = file.header
    rows = [(translate("Gguf", "Size"), units.size(file.file.size))]
    if header is not None:
        rows += _of_header(header)
    rows.append((translate("Gguf", "Path"), str(file.file.path)))
    return tuple((key, _cut(value)) for key, value in rows if value)


def _of_header(header: GgufFacts) -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [
        (translate("Gguf", "Name"), header.name),
        (translate("Gguf", "Architecture"), header.architecture),
        (translate("Gguf", "Parameters"), units.parameters(header.parameter_count)),
        (translate("Gguf", "Quantization"), header.quantization),
        (translate("Gguf", "Context"), units.tokens(header.context_length)),
        (translate("Gguf", "Layers"), units.number(header.layers) if header.layers else ""),
        (translate("Gguf", "Tokenizer"), _tokenizer(header)),
        (translate("Gguf", "Licence"), header.licence),
        (translate("Gguf", "GGUF version"), units.number(header.version) if header.version else ""),
        (
            translate("Gguf", "Tensors"),
            units.number(header.tensor_count) if header.tensor_count else "",
        ),
    ]


def _tokenizer(header: GgufFacts) -> str:
    tokenizer = header.tokenizer
    if not tokenizer.tokens:
        return tokenizer.model
    text = QCoreApplication.translate("Gguf", "{model}, {number} tokens")
    return text.format(model=tokenizer.model, number=units.number(tokenizer.tokens)).strip(", ")


def _banners(theme: Theme, file: SourceFile) -> list[Banner]:
    """Say every trouble of the header, and every other doubt, each once."""
    problems = file.header.problems if file.header else ()
    said = {problem_words(problem): file.header and file.header.is_damaged for problem in problems}
    for doubt, sentence in doubts_of(file):
        said.setdefault(sentence, doubt in FORBIDDING)
    return [
        Banner(theme, "danger" if is_bad else "warning", sentence)
        for sentence, is_bad in said.items()
    ]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
