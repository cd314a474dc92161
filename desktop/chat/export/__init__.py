"""A conversation as a file for elsewhere: Markdown, JSON or a page of HTML."""

from desktop.chat.export.markdown import as_markdown
from desktop.chat.export.page import as_html
from desktop.chat.export.record import as_json
from desktop.chat.export.words import ExportWords

__all__ = ["ExportWords", "as_html", "as_json", "as_markdown"]
