"""A banner that says what is in the way, with the command that would mend it below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.tidy.file_words import Notice
from desktop.ui.widgets.command_box import CommandBox
from desktop.ui.widgets.messages import Banner, BannerKind


class NoticeBox(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice: Notice | None = None
        self.banner = Banner(theme)
        self.command = CommandBox(theme, self.tr("Command"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.banner)
        column.addWidget(self.command)
        self.show_notice(None)

    def show_notice(self, notice: Notice | None, quiet: BannerKind = "info") -> None:
        """Say that as a warning, or as `quiet` what is none; nothing hides it."""
        self.setVisible(notice is not None)
        if notice is None or notice == self.notice:
            self.notice = notice
            return
        self.notice = notice
        self.banner.say("warning" if notice.is_warning else quiet, notice.sentence, notice.facts)
        self.command.setVisible(bool(notice.command))
        self.command.show_text(notice.command)
