"""What a create would meet on a host, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.text import visible
from desktop.ui.workshop.host_checks import HostCheck
from desktop.ui.workshop.problem_rows import ProblemRow, Severity
from desktop.workshop.check import HostFinding, HostTrap

_SENTENCES: dict[HostTrap, object] = {
    HostTrap.BASE_MISSING_WILL_PULL: QT_TRANSLATE_NOOP(
        "HostTraps", "{host} does not have {base}, and would pull it from {registry} first."
    ),
    HostTrap.BASE_CASE_DIFFERS: QT_TRANSLATE_NOOP(
        "HostTraps",
        "{host} has it as {installed}. Paddock asks for that; "
        "ollama create would pull {base} anew.",
    ),
    HostTrap.NAME_TAKEN: QT_TRANSLATE_NOOP(
        "HostTraps", "{host} has {name} already; it would be replaced."
    ),
    HostTrap.NAME_IS_BASE: QT_TRANSLATE_NOOP(
        "HostTraps", "{name} is made from itself; the one on {host} would be replaced."
    ),
    HostTrap.QUANTIZE_NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "HostTraps", "The base on {host} is {source}. Only F32, F16 and BF16 can be quantized."
    ),
    HostTrap.QUANTIZE_UNKNOWN: QT_TRANSLATE_NOOP("HostTraps", "No host can make {quantize}."),
    HostTrap.ADAPTER_WITH_REMOTE: QT_TRANSLATE_NOOP(
        "HostTraps", "{base} on {host} runs elsewhere, and takes no adapter."
    ),
    HostTrap.DRAFT_WITH_REMOTE: QT_TRANSLATE_NOOP(
        "HostTraps", "{base} on {host} runs elsewhere, and takes no draft model."
    ),
    HostTrap.CLOUD_BASE: QT_TRANSLATE_NOOP(
        "HostTraps", "{base} on {host} runs on {remote_host}: what is asked leaves this network."
    ),
    HostTrap.REQUIRES_NEWER: QT_TRANSLATE_NOOP(
        "HostTraps", "{host} runs Ollama {version}, and the Modelfile asks for {requires}."
    ),
    HostTrap.CONTEXT_BEYOND_TRAINING: QT_TRANSLATE_NOOP(
        "HostTraps", "The base was trained for {trained} tokens; {host} cuts num_ctx to that."
    ),
}
_LOUD = frozenset({HostTrap.BASE_MISSING_WILL_PULL, HostTrap.CLOUD_BASE, HostTrap.REQUIRES_NEWER})
_QUIET = frozenset({HostTrap.NAME_TAKEN, HostTrap.BASE_CASE_DIFFERS})
"""What is asked about in time, or does no harm: no row among the problems."""


def sentence(finding: HostFinding, host: str) -> str:
    """Return what would happen on that host, in one sentence."""
    said = QCoreApplication.translate("HostTraps", str(_SENTENCES[finding.trap]))
    facts = {name: visible(value) for name, value in finding.facts.items()}
    return said.format(host=visible(host), **facts)


def first_error(checks: Sequence[HostCheck]) -> str:
    """Return what a host would refuse, "" if none would."""
    for check in checks:
        for finding in check.findings:
            if finding.is_error:
                return sentence(finding, check.label)
    return ""


def problem_rows(checks: Sequence[HostCheck]) -> tuple[ProblemRow, ...]:
    """Return what belongs among the problems of a draft, for every host."""
    return tuple(
        ProblemRow(severity(finding), sentence(finding, check.label), key=finding.trap.name)
        for check in checks
        for finding in check.findings
        if finding.trap not in _QUIET
    )


def severity(finding: HostFinding) -> Severity:
    """Return how bad it is."""
    if finding.is_error:
        return Severity.ERROR
    return Severity.WARNING if finding.trap in _LOUD else Severity.NOTE
