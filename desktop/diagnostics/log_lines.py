"""Explaining a line of a server's log, as an error of that server's would be explained."""

import re

from desktop.diagnostics.cause import Cause, pattern, words
from desktop.diagnostics.causes import CAUSES
from desktop.diagnostics.codes import Code, Remedy
from desktop.diagnostics.explain import Explanation, notice
from desktop.diagnostics.facts import said
from desktop.domain.host import Host
from desktop.ollama.errors import ServerRefused
from desktop.system.log_line import LogLine, Severity, Writer, parse_line

_OF_LOGS: tuple[tuple[Code, re.Pattern[str]], ...] = (
    (Code.PROMPT_TRUNCATED, words("truncating input prompt")),
    (Code.MANIFEST_INVALID, words("bad manifest", "failed to refresh model list cache")),
    (Code.LOAD_CANCELLED, words("client connection closed before llama-server finished loading")),
    (
        Code.MEMORY_TOO_SMALL,
        words(
            "failed to allocate cpu buffer",
            "ggml_backend_cpu_buffer_type_alloc_buffer: failed",
            "unable to fit model into system memory",
        ),
    ),
    (Code.ENGINE_CRASHED_LOADING, words("exiting due to model loading error")),
    (Code.ENGINE_STOPPED, pattern(r"\.(c|cc|cpp|cu|m|h):\d+: fatal error")),
)
"""What only a log says, or says more exactly there than in the answer to a request."""
_ALREADY_HERE = frozenset({Remedy.SHOW_LOG})


def explain_log_line(text: str, host: Host | None = None) -> Explanation | None:
    """Explain a line; None where nothing is wrong, or nobody is known to say such words.

    Only causes that are recognised by their words alone are looked at: a log does not tell with
    which status a request failed, and a request's own line says nothing but its status.
    """
    line = parse_line(text)
    if line.severity < Severity.WARNING or line.writer is Writer.REQUEST:
        return None
    message = _words_of(line)
    if (code := _code_of(message)) is None:
        return None
    told = notice(code, host, text).knowing(**_facts_of(line, message))
    remedies = tuple(remedy for remedy in told.remedies if remedy not in _ALREADY_HERE)
    return Explanation(told.code, told.facts, remedies, text)


def _code_of(message: str) -> Code | None:
    own = (code for code, text in _OF_LOGS if text.search(message))
    others = (cause.code for cause in CAUSES if _is_meant(cause, message))
    return next(own, None) or next(others, None)


def _words_of(line: LogLine) -> str:
    """What a line says: its message, and the error that stands beside it."""
    error = line.field("error") or line.field("err")
    return f"{line.message}: {error}" if error else line.message


def _facts_of(line: LogLine, message: str) -> dict[str, str]:
    found = said(message)
    if "prompt" in dict(line.fields):
        found |= {"tokens": line.field("prompt"), "context": line.field("limit")}
    return found


def _is_meant(cause: Cause, text: str) -> bool:
    if cause.kind is not ServerRefused or cause.text is None or cause.when is not None:
        return False
    return not cause.paths and cause.text.search(text) is not None
