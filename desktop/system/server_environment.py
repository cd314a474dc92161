"""Reading a server's environment, and planning how another one is written.

Nothing here changes anything: what is written comes back as a plan.
"""

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from desktop.system.exposure import Exposure, exposure_of
from desktop.system.plan import Asking, Caution, Plan, Run, Step, WriteFile, as_one
from desktop.system.unit_files import SERVICE
from desktop.system.unit_text import drop_in
from desktop.system.variables import BY_NAME, Kind, Problem, problem_of

DROP_IN = "50-paddock.conf"
_SETX_LONGEST = 1024
"""Characters that setx takes; it cuts off the rest."""
_KEY = "HKCU\\Environment"


class Home(Enum):
    """Where a server's environment is kept."""

    SYSTEM_UNIT = auto()
    USER_UNIT = auto()
    LAUNCHD = auto()
    WINDOWS_USER = auto()


class BadValues(ValueError):
    """Values that the server would not understand, and why."""

    def __init__(self, problems: Mapping[str, Problem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Writing:
    """How a plan is to be made: for which home, and what is known of it.

    `folder` is systemd's folder of units that the drop-in goes to; `others` what the drop-in
    sets besides, which stays; `set_elsewhere` the names that other files of the service set,
    which an empty value has to take away; `restarts` whether the server is to take it up at once.
    """

    home: Home
    asking: Asking = Asking.SUDO
    folder: Path = Path("/etc/systemd/system")
    service: str = SERVICE
    others: Mapping[str, str] | None = None
    set_elsewhere: frozenset[str] = frozenset()
    has_environment_files: bool = False
    restarts: bool = True


def known(values: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that steer a server, in the order of the form, without the others.

    Proxies may be written in small letters, which Go reads too.
    """
    found = {name: values.get(name, values.get(name.lower(), "")) for name in BY_NAME}
    return {name: value for name, value in found.items() if value}


def of_process(pid: int) -> dict[str, str] | None:
    """Return what a process was started with; None where it is not this person's own, or gone."""
    try:
        process = psutil.Process(pid)
        if process.username() != psutil.Process().username():
            return None
        return known(process.environ())
    except (psutil.Error, OSError):
        return None


def of_registry(answer: str) -> dict[str, str]:
    """Return the variables in what `reg query HKCU\\Environment` says."""
    rows = (line.strip().split(None, 2) for line in answer.splitlines())
    return known({row[0]: row[2] for row in rows if len(row) == 3 and row[1].startswith("REG_")})


def problems_of(values: Mapping[str, str]) -> dict[str, Problem]:
    """Return what is wrong with each value that the server would not understand."""
    found = {name: problem_of(BY_NAME[name], value) for name, value in values.items()}
    return {name: problem for name, problem in found.items() if problem is not None}


def plan_for(values: Mapping[str, str], writing: Writing) -> Plan:
    """Return what is to be done so that the server has these values; an empty one is unset.

    `values` are those of the whole form: the drop-in is written anew, and holds nothing else
    but what `writing.others` says.

    Raises:
        BadValues: a value would not be understood.
        KeyError: a name is none of the table's.
    """
    problems = problems_of(values)
    if writing.home is Home.WINDOWS_USER:
        long = (name for name, value in values.items() if len(value) > _SETX_LONGEST)
        problems |= dict.fromkeys(long, Problem.TOO_LONG)
    if problems:
        raise BadValues(problems)
    match writing.home:
        case Home.SYSTEM_UNIT | Home.USER_UNIT:
            steps = _drop_in_steps(values, writing)
        case Home.LAUNCHD:
            steps = _launchd_steps(values, writing)
        case Home.WINDOWS_USER:
            steps = _setx_steps(values)
    return Plan(tuple(steps), frozenset(_cautions(values, writing)))


def _drop_in_steps(values: Mapping[str, str], writing: Writing) -> Iterable[Step]:
    wanted = {**(writing.others or {}), **values}
    unset = [name for name in writing.set_elsewhere if name in values and not values[name]]
    text = drop_in({name: value for name, value in wanted.items() if value}, unset)
    path = writing.folder / f"{writing.service}.d" / DROP_IN
    if writing.home is Home.USER_UNIT:
        yield WriteFile(path, text)
        yield Run(("systemctl", "--user", "daemon-reload"))
        if writing.restarts:
            yield Run(("systemctl", "--user", "restart", writing.service))
        return
    yield as_one(writing.asking, tuple(_system_lines(path, writing)), text)


def _system_lines(path: Path, writing: Writing) -> Iterable[str]:
    """The file is made beside its place and moved there: systemd never reads half of it."""
    folder, file, new = (shlex.quote(each.as_posix()) for each in _places(path))
    yield f"umask 022; mkdir -p {folder}; cat > {new}; mv {new} {file}"
    yield "systemctl daemon-reload"
    if writing.restarts:
        yield f"systemctl restart {shlex.quote(writing.service)}"


def _places(path: Path) -> tuple[Path, Path, Path]:
    return path.parent, path, path.with_name(f".{path.name}.new")


def _launchd_steps(values: Mapping[str, str], writing: Writing) -> Iterable[Step]:
    for name, value in values.items():
        setting = ("setenv", name, value) if value else ("unsetenv", name)
        yield Run(("launchctl", *setting))
    if writing.restarts:
        yield Run(("osascript", "-e", 'quit app "Ollama"'))
        yield Run(("open", "-a", "Ollama"))


def _setx_steps(values: Mapping[str, str]) -> Iterable[Step]:
    for name, value in values.items():
        if value:
            yield Run(("setx", name, value))
        else:
            yield Run(("reg", "delete", _KEY, "/v", name, "/f"))


def exposed(values: Mapping[str, str]) -> Iterable[Caution]:
    """Yield what to know of where a server with these values listens."""
    match exposure_of(values.get("OLLAMA_HOST", "")):
        case Exposure.EVERYWHERE:
            yield Caution.OPEN_TO_EVERYBODY
        case Exposure.ONE_NETWORK:
            yield Caution.OPEN_TO_ONE_NETWORK
        case Exposure.THIS_COMPUTER:
            pass


def _cautions(values: Mapping[str, str], writing: Writing) -> Iterable[Caution]:
    yield from exposed(values)
    if any(_holds_a_secret(name, value) for name, value in values.items()):
        yield Caution.SECRET_IS_READABLE
    if writing.restarts and writing.home is not Home.WINDOWS_USER:
        yield Caution.ENDS_ANSWERS
    if writing.home is Home.LAUNCHD:
        yield Caution.UNTIL_LOGOUT
    if writing.has_environment_files:
        yield Caution.OVERRIDDEN_BY_FILE


def _holds_a_secret(name: str, value: str) -> bool:
    return BY_NAME[name].kind is Kind.PROXY and urlsplit(value).username is not None
