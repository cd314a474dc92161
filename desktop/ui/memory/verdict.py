"""Whether a model fits: the sentence, the sum as a bar, its legend, and the total."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.domain.memory import Fit, Load, Need, Verdict
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.words import consequence, needed, sentence
from desktop.ui.units import size
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Hairline, Label, Tag
from desktop.ui.widgets.marks import OTHER, Ink, Mark
from desktop.ui.widgets.messages import Banner, BannerKind
from desktop.ui.widgets.split_bar import Part, SplitBar

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
        self._tags: list[Tag] = []
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
        is_measured: bool = False,
        tags: Sequence[str] = (),
    ) -> None:
        """Show whether it fits when it is loaded so.

        `largest` is the largest context that fits on the GPU whole (see
        `words.consequence`), `is_measured` says that the need is that of a
        load which was seen, and `tags` tell where the host's memory is known
        from: measured, entered by you.
        """
        kind, icon = _KINDS[fit.verdict]
        self.banner.say(kind, sentence(fit), consequence(fit, load, largest), icon=icon)
        self._show_sum(fit.need, load)
        self.total_name.setText(
            self.tr("Needed, as measured") if is_measured else self.tr("Needed, estimated")
        )
        self.total.setText(needed(fit))
        self._show_tags(tags)

    @property
    def tags(self) -> tuple[str, ...]:
        """Where the host's memory is said to be known from."""
        return tuple(tag.text() for tag in self._tags)

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

    def _show_tags(self, words: Sequence[str]) -> None:
        if self.tags == tuple(words):
            return
        for tag in self._tags:
            self._tag_row.removeWidget(tag)
            tag.deleteLater()
        self._tags = [Tag(self._theme, word) for word in words]
        for tag in self._tags:
            self._tag_row.addWidget(tag)

    def _build(self) -> None:
        px = self._theme.px
        self._tag_row = FlowLayout(px(6), line_gap=px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.banner)
        column.addLayout(self._tag_row)
        column.addSpacing(px(4))
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
