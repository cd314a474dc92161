"""Who could reach a server at the address it is told to listen on."""

from enum import Enum, auto
from ipaddress import ip_address

from desktop.system.variables import parts_of


class Exposure(Enum):
    """Ollama asks nobody who they are: whoever reaches it may use, fill and empty it."""

    THIS_COMPUTER = auto()
    ONE_NETWORK = auto()
    """One address of this computer's that is not loopback."""
    EVERYWHERE = auto()
    """Every network this computer is in, now and later."""


def exposure_of(address: str) -> Exposure:
    """Return who reaches an OLLAMA_HOST; without one a server listens on loopback.

    A port alone (":11434") means every address, as Go's listener has it.
    """
    parts = parts_of(address)
    if not address.strip() or parts is None:
        return Exposure.THIS_COMPUTER
    host = (parts.hostname or "").partition("%")[0]
    if not host:
        return Exposure.EVERYWHERE
    if host == "localhost":
        return Exposure.THIS_COMPUTER
    try:
        number = ip_address(host)
    except ValueError:
        return Exposure.ONE_NETWORK
    if number.is_unspecified:
        return Exposure.EVERYWHERE
    return Exposure.THIS_COMPUTER if number.is_loopback else Exposure.ONE_NETWORK
