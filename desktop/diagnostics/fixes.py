"""What has to be done on a server's own computer: commands as data, their words are the ui's."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from ipaddress import IPv4Network

from desktop.diagnostics.codes import Code
from desktop.domain.proxy import ProxyAddress


class Fix(Enum):
    """What is to be changed there."""

    LISTEN_ON_NETWORK = auto()
    """Open to everybody who can reach that computer: only with the warning that the ui gives."""
    ALLOW_ORIGINS = auto()
    PROXY_FOR_DOWNLOADS = auto()
    OPEN_FIREWALL = auto()
    SEND_OWN_HOST = auto()
    """A reverse proxy is to call Ollama by a name that it knows."""
    LOAD_TIMEOUT = auto()
    OWN_MODELS = auto()
    ALLOW_REMOTES = auto()


class System(Enum):
    """Where Ollama runs."""

    LINUX = auto()
    MACOS = auto()
    WINDOWS = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of the server's side; where nothing is, the text has an example to change."""

    port: int = 11434
    network: IPv4Network | None = None
    proxy: ProxyAddress | None = None


FIXES: Mapping[Code, tuple[Fix, ...]] = {
    Code.LISTENS_LOCALLY: (Fix.LISTEN_ON_NETWORK,),
    Code.HOST_NOT_ALLOWED: (Fix.SEND_OWN_HOST, Fix.ALLOW_ORIGINS),
    Code.NO_CONNECTION_IN_TIME: (Fix.OPEN_FIREWALL,),
    Code.SERVER_IS_OFFLINE: (Fix.PROXY_FOR_DOWNLOADS,),
    Code.SERVER_PROXY_OR_TLS: (Fix.PROXY_FOR_DOWNLOADS,),
    Code.LOAD_STALLED: (Fix.LOAD_TIMEOUT,),
    Code.NO_PERMISSION: (Fix.OWN_MODELS,),
    Code.REMOTE_REFUSED: (Fix.ALLOW_REMOTES,),
}
"""Which fixes are of use against a cause, the likeliest first."""

_VARIABLES: Mapping[Fix, tuple[str, str]] = {
    Fix.LISTEN_ON_NETWORK: ("OLLAMA_HOST", "0.0.0.0:{port}"),
    Fix.ALLOW_ORIGINS: ("OLLAMA_ORIGINS", "https://ollama.example"),
    Fix.PROXY_FOR_DOWNLOADS: ("HTTPS_PROXY", "{proxy}"),
    Fix.LOAD_TIMEOUT: ("OLLAMA_LOAD_TIMEOUT", "15m"),
    Fix.ALLOW_REMOTES: ("OLLAMA_REMOTES", "ollama.com,remote.example"),
}
_SET: Mapping[System, tuple[str, ...]] = {
    System.LINUX: (
        "sudo mkdir -p /etc/systemd/system/ollama.service.d",
        "printf '[Service]\\nEnvironment=\"{name}={value}\"\\n' |"
        " sudo tee /etc/systemd/system/ollama.service.d/{file}.conf",
        "sudo systemctl daemon-reload",
        "sudo systemctl restart ollama",
    ),
    System.MACOS: (
        'launchctl setenv {name} "{value}"',
        "osascript -e 'quit app \"Ollama\"'",
        "open -a Ollama",
    ),
    System.WINDOWS: (
        '[Environment]::SetEnvironmentVariable("{name}", "{value}", "User")',
        'Get-Process "ollama*" | Stop-Process',
        '$env:{name} = "{value}"',
        'Start-Process "$env:LOCALAPPDATA\\Programs\\Ollama\\ollama app.exe"',
    ),
}
"""How a variable is set for the server, by a systemd drop-in, by launchd, for the user."""

_OTHERS: Mapping[tuple[Fix, System], tuple[str, ...]] = {
    (Fix.OPEN_FIREWALL, System.LINUX): (
        "sudo ufw allow from {network} to any port {port} proto tcp",
    ),
    (Fix.OPEN_FIREWALL, System.MACOS): (
        "sudo /usr/libexec/ApplicationFirewall/socketfilterfw"
        " --add /Applications/Ollama.app/Contents/Resources/ollama",
        "sudo /usr/libexec/ApplicationFirewall/socketfilterfw"
        " --unblockapp /Applications/Ollama.app/Contents/Resources/ollama",
    ),
    (Fix.OPEN_FIREWALL, System.WINDOWS): (
        'New-NetFirewallRule -DisplayName "Ollama" -Direction Inbound -Action Allow'
        " -Protocol TCP -LocalPort {port} -RemoteAddress {network} -Profile Private",
    ),
    (Fix.OWN_MODELS, System.LINUX): (
        "sudo chown -R ollama:ollama /usr/share/ollama/.ollama",
        "sudo systemctl restart ollama",
    ),
    (Fix.OWN_MODELS, System.MACOS): ('sudo chown -R "$USER" ~/.ollama',),
    (Fix.OWN_MODELS, System.WINDOWS): (
        'icacls "$env:USERPROFILE\\.ollama" /grant "$($env:USERNAME):(OI)(CI)F" /T',
    ),
}
_NGINX = ("proxy_set_header Host localhost:{port};",)


def is_risky(fix: Fix) -> bool:
    """Whether it opens a server that asks nobody who they are to a whole network."""
    return fix in (Fix.LISTEN_ON_NETWORK, Fix.OPEN_FIREWALL)


def commands(fix: Fix, system: System, place: Place | None = None) -> str:
    """Return the lines to copy: for a shell, for PowerShell on Windows, or for nginx's file."""
    place = place or Place()
    known = {
        "port": str(place.port),
        "network": str(place.network or "192.168.0.0/16"),
        "proxy": place.proxy.url if place.proxy else "http://proxy.example:3128",
    }
    if fix is Fix.SEND_OWN_HOST:
        return _filled(_NGINX, known)
    if fix not in _VARIABLES:
        return _filled(_OTHERS[fix, system], known)
    name, value = _VARIABLES[fix]
    file = name.lower().replace("_", "-")
    more = {"name": name, "value": _filled((value,), known), "file": file}
    return _filled(_SET[system], known | more)


def _filled(lines: tuple[str, ...], known: Mapping[str, str]) -> str:
    """Put what is known into its places; braces that are the shell's own stay."""
    text = "\n".join(lines)
    for name, value in known.items():
        text = text.replace(f"{{{name}}}", value)
    return text
