"""Conversations written for elsewhere."""

import json
import re
import time
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from desktop.chat.export import as_html, as_json, as_markdown
from desktop.chat.export.inline import inline
from desktop.domain.conversation import (
    Attachment,
    AttachmentId,
    AttachmentKind,
    Conversation,
    ConversationId,
    Ending,
    Entry,
    EntryId,
    Parameters,
    Role,
    Target,
    Tree,
)
from desktop.domain.host import HostId

WHEN = datetime(2026, 5, 4, 12, 30, tzinfo=UTC)
TARGET = Target(HostId("h1"), "qwen3:8b")
PICTURE = Attachment(AttachmentId("a1"), AttachmentKind.IMAGE, "x<b>.png", "image/png", 1234, 4, 3)
HEAD = Conversation(ConversationId("c1"), WHEN, WHEN, "A <title>", target=TARGET)


def entry(number: int, role: Role, text: str, **more: object) -> Entry:
    parent = EntryId(f"e{number - 1}" if number else "")
    given = Entry(EntryId(f"e{number}"), parent, role, WHEN, text)
    return replace(given, **more)  # pyright: ignore[reportArgumentType]


PATH = (
    entry(0, Role.USER, "Look at **this**", attachments=(PICTURE,)),
    entry(
        1,
        Role.ASSISTANT,
        "Here:\n\n```py\nprint(1)\n",
        thinking="one\n\ntwo",
        target=TARGET,
        host_name="tower",
        ending=Ending.STOPPED,
    ),
    entry(2, Role.USER, "# Thanks"),
)


def name_of(target: Target) -> str:
    return f"{target.model} on now" if target.host_id else ""


def test_markdown_has_every_message_under_its_speaker() -> None:
    assert as_markdown(HEAD, PATH, name_of) == (
        "# A \\<title\\>\n\n"
        "qwen3:8b on now · 2026-05-04 12:30+00:00\n\n"
        "## You\n\n*2026-05-04 12:30+00:00*\n\n"
        "*Attached: x\\<b\\>.png (image/png, 4 × 3, 1,234 B)*\n\n"
        "Look at **this**\n\n"
        "## qwen3:8b on tower\n\n*2026-05-04 12:30+00:00*\n\n"
        "> **Thinking**\n>\n> one\n>\n> two\n\n"
        "Here:\n\n```py\nprint(1)\n```\n\n*This answer was cut off.*\n\n"
        "## You\n\n*2026-05-04 12:30+00:00*\n\n# Thanks\n"
    )


@pytest.mark.parametrize("text", ["```\na\n```", "~~~\na\n~~~~", "    code", "text", "- ```\n  a"])
def test_markdown_closes_only_what_is_open(text: str) -> None:
    assert f"\n\n{text}\n" in as_markdown(HEAD, (entry(0, Role.USER, text),), name_of)


def test_json_has_all_there_is_and_can_be_read() -> None:
    other = entry(3, Role.USER, "A branch")
    tree = Tree({each.id: each for each in (*PATH, other)})
    text = as_json(HEAD, PATH, name_of, tree=tree, contents={PICTURE.id: b"\x00\xff"})
    record = json.loads(text)
    assert (record["format"], record["version"]) == ("paddock-conversation", 1)
    assert record["path"] == ["e0", "e1", "e2"]
    assert [each["id"] for each in record["entries"]] == ["e0", "e1", "e2", "e3"]
    assert record["entries"][1]["ending"] == "stopped"
    assert record["entries"][1]["target"] == {"host_id": "h1", "model": "qwen3:8b"}
    assert record["conversation"]["created"] == "2026-05-04T12:30:00+00:00"
    assert record["contents"] == {"a1": b64encode(b"\x00\xff").decode()}
    assert record["asked"] == "qwen3:8b on now"


