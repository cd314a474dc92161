"""A report for whoever is asked for help: shown first, then written, with no secret in it."""

import json
import os
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.diagnostics.checkup import Checkup, StepState
from desktop.diagnostics.explain import Explanation
from desktop.domain.redaction import HIDDEN, redact
from desktop.runtime.threads import abandonable
from desktop.storage.paths import Paths
from desktop.storage.records import encode
from desktop.storage.settings import Settings

MAX_LOG = 256 * 1024
"""Bytes of the log's end that are taken along."""
_SHORTEST = 4
"""Characters of a secret that is looked for by itself; shorter ones stand in every word."""


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file of the report, as text that can be shown."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that would be written."""

    files: tuple[ReportFile, ...]


async def gather(
    versions: Mapping[str, str],
    settings: Settings,
    paths: Paths,
    checkups: Sequence[Checkup] = (),
    secrets: Sequence[str] = (),
) -> Report:
    """Return the report: versions, settings, what the doctor found, the end of the log.

    Settings hold no secrets, and addresses stay. Every text is redacted twice: by
    the look of it, and by each of `secrets`, which are those of this run.
    """
    log = await abandonable(_end_of, paths.log_file)
    texts = {
        "versions.txt": "".join(f"{name}: {version}\n" for name, version in versions.items()),
        "settings.json": json.dumps(encode(settings), indent=2, ensure_ascii=False) + "\n",
        "doctor.txt": "\n".join(told(checkup) for checkup in checkups),
        "paddock.log": log,
    }
    return Report(tuple(ReportFile(name, clean(text, secrets)) for name, text in texts.items()))


async def write_zip(report: Report, path: Path) -> None:
    """Write the report as it was shown, for this user alone to read.

    Raises:
        OSError: it cannot be written there.
    """
    await abandonable(_write, report, path)


def clean(text: str, secrets: Sequence[str] = ()) -> str:
    """Return a text without any of these secrets, and without what looks like one."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        if len(secret) >= _SHORTEST:
            text = text.replace(secret, HIDDEN)
            text = text.replace(json.dumps(secret)[1:-1], HIDDEN)
    return redact(text)


def told(checkup: Checkup) -> str:
    """Return a checkup as plain lines, in codes and facts."""
    host = checkup.host
    lines = [f"{host.label} ({host.address.url}), {checkup.seconds:.2f} s"]
    for result in checkup.results:
        if result.state is not StepState.WAITING:
            seconds = "" if result.seconds is None else f" {result.seconds:.3f} s"
            facts = _joined(result.facts)
            lines.append(f"  {result.step.name} {result.state.name}{seconds}{facts}")
    found = [("note", note) for note in checkup.notes]
    found += [("finding", checkup.finding)] if checkup.finding else []
    lines += [f"  {kind}: {_explained(explanation)}" for kind, explanation in found]
    return "\n".join(lines) + "\n"


def _explained(explanation: Explanation) -> str:
    raw = f"\n    {explanation.raw!r}" if explanation.raw else ""
    return f"{explanation.code.name}{_joined(explanation.facts)}{raw}"


def _joined(facts: Mapping[str, str]) -> str:
    return "".join(f" {name}={value!r}" for name, value in facts.items())


def _end_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - MAX_LOG))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""


def _write(report: Report, path: Path) -> None:
    private = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    path.chmod(0o600)  # One that was there before keeps its own otherwise.
    with os.fdopen(private, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        for each in report.files:
            pack.writestr(each.name, each.text)
