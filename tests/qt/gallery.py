"""Draws every component in every state: `python -m tests.qt.gallery DIR`."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.widgets.buttons import Button, ButtonKind, Chip, IconButton
from desktop.ui.widgets.cells import Cell, DotCell, IconsCell, NameCell, NumberCell, TextCell
from desktop.ui.widgets.chip_row import ChipRow
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import Choice, FormField, SearchField, TextField
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.key_values import KeyValues, Section
from desktop.ui.widgets.labels import Hairline, Label, Tag
from desktop.ui.widgets.messages import Banner, EmptyState
from desktop.ui.widgets.paint import Dot
from desktop.ui.widgets.pictures import Bar, Loader
from desktop.ui.widgets.rail import Rail, RailItem
from desktop.ui.widgets.side_list import SideDelegate, SideEntry, SideList
from desktop.ui.widgets.table import BarTable, CellDelegate
from desktop.ui.widgets.tabs import TabBar
from desktop.ui.widgets.toast import Toast

KINDS: tuple[tuple[ButtonKind, str], ...] = (
    ("primary", "Pull"),
    ("secondary", "Load"),
    ("quiet", "Cancel"),
    ("danger", "Delete"),
)
ROWS: tuple[tuple[Cell, ...], ...] = tuple(
    (
        NameCell(name, tag),
        TextCell(host, is_strong=True),
        TextCell("Q4_K_M"),
        IconsCell(("message-circle", "wrench", "brain")),
        NumberCell(size),
        DotCell(loaded, dot),
    )
    for name, tag, host, size, loaded, dot in (
        ("qwen2.5", ":14b", "tower", "9.0 GB", "4 min", Dot.UP),
        ("gemma3", ":12b", "tower", "8.1 GB", "84 % GPU", Dot.SLOW),
        ("a-very-long-name-that-cannot-fit-here", ":latest", "This computer", "398 MB", "", None),
        ("llama3.2", ":3b", "nas", "2.0 GB", "", None),
    )
)
ENTRIES = (
    SideEntry("All hosts", "24", icon="layers"),
    SideEntry("This computer", "1 ms", "127.0.0.1:11434", dot=Dot.UP),
    SideEntry("nas", "312 ms", "nas:11434", dot=Dot.SLOW, right_role="warning"),
    SideEntry(
        "lab-gpu",
        "down",
        "Connection refused",
        dot=Dot.DOWN,
        right_role="danger",
        name_role="muted",
    ),
    SideEntry("By host", is_heading=True),
    SideEntry("tower", "checking", dot=Dot.CHECKING),
)


class _Cells(CellDelegate):
    @override
    def cell(self, index) -> Cell:
        return ROWS[index.row()][index.column()]


class _Entries(SideDelegate):
    @override
    def entry(self, index) -> SideEntry:
        return ENTRIES[index.row()]


def column(*parts: QWidget | QLayout) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(10)
    for part in parts:
        layout.addLayout(part) if isinstance(part, QLayout) else layout.addWidget(part)
    layout.addStretch(1)
    return layout


def row(*parts: QWidget, stretch: bool = True) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(8)
    for part in parts:
        layout.addWidget(part)
    if stretch:
        layout.addStretch(1)
    return layout


def buttons(theme: Theme) -> QLayout:
    grid = QGridLayout()
    for line, (kind, text) in enumerate(KINDS):
        rest, icon, down, off = (
            Button(theme, text, kind),
            Button(theme, text, kind, "arrow-down-to-line"),
            Button(theme, text, kind),
            Button(theme, text, kind),
        )
        down.setDown(True)
        off.setEnabled(False)
        for place, button in enumerate((rest, icon, down, off)):
            grid.addWidget(button, line, place)
    ringed = Button(theme, "Focus", "primary")
    ringed.setObjectName("ringed")
    grid.addWidget(ringed, len(KINDS), 0)
    grid.addWidget(Button(theme, "Ask now", "link"), len(KINDS), 1)
    return grid


def fields(theme: Theme) -> QLayout:
    wrong, off = TextField(theme, "http://me:pw@tower"), TextField(theme, "tower")
    off.setEnabled(False)
    bad = FormField(theme, "Address, wrong", wrong)
    bad.set_error("A password in the address is not kept. Use Sign-in.")
    pick = Choice(theme)
    pick.addItems(["1 at a time per host"])
    return column(
        FormField(theme, "Name", TextField(theme, "tower"), hint="Shown in every list"),
        bad,
        FormField(theme, "Disabled", off),
        SearchField(theme, "Filter models"),
        pick,
    )


def choices(theme: Theme) -> QLayout:
    on, off, third = QCheckBox("On"), QCheckBox("Off"), QCheckBox("Disabled")
    on.setChecked(True)
    third.setEnabled(False)
    auto, direct = QRadioButton("Automatic"), QRadioButton("Direct")
    auto.setChecked(True)
    chips = [
        Chip(theme, text, icon)
        for text, icon in (("Vision", "eye"), ("Tools", "wrench"), ("Thinking", "brain"))
    ]
    chips[0].setChecked(True)
    many = [Chip(theme, text, "eye") for text in ("One", "Two", "Three", "Four", "Five", "Six")]
    kinds = ("plain", "info", "warning", "success", "danger", "key")
    return column(
        row(*chips, IconButton(theme, "columns-3", "Columns"), IconButton(theme, "x", "Close")),
        ChipRow(theme, many),
        row(on, off, third),
        row(auto, direct),
        TabBar(theme, ["Overview", "Parameters", "Template", "System", "Licence"]),
        row(*(Tag(theme, kind, kind) for kind in kinds)),
    )


def table(theme: Theme) -> BarTable:
    view = BarTable(theme)
    model = QStandardItemModel(len(ROWS), len(ROWS[0]), view)
    model.setHorizontalHeaderLabels(["Name", "Host", "Quant", "Can do", "Size", "Loaded"])
    right = QStandardItem("Size")
    right.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    model.setHorizontalHeaderItem(4, right)
    view.setModel(model)
    view.setItemDelegate(_Cells(theme, view))
    view.stretch(0)
    view.measure_columns()
    view.bars.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    view.selectRow(0)
    view.setMinimumHeight(theme.px(170))
    return view


def side(theme: Theme) -> SideList:
    view = SideList(theme)
    view.setModel(QStandardItemModel(len(ENTRIES), 1, view))
    view.setItemDelegate(_Entries(theme, view))
    view.setCurrentIndex(view.model().index(0, 0))
    view.setFixedWidth(theme.px(192))
    view.setMinimumHeight(theme.px(240))
    return view


def banners(theme: Theme) -> QLayout:
    toast = QWidget()
    toast.setFixedHeight(theme.px(60))
    Toast(theme, toast).say("Deleted qwen2.5:0.5b, 398 MB freed", "Undo")
    bar = Bar(theme)
    bar.show_fraction(0.43)
    retry = Button(theme, "Bypass the proxy for tower", "primary")
    return column(
        Banner(theme, "info", "Goes direct", "192.168.1.20 is on your network.", icon="route"),
        Banner(theme, "success", "tower answers", "Ollama 0.12.6, 9 models."),
        Banner(theme, "warning", "Fits tightly", actions=[Button(theme, "Continue")]),
        Banner(
            theme,
            "danger",
            "A proxy answered instead of tower.",
            "192.168.1.20 is on your network, but the request went through a proxy.",
            actions=[retry, Button(theme, "Retry"), Button(theme, "Show raw answer", "quiet")],
            actions_below=True,
        ),
        row(Loader(theme), Label(theme, "Loading qwen2.5:14b, 23 s")),
        bar,
        toast,
    )


def facts(theme: Theme) -> QLayout:
    section = Section(theme, "Model", has_line=False)
    pairs = KeyValues(theme)
    pairs.add("Architecture", "qwen2")
    pairs.add("Digest", "7cdf5a0187d5", mono=True, shows_copy=True)
    pairs.add_tags("Can do", ("Chat", "Tools"))
    section.body.addWidget(pairs)
    empty = EmptyState(
        theme,
        "search-x",
        "No model matches “qwen vision”",
        "24 models are hidden by the filter.",
        actions=[Button(theme, "Clear filter"), Button(theme, "Pull “qwen vision”")],
    )
    well = QFrame()
    well.setProperty("box", "well")
    QVBoxLayout(well).addWidget(empty)
    types = column(
        *(
            Label(theme, "Nothing answers 0123 <|im_end|>", role)
            for role in ("display", "title", "heading", "strong", "body", "small", "mono")
        )
    )
    return column(section, Section(theme, "On disk"), well, types)


def rail(theme: Theme) -> Rail:
    result = Rail(theme)
    models, jobs = RailItem(theme, "boxes", "Models"), RailItem(theme, "arrow-down-to-line", "Jobs")
    models.setChecked(True)
    jobs.set_badge("3", "3 jobs run")
    hosts = RailItem(theme, "server", "Hosts")
    hosts.set_badge("12", needs_person=True)
    for item in (models, hosts, jobs):
        result.add(item)
    result.add(RailItem(theme, "settings-2", "Settings"), at_bottom=True)
    return result


def page(theme: Theme) -> QWidget:
    """Return one widget that holds every component."""
    window = QFrame()
    window.setObjectName("window")
    sheet = QFrame()
    sheet.setObjectName("sheet")
    outer = QHBoxLayout(window)
    outer.setContentsMargins(0, 8, 8, 8)
    for part in (rail(theme), side(theme), sheet):
        outer.addWidget(part)
    inner = QHBoxLayout(sheet)
    inner.setContentsMargins(24, 20, 24, 20)
    inner.setSpacing(18)
    first, second = column(buttons(theme), Hairline(), fields(theme)), column(choices(theme))
    second.insertWidget(1, table(theme))
    for part in (first, second, column(banners(theme)), column(facts(theme))):
        inner.addLayout(part, 1)
        inner.addWidget(Hairline(upright=True))
    return window


def question(theme: Theme) -> Dialog:
    """Return the dialog that asks before deleting."""
    dialog = Dialog(theme, "Delete 2 models on tower?", primary="Delete 2 models", kind="danger")
    dialog.body.addWidget(Label(theme, "deepseek-r1:32b", "medium"))
    words = "api-reviewer:latest shares the weights of qwen2.5:14b, which stay. " * 3
    dialog.body.addWidget(Label(theme, words, "small", "muted", wraps=True))
    dialog.fact.setText("Frees 19.9 GB")
    return dialog


def shoot(app: QApplication, widget: QWidget, path: Path) -> None:
    widget.ensurePolished()
    app.processEvents()
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    image.save(str(path))


def draw(app: QApplication, theme: Theme, folder: Path, scale: float) -> None:
    theme.set_text_scale(scale)
    makers: tuple[tuple[str, Callable[[Theme], QWidget]], ...] = (
        ("components", page),
        ("question", question),
    )
    for name, make in makers:
        widget = make(theme)
        if name == "components":
            widget.resize(QSize(round(1720 * scale), round(760 * scale)))
        ring = FocusRing(theme, widget) if name == "components" else None
        widget.show()
        widget.activateWindow()
        QTest.qWaitForWindowActive(widget, 2000)
        app.processEvents()
        button = widget.findChild(QPushButton, "ringed")
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            theme.set_mode(mode)
            shoot(app, widget, folder / f"{name}-{mode.value}-{round(scale * 100)}.png")
        del ring
        widget.close()
        widget.deleteLater()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    theme = Theme(app, ThemeMode.LIGHT)
    for scale in (1.0, 1.5):
        draw(app, theme, folder, scale)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
