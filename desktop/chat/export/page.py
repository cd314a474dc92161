"""A conversation as one page of HTML that needs nothing else and runs nothing."""

from base64 import b64encode
from collections.abc import Mapping, Sequence

from desktop.chat.blocks import Block, BlockKind, split
from desktop.chat.export.inline import escaped, inline
from desktop.chat.export.words import (
    ENGLISH,
    ExportWords,
    NameOf,
    attachment_text,
    facts_text,
    is_cut,
    speaker_of,
    time_text,
    title_text,
)
from desktop.domain.conversation import Attachment, AttachmentId, Conversation, Entry

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_RASTERS = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""No SVG: it is a document of its own."""
_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
article { margin: 1.5rem 0; padding-top: .5rem; border-top: 1px solid #8884; }
h1 { font-size: 1.4rem; } h2 { font-size: 1rem; margin: 0; }
.facts, .file { opacity: .7; font-size: .85rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: .6rem 0; }
pre { overflow-x: auto; padding: .7rem; border: 1px solid #8884; border-radius: 6px; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; }
table { border-collapse: collapse; } th, td { border: 1px solid #8886; padding: .2rem .6rem; }
details { opacity: .8; } img { max-width: 100%; }
""".strip()


def as_html(
    conversation: Conversation,
    path: Sequence[Entry],
    name_of: NameOf,
    *,
    contents: Mapping[AttachmentId, bytes] | None = None,
    words: ExportWords = ENGLISH,
) -> str:
    """Return the path as a page. With `contents` its pictures are contained, else only named.

    Nothing that a model or a person wrote is taken for HTML, no address is
    asked for anything, and the page's own policy says so to the browser.
    """
    title = escaped(title_text(conversation, path, words))
    system = conversation.parameters.system or ""
    body = [
        f"<h1>{title}</h1>",
        f'<p class="facts">{escaped(facts_text(conversation, name_of))}</p>',
    ]
    body += [_fold(words.system, system)] if system else []
    body += [_article(entry, name_of, contents or {}, words) for entry in path]
    return "\n".join([*_head(title), *body, "</body>", "</html>", ""])


def _head(title: str) -> list[str]:
    return [
        "<!DOCTYPE html>",
        "<html>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
    ]


def _article(
    entry: Entry, name_of: NameOf, contents: Mapping[AttachmentId, bytes], words: ExportWords
) -> str:
    parts = [
        f"<article><h2>{escaped(speaker_of(entry, name_of, words))}</h2>",
        f'<p class="facts">{escaped(time_text(entry.created))}</p>',
    ]
    for attachment in entry.attachments:
        parts.append(f'<p class="file">{escaped(attachment_text(attachment, words))}</p>')
        parts += _picture(attachment, contents.get(attachment.id, b""))
    if entry.thinking.strip():
        parts.append(_fold(words.thinking, entry.thinking))
    parts += [_block(block) for block in split(entry.text)]
    if is_cut(entry):
        parts.append(f'<p class="facts">{escaped(words.cut)}</p>')
    return "\n".join([*parts, "</article>"])


def _picture(attachment: Attachment, content: bytes) -> list[str]:
    if not content or attachment.media_type not in _RASTERS:
        return []
    data = b64encode(content).decode()
    return [f'<img alt="" src="data:{attachment.media_type};base64,{data}">']


def _fold(heading: str, text: str) -> str:
    inner = f'<div class="text">{escaped(text.strip())}</div>'
    return f"<details><summary>{escaped(heading)}</summary>{inner}</details>"


def _block(block: Block) -> str:
    if block.kind is BlockKind.CODE:
        return f"<pre><code>{escaped(block.text)}</code></pre>"
    if block.kind is BlockKind.MATH:
        return f"<pre>{escaped(block.text)}</pre>"
    if block.kind is BlockKind.TABLE:
        return _table(block.source)
    first = block.source.lstrip("#")
    level = len(block.source) - len(first)
    if 0 < level <= 6 and first[:1].isspace() and "\n" not in first:
        return f"<h{max(3, level)}>{inline(first.strip())}</h{max(3, level)}>"
    return f'<div class="text">{inline(block.source)}</div>'


def _table(source: str) -> str:
    head, _, *rows = source.split("\n")
    lines = [_row(head, "th"), *(_row(row, "td") for row in rows)]
    return f"<table>{''.join(lines)}</table>"


def _row(line: str, tag: str) -> str:
    inner = line.strip().replace("\\|", "\0").removeprefix("|").removesuffix("|")
    cells = [inline(cell.strip().replace("\0", "|")) for cell in inner.split("|")]
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"
