"""What is known of this computer's server, as pairs to read and to copy."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.text import visible
from desktop.system.local_snapshot import LocalSnapshot
from desktop.system.server_state import ServerState
from desktop.ui import units
from desktop.ui.local_server.words import port_words


@dataclass(frozen=True, slots=True)
class Fact:
    """A pair; a path is set in the typewriter's letters and elided."""

    key: str
    value: str
    is_path: bool = False


def summary(known: LocalSnapshot) -> str:
    """Say in one muted line what stands below the headline; "" where nothing is known."""
    state = known.state
    if state is None or not state.is_found or not state.version:
        return ""
    version = visible(state.version)
    if not state.is_running:
        return QCoreApplication.translate("LocalServer", "Version {version} is installed").format(
            version=version
        )
    text = QCoreApplication.translate("LocalServer", "Version {version} on port {port}")
    return text.format(version=version, port=known.port)


def facts(known: LocalSnapshot) -> tuple[Fact, ...]:
    """Return what is known, in the order in which it is read."""
    return () if known.state is None else tuple(_facts(known, known.state))


def _facts(known: LocalSnapshot, state: ServerState) -> Iterator[Fact]:
    program = QCoreApplication.translate("LocalServer", "not found")
    yield Fact(
        QCoreApplication.translate("LocalServer", "Program"),
        str(state.program or program),
        is_path=state.program is not None,
    )
    if state.version:
        yield Fact(QCoreApplication.translate("LocalServer", "Version"), state.version)
    yield Fact(
        QCoreApplication.translate("LocalServer", "Port"),
        port_words(state, known.port),
    )
    if state.process is not None:
        yield Fact(QCoreApplication.translate("LocalServer", "Process"), str(state.process.pid))
    if state.container is not None and state.container.name:
        yield Fact(QCoreApplication.translate("LocalServer", "Container"), state.container.name)
    if state.models is not None:
        key = QCoreApplication.translate("LocalServer", "Models folder")
        yield Fact(key, str(state.models), is_path=True)
        key = QCoreApplication.translate("LocalServer", "Size of the models")
        yield Fact(key, _size(state))
    if state.unit is not None and state.unit.files is not None:
        key = QCoreApplication.translate("LocalServer", "Service")
        yield Fact(key, str(state.unit.files.unit), is_path=True)
    if state.starts_at_login is not None:
        key = QCoreApplication.translate("LocalServer", "Starts by itself")
        yield Fact(key, _starts(state))


def _size(state: ServerState) -> str:
    size = state.models_size
    if size is None:
        return QCoreApplication.translate("LocalServer", "not known to this account")
    if size.is_whole:
        return units.size(size.bytes)
    text = QCoreApplication.translate("LocalServer", "at least {size}")
    return text.format(size=units.size(size.bytes))


def _starts(state: ServerState) -> str:
    if not state.starts_at_login:
        return QCoreApplication.translate("LocalServer", "no")
    unit = state.unit
    if unit is not None and unit.is_of_user and not unit.lingers:
        return QCoreApplication.translate("LocalServer", "when you log in")
    if unit is not None:
        return QCoreApplication.translate("LocalServer", "when the computer starts")
    return QCoreApplication.translate("LocalServer", "when you log in")
