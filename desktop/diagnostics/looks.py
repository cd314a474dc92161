"""What is looked at before a person decides: a host's certificate, a file of authorities."""

from desktop.diagnostics.explain import Explanation, explain
from desktop.domain.connection import Certificate
from desktop.domain.host import Host
from desktop.domain.trust import CaFileProblem
from desktop.net.ca_file import BadCaFile, read_ca_file
from desktop.net.certificate import fetch_certificate
from desktop.net.outside import Outside
from desktop.net.tunnel import Tunnels
from desktop.ollama.errors import OllamaError, translated
from desktop.runtime.threads import abandonable


async def look_at_certificate(
    host: Host, outside: Outside, tunnels: Tunnels
) -> Certificate | Explanation:
    """Return what a host that is not saved shows of itself, or why it shows nothing.

    Nothing is sent but a handshake. A tunnel is opened for this alone.
    """
    tunnel = host.connection.tunnel
    where = tunnels.way(host.id, tunnel, host.address) if tunnel else None
    try:
        with translated():
            return await fetch_certificate(host.address, outside, host.connection, None, where)
    except OllamaError as error:
        return explain(error, host)
    finally:
        if tunnel:
            tunnels.drop(host.id)


async def look_at_ca_file(path: str) -> CaFileProblem | None:
    """Return why a file is of no use as an authority; None where it can be used."""
    try:
        await abandonable(read_ca_file, path)
    except BadCaFile as bad:
        return bad.problem
    return None
