"""What is said of this computer's server: who runs it, what is done, what went wrong."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.text import visible
from desktop.system.local_server import PortState
from desktop.system.local_snapshot import Deed, LocalSnapshot, Trouble
from desktop.system.plan import Caution
from desktop.system.server_environment import Home
from desktop.system.server_state import RunBy, ServerState

_RUNS: dict[RunBy, object] = {
    RunBy.NOBODY: QT_TRANSLATE_NOOP("LocalServer", "Ollama does not run"),
    RunBy.SYSTEM_UNIT: QT_TRANSLATE_NOOP("LocalServer", "Ollama runs as a service of the system"),
    RunBy.USER_UNIT: QT_TRANSLATE_NOOP("LocalServer", "Ollama runs as a service of yours"),
    RunBy.APP: QT_TRANSLATE_NOOP("LocalServer", "Ollama runs, started by its desktop app"),
    RunBy.BY_HAND: QT_TRANSLATE_NOOP("LocalServer", "Ollama runs, started by hand"),
    RunBy.CONTAINER: QT_TRANSLATE_NOOP("LocalServer", "Ollama runs in a container"),
    RunBy.UNKNOWN: QT_TRANSLATE_NOOP(
        "LocalServer", "Something listens where Ollama would, and the system does not say what"
    ),
}
_DOING: dict[Deed, object] = {
    Deed.START: QT_TRANSLATE_NOOP("LocalServer", "Starting Ollama"),
    Deed.STOP: QT_TRANSLATE_NOOP("LocalServer", "Stopping Ollama"),
    Deed.RESTART: QT_TRANSLATE_NOOP("LocalServer", "Restarting Ollama"),
    Deed.STARTS_AT_LOGIN: QT_TRANSLATE_NOOP("LocalServer", "Letting Ollama start by itself"),
    Deed.STARTS_BY_HAND: QT_TRANSLATE_NOOP("LocalServer", "Letting Ollama start by itself no more"),
    Deed.STARTS_AT_BOOT: QT_TRANSLATE_NOOP("LocalServer", "Letting Ollama start before login"),
    Deed.STARTS_NOT_AT_BOOT: QT_TRANSLATE_NOOP("LocalServer", "Letting Ollama start at login only"),
    Deed.WRITE: QT_TRANSLATE_NOOP("LocalServer", "Writing the environment"),
}
_FAILED: dict[Deed | None, object] = {
    None: QT_TRANSLATE_NOOP("LocalServer", "Ollama ended by itself"),
    Deed.START: QT_TRANSLATE_NOOP("LocalServer", "Ollama could not be started"),
    Deed.STOP: QT_TRANSLATE_NOOP("LocalServer", "Ollama could not be stopped"),
    Deed.RESTART: QT_TRANSLATE_NOOP("LocalServer", "Ollama could not be restarted"),
    Deed.STARTS_AT_LOGIN: QT_TRANSLATE_NOOP(
        "LocalServer", "Ollama could not be set to start by itself"
    ),
    Deed.STARTS_BY_HAND: QT_TRANSLATE_NOOP(
        "LocalServer", "Ollama could not be kept from starting by itself"
    ),
    Deed.STARTS_AT_BOOT: QT_TRANSLATE_NOOP(
        "LocalServer", "Ollama could not be set to start before login"
    ),
    Deed.STARTS_NOT_AT_BOOT: QT_TRANSLATE_NOOP(
        "LocalServer", "Ollama could not be set to start at login only"
    ),
    Deed.WRITE: QT_TRANSLATE_NOOP("LocalServer", "The environment could not be written whole"),
}
_TITLES: dict[Deed, object] = {
    Deed.START: QT_TRANSLATE_NOOP("LocalServer", "Start Ollama"),
    Deed.STOP: QT_TRANSLATE_NOOP("LocalServer", "Stop Ollama"),
    Deed.RESTART: QT_TRANSLATE_NOOP("LocalServer", "Restart Ollama"),
    Deed.STARTS_AT_LOGIN: QT_TRANSLATE_NOOP("LocalServer", "Start Ollama by itself"),
    Deed.STARTS_BY_HAND: QT_TRANSLATE_NOOP("LocalServer", "Start Ollama by hand only"),
    Deed.STARTS_AT_BOOT: QT_TRANSLATE_NOOP("LocalServer", "Start Ollama before login"),
    Deed.STARTS_NOT_AT_BOOT: QT_TRANSLATE_NOOP("LocalServer", "Start Ollama at login only"),
    Deed.WRITE: QT_TRANSLATE_NOOP("LocalServer", "Write the environment"),
}
_CAUTIONS: dict[Caution, object] = {
    Caution.OPEN_TO_EVERYBODY: QT_TRANSLATE_NOOP(
        "LocalServer",
        "Ollama has no sign-in. On every network this computer is in, whoever reaches it may use, "
        "fill and empty it.",
    ),
    Caution.OPEN_TO_ONE_NETWORK: QT_TRANSLATE_NOOP(
        "LocalServer",
        "Ollama has no sign-in. Whoever is in that network may use, fill and empty it.",
    ),
    Caution.ENDS_ANSWERS: QT_TRANSLATE_NOOP(
        "LocalServer",
        "What the server is doing now, answers and downloads, is cut off.",
    ),
    Caution.SECRET_IS_READABLE: QT_TRANSLATE_NOOP(
        "LocalServer",
        "The proxy's password can then be read by everybody who uses this computer.",
    ),
    Caution.UNTIL_LOGOUT: QT_TRANSLATE_NOOP(
        "LocalServer", "macOS forgets these values when you log out."
    ),
    Caution.OVERRIDDEN_BY_FILE: QT_TRANSLATE_NOOP(
        "LocalServer",
        "The service also reads a file of variables, and what stands there has the last word.",
    ),
}
_HOMES: dict[Home | None, object] = {
    Home.SYSTEM_UNIT: QT_TRANSLATE_NOOP(
        "LocalServer",
        "Written as a systemd drop-in, a small file beside the service, which the administrator "
        "has to agree to. The service's own file stays as it is.",
    ),
    Home.USER_UNIT: QT_TRANSLATE_NOOP(
        "LocalServer",
        "Written as a systemd drop-in, a small file of yours beside the service. The service's "
        "own file stays as it is.",
    ),
    Home.LAUNCHD: QT_TRANSLATE_NOOP(
        "LocalServer", "Told to macOS by launchctl, which forgets it when you log out."
    ),
    Home.WINDOWS_USER: QT_TRANSLATE_NOOP(
        "LocalServer",
        "Set by setx for your account. Ollama takes it up when its app is started the next time.",
    ),
    None: QT_TRANSLATE_NOOP(
        "LocalServer",
        "No service runs Ollama here. These values are kept in Paddock's settings, for the "
        "server that Paddock starts.",
    ),
}


def say(text: object) -> str:
    """Return a text of this page in the chosen language."""
    return QCoreApplication.translate("LocalServer", str(text))


def headline(known: LocalSnapshot) -> str:
    """Say in one sentence whether it runs, and by whom."""
    state = known.state
    if state is None:
        return QCoreApplication.translate("LocalServer", "Looking for Ollama on this computer")
    if not state.is_found:
        return QCoreApplication.translate("LocalServer", "There is no Ollama on this computer")
    if known.is_own:
        return QCoreApplication.translate("LocalServer", "Ollama runs, started by Paddock")
    return say(_RUNS[state.run_by])


def port_words(state: ServerState, port: int) -> str:
    """Say which port it is, and who has it where that is somebody else."""
    number, program = str(port), visible(state.port.program)
    if state.port.state is PortState.UNKNOWN:
        text = QCoreApplication.translate("LocalServer", "{port}, and the system says no more")
    elif is_silent(state):
        text = QCoreApplication.translate("LocalServer", "{port}, where nothing listens")
    elif state.is_running and state.port.is_open_to_others:
        text = QCoreApplication.translate("LocalServer", "{port}, open to other computers")
    elif state.is_running:
        text = QCoreApplication.translate("LocalServer", "{port}, for this computer alone")
    elif state.port.state is PortState.HELD and program:
        text = QCoreApplication.translate("LocalServer", "{port}, held by {program}")
    else:
        text = QCoreApplication.translate("LocalServer", "{port}, free")
    return text.format(port=number, program=program)


def is_silent(state: ServerState) -> bool:
    """Whether it is said to run, and nothing listens where it should."""
    return state.is_running and state.port.state is PortState.FREE


def doing(known: LocalSnapshot) -> str:
    """Say what is under way; "" where nothing is."""
    if known.deed is None:
        return ""
    text = say(_DOING[known.deed])
    if known.steps < 2:
        return text
    more = QCoreApplication.translate("LocalServer", "{what}, step {step} of {steps}")
    step = min(known.done + 1, known.steps)
    return more.format(what=text, step=step, steps=known.steps)


def failure(trouble: Trouble) -> str:
    """Say in one sentence what could not be done."""
    return say(_FAILED[trouble.deed])


def holder_words(trouble: Trouble) -> str:
    """Say who has the port; "" where that was not what went wrong."""
    holder = trouble.holder
    if holder is None:
        return ""
    if not holder.program:
        return QCoreApplication.translate(
            "LocalServer", "Another program has its port, and the system does not say which."
        )
    text = QCoreApplication.translate(
        "LocalServer", "{program} has its port. End that, or let Ollama listen on another one."
    )
    return text.format(program=visible(holder.program))


def title(deed: Deed) -> str:
    """Return what a plan's dialog and its button are called."""
    return say(_TITLES[deed])


def cautions(found: frozenset[Caution]) -> list[str]:
    """Return what a person should know before, the worst first."""
    return [say(text) for caution, text in _CAUTIONS.items() if caution in found]


def home_words(home: Home | None) -> str:
    """Say where an environment is written."""
    return say(_HOMES[home])