def test_json_without_files_or_branches_has_only_the_path() -> None:
    record = json.loads(as_json(HEAD, PATH[:1], name_of))
    assert ([each["id"] for each in record["entries"]], record["contents"]) == (["e0"], {})


def test_a_lone_surrogate_stops_no_export() -> None:
    path = (entry(0, Role.USER, "a\ud800b"),)
    for text in (as_json(HEAD, path, name_of), as_html(HEAD, path, name_of)):
        assert text.encode()


class Elements(HTMLParser):
    """What a browser would see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


HOSTILE = """<script>alert(1)</script> <img src=x onerror=alert(1)> ![x](https://evil/x.png)
[a](javascript:alert(1)) [b](data:text/html,x) [c](https://good.example/?a="onclick=1)
[d](JAVASCRIPT:x) [e](//evil) [f](file:///etc/passwd) [g](https://e\u0308vil.example) **<i>**

`<b>` \u202etxt.exe

| <script> | [h](vbscript:x) |
|---|---|
| "'><svg onload=1> | \\| |

# <h1 onclick=x>

```html" onclick="x
</code></pre><script>
```

$$</pre><iframe src=https://evil>$$
"""


def test_nothing_in_a_page_is_markup_but_ours() -> None:
    path = [
        entry(0, Role.USER, HOSTILE, thinking=HOSTILE, attachments=(PICTURE,)),
        entry(1, Role.ASSISTANT, HOSTILE, target=Target(HostId("<h>"), "<m>"), host_name="<b>"),
    ]
    head = replace(HEAD, title=HOSTILE, parameters=Parameters(system=HOSTILE))
    page = as_html(head, path, lambda _: "<m> on <host>", contents={PICTURE.id: b"<svg>"})
    seen = Elements(page)
    allowed = "html head meta title style body h1 h2 h3 p article div details summary pre code"
    assert seen.tags <= {*allowed.split(), "a", "img", "table", "tr", "th", "td", "strong", "em"}
    assert {name for _, name, _ in seen.attributes} <= {
        "charset", "http-equiv", "content", "name", "class", "href", "rel", "alt", "src"
    }  # fmt: skip
    addresses = {value for _, name, value in seen.attributes if name in {"href", "src"}}
    assert {re.split(r"[:/]", each)[0] for each in addresses} == {"https", "data"}
    assert all(each.isascii() and not set(each) & set('" <>') for each in addresses)
    assert "\u202e" not in page


def test_a_page_forbids_everything_to_the_browser() -> None:
    page = as_html(HEAD, (), name_of)
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in page


def test_pictures_are_contained_only_by_choice_and_only_as_rasters() -> None:
    drawing = replace(PICTURE, id=AttachmentId("a2"), media_type="image/svg+xml")
    path = (entry(0, Role.USER, "", attachments=(PICTURE, drawing)),)
    assert "<img" not in as_html(HEAD, path, name_of)
    page = as_html(HEAD, path, name_of, contents={PICTURE.id: b"x", drawing.id: b"y"})
    assert page.count("<img") == 1


def test_inline_marks_become_elements() -> None:
    assert inline("**a** *b* `c` 2 * 3 * 4") == (
        "<strong>a</strong> <em>b</em> <code>c</code> 2 * 3 * 4"
    )
    assert inline("see https://a.example/x.") == (
        'see <a href="https://a.example/x" rel="noopener noreferrer">https://a.example/x</a>.'
    )
    assert "me (mailto:a@b.c)</a>" in inline("[me](mailto:a@b.c)")


@pytest.mark.parametrize("unit", ["`", "**a", "[", "[a](", "https://", "*a", "> ", "| ", "<", "` "])
def test_a_hostile_text_is_exported_in_time(unit: str) -> None:
    path = (entry(0, Role.USER, "x " + unit * (20_000 // len(unit))),)
    began = time.process_time()
    as_html(HEAD, path, name_of)
    as_markdown(HEAD, path, name_of)
    assert time.process_time() - began < 2
