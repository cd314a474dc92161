"""nginx as a reverse proxy before an Ollama server: TLS, sign-in, a body limit, a base path."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.address import HostAddress
from tests.real.authority import Pair
from tests.real.process import free_port, program, running

_CONFIGURATION = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr notice;
events {{ worker_connections 256; }}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port}{tls};
    client_max_body_size {limit};
{gate}
    location {path}/ {{
      proxy_pass {upstream}/;
      proxy_http_version 1.1;
      proxy_set_header Host localhost;
      proxy_set_header Connection "";
      proxy_buffering off;
      proxy_request_buffering off;
      proxy_read_timeout 600s;
    }}
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Gate:
    """What nginx asks of a request: `basic` is user and password, `header` a name and its value."""

    basic: tuple[str, str] | None = None
    header: tuple[str, str] | None = None
    limit: str = "0"
    """How large a body may be, as nginx writes it (`1k`); 0 is no limit."""
    path: str = ""


@asynccontextmanager
async def nginx(
    folder: Path, upstream: HostAddress, pair: Pair | None = None, gate: Gate | None = None
) -> AsyncIterator[HostAddress]:
    """Run nginx before `upstream`, and yield the address that it is to be reached by."""
    gate = gate or Gate()
    command, port = program("nginx"), free_port()
    configuration = _configure(folder, upstream, pair, gate, port)
    line = [command, "-p", str(folder), "-e", "stderr", "-c", str(configuration)]
    async with running(line, port, folder / "nginx.log"):
        yield HostAddress("https" if pair else "http", "127.0.0.1", port, gate.path)


def _configure(
    folder: Path, upstream: HostAddress, pair: Pair | None, gate: Gate, port: int
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    tls = ""
    if pair is not None:
        tls = f" ssl; ssl_certificate {pair.certificate}; ssl_certificate_key {pair.key}"
    text = _CONFIGURATION.format(
        folder=folder,
        port=port,
        tls=tls,
        limit=gate.limit,
        gate=_gate(folder, gate),
        path=gate.path,
        upstream=upstream.url,
    )
    configuration = folder / "nginx.conf"
    configuration.write_text(text, "ascii")
    return configuration


def _gate(folder: Path, gate: Gate) -> str:
    lines: list[str] = []
    if gate.basic is not None:
        passwords = folder / "passwords"
        passwords.write_text("{}:{{PLAIN}}{}\n".format(*gate.basic), "ascii")
        lines += ['auth_basic "models";', f"auth_basic_user_file {passwords};"]
    if gate.header is not None:
        name, value = gate.header
        variable = "http_" + name.lower().replace("-", "_")
        lines += [
            "add_header WWW-Authenticate 'Bearer realm=\"models\"' always;",
            f'if (${variable} != "{value}") {{ return 401; }}',
        ]
    return "\n".join(lines)
