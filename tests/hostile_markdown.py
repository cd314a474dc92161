"""Markdown that tries to make a window open a file or a connection: forms times contexts.

Every document names a file of its own, so that one that is opened tells which
document was to blame.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CONTEXTS = (
    "{}",
    "text before {} and after",
    "- item {}",
    "1. one\n   - two\n     - {}\n",
    "> quote {}",
    "> - {}\n>\n>   > {}",
    "# Heading {}",
    "**bold {}** *slanted {}*",
    "| a | b |\n|---|--:|\n| {} | x |\n",
    "[{}](https://example.org)",
    "- [x] {}\n- [ ] {}",
    "line  \n{}\n***\n{}",
)

ADDRESSES = (
    "file://{path}",
    "FILE://{path}",
    "file://localhost{path}",
    "file:{path}",
    "{path}",
    "/{path}",
    "<{path}>",
    "<file://{path}> 'title'",
    "{name}",
    "./{name}",
    "../{folder}/{name}",
    "found:{name}",
    "FOUND:{name}",
    "{encoded}",
    "file://{encoded}",
    "{entities}",
    "file://{path}?query#fragment",
    "file:///%2e%2e{path}",
    "\\\\\\\\{path}",
    "//127.0.0.1:{port}/share/{name}",
    "\\\\\\\\127.0.0.1@{port}\\\\share\\\\{name}",
    "http://127.0.0.1:{port}/{name}",
    "HTTP://127.0.0.1:{port}/{name}?stolen=words",
    "http://user@127.0.0.1:{port}/{name}",
    "http://localhost:{port}/{name}",
    "ftp://127.0.0.1:{port}/{name}",
    "qrc:/{name}",
    ":/{name}",
    "data:text/html,<img src='{path}'>",
    "data:image/svg+xml,<svg xmlns='x'><image href='{path}'/></svg>",
)

SYNTAXES = (
    "![alt][ref]\n\n[ref]: {url}",
    "![ref][]\n\n[ref]: {url} 'title'",
    "![ref]\n\n[ref]: <{url}>",
    "![![inner]({url})]({url})",
    "[![alt]({url})]({url})",
    "![alt*em*`code`]({url})",
    "!\\[alt]({url}) !&#91;alt]({url})",
    "<{url}> {url} [link]({url} 'title')",
    "<img src={url}>",
    "<IMG SRC='{url}' onerror=x>",
    '<img src="{url}"/>\n\ntext after\n\n| a |\n|---|\n| b |',
    "<table background='{url}'><tr><td>x</td></tr></table>",
    '<body background="{url}">',
    "<script src='{url}'></script>",
    "<iframe src='{url}'></iframe>",
    "<link rel=stylesheet href='{url}'>",
    "<style>@import url({url}); body {{ background: url({url}) }}</style>",
    "<div style=\"background-image: url('{url}')\">x</div>",
    "<object data='{url}'></object><embed src='{url}'>",
    "<video poster='{url}' src='{url}'></video>",
    "<base href='{url}'><a href='x'>x</a>",
    "<!-- ![alt]({url}) -->\n![alt]({url})",
    "```html\n<img src='{url}'>\n![alt]({url})\n```",
    "```{url}\n![alt]({url})\n```\n![alt]({url})",
    "    ![alt]({url})\n\n![alt]({url})",
    "`![alt]({url})` ``<img src={url}>``",
    "$\\includegraphics{{{url}}}$ $\\href{{{url}}}{{x}}$ $![alt]({url})$",
    '$$\n\\input{{{url}}} \\text{{<image href="{url}"/>}}\n$$',
    "&lt;img src='{url}'&gt; &#60;img src='{url}'&#62;",
    "![a\u202eb\u200b]({url}) \x00![alt]({url})",
    "![" + "a" * 3000 + "]({url})",
    "* ![alt]({url})\n\t* ![alt]({url})\n\n\t\t![alt]({url})",
)

ODDITIES = (
    "> " * 400 + "![alt]({url})",
    "- " * 200 + "![alt]({url})",
    "[" * 2000 + "![alt]({url})",
    "![alt](" * 500 + "{url}" + ")" * 500,
    "![alt]({url}) " * 400,
    "*" * 5000 + "![alt]({url})",
    "|" * 2000 + "\n" + "|-" * 2000 + "\n![alt]({url})",
    "$" * 3000 + "![alt]({url})",
    "`" * 3001 + "![alt]({url})",
    "<" * 3000 + "img src={url}>",
    "&#x202e;" * 300 + "![alt]({url})",
    "\ufffc![alt]({url})\ufffc&#xfffc;",
    "\ue000![alt]({url})\ue001 &#xe000;0&#xe001;",
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """One document and the name of the file that it is after."""

    name: str
    text: str


def corpus(folder: Path, port: int) -> tuple[Hostile, ...]:
    """Return the documents; their files lie in `folder`, their server listens on `port`."""
    made: list[Hostile] = []
    for shape in _shapes():
        name = f"canary-{len(made):03}.png"
        path = f"{folder}/{name}"
        fields = {
            "path": path,
            "name": name,
            "folder": folder.name,
            "port": str(port),
            "encoded": "".join(f"%{ord(c):02x}" if c in "ace" else c for c in path),
            "entities": "".join(f"&#{ord(c)};" for c in path),
        }
        made.append(Hostile(name, shape.format_map(fields)))
    return tuple(made)


def _shapes() -> Iterator[str]:
    """Give documents with the fields of an address still open."""
    for address in ADDRESSES:
        for context in CONTEXTS:
            yield context.replace("{}", f"![alt]({address})")
    for syntax in SYNTAXES:
        for address in ("{path}", "file://{path}", "http://127.0.0.1:{port}/{name}"):
            yield syntax.replace("{url}", address)
    for oddity in ODDITIES:
        yield oddity.replace("{url}", "{path}")
