"""Which host the first start begins with."""

from dataclasses import dataclass

from desktop.domain.address import BadAddress, HostAddress, parse_address

HERE = HostAddress("http", "127.0.0.1", 11434)


@dataclass(frozen=True, slots=True)
class FirstHost:
    """The host to begin with; `problem` says why OLLAMA_HOST was not taken, where it was set."""

    address: HostAddress
    problem: BadAddress | None = None


def first_host(ollama_host: str | None) -> FirstHost:
    """Read the text of OLLAMA_HOST as Ollama does; without one it is this computer."""
    if ollama_host is None or not ollama_host.strip(" \t\r\n\"'"):
        return FirstHost(HERE)
    try:
        return FirstHost(parse_address(ollama_host))
    except BadAddress as problem:
        return FirstHost(HERE, problem)
