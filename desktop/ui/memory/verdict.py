"""Whether a model fits: the sentence, the sum as a bar, its legend, and the total."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.domain.memory import Fit, Load, Need, Verdict
from desktop.memory.snapshot import Basis
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.words import consequence, needed, sentence
from desktop.ui.units import size
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.marks import OTHER, Ink, Mark
from desktop.ui.widgets.messages import Banner, BannerKind
from desktop.ui.widgets.split_bar import Part, SplitBar
from desktop.ui.widgets.tips import plain_tip

BAR_HIGH = 8
_KINDS: dict[Verdict, tuple[BannerKind, str]] = {
    Verdict.ROOMY: ("success", ""),
    Verdict.TIGHT: ("warning", "circle-check"),
    Verdict.PARTLY: ("warning", ""),
    Verdict.NO: ("danger", ""),
    Verdict.UNKNOWN: ("info", ""),
}
_INKS: tuple[Ink, ...] = (0, 2, 1, OTHER)


class VerdictView(QWidget):
    """Shows a verdict; `banner`, `bar`, `figures` and `total` are its parts, top to bottom."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.banner = Banner(theme)
        self.bar = SplitBar(theme, BAR_HIGH)
        self.names = tuple(Label(theme, "", "small", "muted", wraps=True) for _ in _INKS)
        self.figures = tuple(Label(theme, "", "small") for _ in _INKS)
        self.total_name = Label(theme, "", "small_medium", wraps=True)
        self.total = Label(theme, "", "small_medium")
        self._build()

    def show_fit(
        self,
        fit: Fit,
        load: Load,
        *,
        largest: int | None = None,
        basis: Basis = Basis.FORMULA,
        range_said: str = "",
        silence: str = "",
    ) -> None:
        """Show whether it fits when it is loaded so.

        `largest` is the largest context that fits on the GPU whole (see
        `words.consequence`), `basis` what the need rests on, `range_said`
        between what it lies, in words, and `silence` that the host does not
        answer, so that only what is known of its memory is claimed.
        """
        kind, icon = ("info", "unplug") if silence else _KINDS[fit.verdict]
        facts = joining.sentences(silence, consequence(fit, load, largest))
        self.banner.say(kind, sentence(fit), facts, icon=icon)
        self._show_sum(fit.need, load)
        self.total_name.setText(self._name_of(basis))
        self.total.setText(needed(fit))
        for label in (self.total_name, self.total):
            label.setToolTip(plain_tip(range_said))
            label.setAccessibleDescription(range_said)

    def _name_of(self, basis: Basis) -> str:
        match basis:
            case Basis.MEASURED:
                return self.tr("Needed, as measured")
            case Basis.SIZE:
                return self.tr("Needed, guessed from its size")
            case Basis.CORRECTED:
                return self.tr("Needed, learned from loads")
            case Basis.FORMULA:
                return self.tr("Needed, estimated")

    def _show_sum(self, need: Need, load: Load) -> None:
        kv = self.tr("KV cache, {type}").format(type=load.kv_type.value)
        names = (self.tr("Weights"), kv, self.tr("Graph"), self.tr("Overhead"))
        amounts = (need.weights, need.kv, need.graph, need.overhead)
        for label, name in zip(self.names, names, strict=True):
            label.setText(name)
        for label, amount in zip(self.figures, amounts, strict=True):
            label.setText(
                size(amount) if amount >= 0 else self.tr("−{size}").format(size=size(-amount))
            )
        parts = zip(amounts, _INKS, strict=True)
        self.bar.show_parts([Part(max(0, amount), ink) for amount, ink in parts])

    def _build(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.banner)
        column.addSpacing(px(2))
        column.addWidget(self.bar)
        column.addSpacing(px(2))
        for ink, name, figure in zip(_INKS, self.names, self.figures, strict=True):
            column.addLayout(self._row(name, figure, Mark(self._theme, ink)))
        column.addWidget(Hairline())
        column.addLayout(self._row(self.total_name, self.total))

    def _row(self, name: Label, figure: Label, mark: Mark | None = None) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(6))
        if mark is not None:
            row.addWidget(mark)
        row.addWidget(name, 1)
        row.addWidget(figure)
        return row
