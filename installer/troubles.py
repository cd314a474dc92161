"""Writes the table of errors into README.md and its translations, in the program's own words.

    .venv/bin/python installer/troubles.py            writes it anew
    .venv/bin/python installer/troubles.py --check    changes nothing; 1 where it is out of date

Only what stands between the two marks is written. README.zh-CN.md gets its own in that language.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop.diagnostics.causes import CAUSES, NOTICED  # noqa: E402
from desktop.diagnostics.explain import Code, Explanation, Remedy  # noqa: E402
from desktop.ui.bridge.translations import Translations  # noqa: E402
from desktop.ui.wording import words  # noqa: E402
from desktop.ui.wording_remedies import IN_CHAT  # noqa: E402

BEGIN, END = "<!-- troubles -->\n", "<!-- end of troubles -->\n"
MET = (
    Code.OLLAMA_NOT_RUNNING,
    Code.NOTHING_LISTENS,
    Code.LISTENS_LOCALLY,
    Code.UNREACHABLE,
    Code.NAME_UNKNOWN,
    Code.NO_CONNECTION_IN_TIME,
    Code.PROXY_ANSWERED,
    Code.NOT_OLLAMA,
    Code.SPEAKS_HTTPS,
    Code.CERTIFICATE_UNTRUSTED,
    Code.SIGN_IN_WANTED,
    Code.HOST_NOT_ALLOWED,
    Code.REGISTRY_HAS_NO_SUCH_MODEL,
    Code.SERVER_IS_OFFLINE,
    Code.NEEDS_NEWER_OLLAMA,
    Code.DISK_FULL,
    Code.MODEL_MISSING,
    Code.MEMORY_TOO_SMALL,
    Code.ENGINE_CRASHED_LOADING,
    Code.PROMPT_TRUNCATED,
)
"""What people meet most, from the way to a host to the end of a chat."""
_FACTS = {"host": "tower", "address": "tower:11434"}
_OWN_FACTS = {
    Code.OLLAMA_NOT_RUNNING: {"address": "127.0.0.1:11434"},
    Code.PROXY_ANSWERED: {"status": "502"},
    Code.SIGN_IN_WANTED: {"status": "401"},
    Code.HOST_NOT_ALLOWED: {"status": "403"},
}
_BUTTONS = 3
_HEADS = {
    "en": ("It says", "What to do", "Buttons"),
    "zh_CN": ("提示", "怎么办", "按钮"),
}


def table(language: str) -> str:
    """Return the table in the language that is spoken now; `language` names its head."""
    head = _HEADS[language]
    rows = [_row(*head), _row(*["---"] * len(head)), *map(_trouble, MET)]
    return "".join(rows)


def with_table(text: str, language: str) -> str:
    """Return a page with its table written anew.

    Raises:
        ValueError: one of the marks is not there.
    """
    before, found, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not (found and ended):
        raise ValueError("the marks of the table are missing")
    return f"{before}{BEGIN}\n{table(language)}\n{END}{after}"


def pages() -> dict[Path, str]:
    """Return the pages that have the table, with the language of each."""
    there = {ROOT / "README.md": "en", ROOT / "README.zh-CN.md": "zh_CN"}
    return {
        page: language
        for page, language in there.items()
        if page.is_file() and BEGIN in page.read_text("utf-8")
    }


def main(arguments: Sequence[str]) -> int:
    """Write the tables, or say which are out of date."""
    translations = Translations(QCoreApplication.instance() or QCoreApplication([]))
    outdated = 0
    for page, language in pages().items():
        translations.use(language)
        text = page.read_text("utf-8")
        if (written := with_table(text, language)) == text:
            continue
        outdated = 1
        print(f"{page.name} has another table than the program has words")
        if "--check" not in arguments:
            page.write_text(written, "utf-8")
    translations.use("en")
    return outdated if "--check" in arguments else 0


def _trouble(code: Code) -> str:
    remedies = _remedies(code)
    facts = _FACTS | _OWN_FACTS.get(code, {})
    said = words(Explanation(code, facts, remedies, ""), IN_CHAT)
    buttons = "<br>".join(f"*{button.label}*" for button in said.buttons[:_BUTTONS])
    return _row(f"**{said.sentence}**", said.facts, buttons)


def _remedies(code: Code) -> tuple[Remedy, ...]:
    causes = (remedy for cause in CAUSES if cause.code is code for remedy in cause.remedies)
    return tuple(dict.fromkeys((*NOTICED.get(code, ()), *causes)))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
