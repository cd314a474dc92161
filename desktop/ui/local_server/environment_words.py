"""Where a variable is set, and why there may be no environment to write."""

from PySide6.QtCore import QCoreApplication

from desktop.system.local_snapshot import LocalSnapshot
from desktop.system.server_environment import DROP_IN, Home
from desktop.system.server_state import RunBy


def where_set(known: LocalSnapshot, name: str) -> str:
    """Say where a variable's value stands; "" where it has none."""
    if not known.environment.get(name):
        return ""
    match known.home:
        case Home.SYSTEM_UNIT | Home.USER_UNIT if name in known.kept.own:
            text = QCoreApplication.translate("Environment", "Set in Paddock's drop-in, {file}.")
            return text.format(file=DROP_IN)
        case Home.SYSTEM_UNIT | Home.USER_UNIT:
            return QCoreApplication.translate(
                "Environment", "Set in the service's own file or in another drop-in."
            )
        case Home.LAUNCHD:
            return QCoreApplication.translate("Environment", "Set by launchctl.")
        case Home.WINDOWS_USER:
            return QCoreApplication.translate("Environment", "Set for your Windows account.")
        case None:
            return QCoreApplication.translate("Environment", "Kept in Paddock's settings.")


def no_environment(known: LocalSnapshot) -> tuple[str, str]:
    """Say why there is nothing to be written: a heading and lines."""
    state = known.state
    if state is not None and state.run_by is RunBy.CONTAINER:
        return (
            QCoreApplication.translate("Environment", "The container has its own environment"),
            QCoreApplication.translate(
                "Environment",
                "It is set where the container is made: by the -e of docker run, or in its "
                "compose file.",
            ),
        )
    return (
        QCoreApplication.translate("Environment", "No Ollama to set up"),
        QCoreApplication.translate("Environment", "Install it first; the Server tab says how."),
    )
