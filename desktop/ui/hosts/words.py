"""What a host's row says, in words."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from desktop.diagnostics.explain import explain
from desktop.domain.host import HostState
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import units
from desktop.ui.hosts.brief import brief
from desktop.ui.widgets.paint import Dot
from desktop.ui.wording import words

_CLOCK_OFF = 300.0
"""Seconds from which a host's clock is worth a word; what is shown is put right long before."""


def dot_of(snapshot: HostSnapshot) -> Dot:
    """Return the dot that shows a host's state."""
    if snapshot.state is HostState.CHECKING:
        return Dot.CHECKING
    if not snapshot.is_up:
        return Dot.DOWN
    return Dot.SLOW if snapshot.is_slow else Dot.UP


def latency_words(snapshot: HostSnapshot) -> str:
    """Return the word at a row's end: its latency, "down", or nothing while it is asked."""
    if snapshot.state is HostState.DOWN:
        return QCoreApplication.translate("Hosts", "down")
    if not snapshot.is_up or snapshot.latency is None:
        return ""
    text = QCoreApplication.translate("Hosts", "{number} ms")
    return text.format(number=units.number(max(1, round(snapshot.latency * 1000))))


def host_reason(snapshot: HostSnapshot) -> str:
    """Return in a few words why nothing comes from a host; "" where that is not known."""
    return "" if snapshot.error is None else brief(explain(snapshot.error, snapshot.host))


def host_line(snapshot: HostSnapshot) -> str:
    """Return a row's second line: the address, or why nothing comes from it."""
    if snapshot.state is HostState.DOWN and snapshot.error is not None:
        return host_reason(snapshot)
    address = visible(snapshot.host.address.short)
    if snapshot.host.is_demo:
        return QCoreApplication.translate("Hosts", "Demo, inside Paddock")
    return address


def host_tooltip(snapshot: HostSnapshot) -> str:
    """Return the address, the version, and why a host is down and when it is asked again."""
    lines = [visible(snapshot.host.address.url)]
    if snapshot.is_up and snapshot.version:
        text = QCoreApplication.translate("Hosts", "Ollama {version}")
        lines.append(text.format(version=visible(snapshot.version)))
    if snapshot.error is not None:
        said = words(explain(snapshot.error, snapshot.host))
        lines += [said.sentence, said.facts]
    lines.append(clock_words(snapshot))
    if snapshot.secret_missing:
        lines.append(missing_secret_words())
    if again := asking_again(snapshot, datetime.now(UTC)):
        lines.append(again)
    return "\n".join(line for line in lines if line)


def missing_secret_words() -> str:
    """Return that a sign-in was kept for another run, or behind a keyring that is shut."""
    return QCoreApplication.translate(
        "Hosts", "Its sign-in is not at hand. Open the keyring and ask again, or enter it anew."
    )


def clock_words(snapshot: HostSnapshot) -> str:
    """Return that a host's clock is far off, and what to do; "" where it is not."""
    if not snapshot.is_up or abs(snapshot.clock_skew) < _CLOCK_OFF:
        return ""
    if snapshot.clock_skew > 0:
        text = QCoreApplication.translate(
            "Hosts", "The clock of {host} is {time} ahead. Set it there; times are put right here."
        )
    else:
        text = QCoreApplication.translate(
            "Hosts", "The clock of {host} is {time} behind. Set it there; times are put right here."
        )
    time = units.short_duration(abs(snapshot.clock_skew) + 1)  # It is told in whole seconds.
    return text.format(host=visible(snapshot.host.label), time=time)


def asking_again(snapshot: HostSnapshot, now: datetime) -> str:
    """Return when a host that is down is asked again; "" where it is not waited for."""
    if snapshot.state is not HostState.DOWN or snapshot.next_try is None:
        return ""
    seconds = (snapshot.next_try - now).total_seconds()
    if seconds < 1:
        return QCoreApplication.translate("Hosts", "Asking again now")
    text = QCoreApplication.translate("Hosts", "Asking again in {time}")
    return text.format(time=units.duration(seconds))
