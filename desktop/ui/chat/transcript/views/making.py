"""Which widget shows which row."""

from collections.abc import Callable

from desktop.ui.chat.transcript.content import (
    Bar,
    Content,
    Costs,
    Ended,
    Failed,
    Files,
    Fold,
    Forgotten,
    Heading,
    JsonTree,
    Own,
    Pictures,
    Prose,
    TooLong,
    Waiting,
)
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.costs import CostsView
from desktop.ui.chat.transcript.views.heading import HeadingView
from desktop.ui.chat.transcript.views.notices import (
    EndedView,
    FailedView,
    ForgottenView,
    TooLongView,
)
from desktop.ui.chat.transcript.views.own import BarView, OwnView
from desktop.ui.chat.transcript.views.pictures import FilesView, PicturesView
from desktop.ui.chat.transcript.views.prose import ProseView, ThoughtView
from desktop.ui.chat.transcript.views.thinking import FoldView
from desktop.ui.chat.transcript.views.tools import Tools
from desktop.ui.chat.transcript.views.tree import TreeView
from desktop.ui.chat.transcript.views.waiting import WaitingView

_KINDS: dict[type, Callable[[Tools], RowView]] = {
    Heading: HeadingView,
    Pictures: PicturesView,
    Files: FilesView,
    Own: OwnView,
    Bar: BarView,
    Fold: FoldView,
    Prose: ProseView,
    JsonTree: TreeView,
    Ended: EndedView,
    Failed: FailedView,
    Forgotten: ForgottenView,
    Costs: CostsView,
    Waiting: WaitingView,
    TooLong: TooLongView,
}


def make(tools: Tools, content: Content) -> RowView:
    """Return a widget that shows that."""
    if isinstance(content, Prose) and content.is_thought:
        view: RowView = ThoughtView(tools)
    else:
        view = _KINDS[type(content)](tools)
    view.show_content(content)
    return view
