"""squid, the proxy of many companies: HTTP, and HTTPS to the proxy itself."""

import shutil
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from desktop.domain.proxy import ProxyAddress
from tests.real.process import free_port, program, running
from tests.real.proxy import RealProxy, open_folder

# squid hands a login over in percent encoding: this is ANN of tests.real.proxy.
_HELPER = """#!/bin/sh
while read -r user password; do
    if [ "$user $password" = "ann open%20sesame:%20%C3%BC" ]; then echo OK; else echo ERR; fi
done
"""


@asynccontextmanager
async def squid(
    *,
    wants_login: bool = False,
    refuses: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
    certificate: tuple[Path, Path] | None = None,
) -> AsyncIterator[RealProxy]:
    """Run squid. It answers 403 for hosts it `refuses` and 503 where nothing listens.

    `names` are names it resolves besides this computer's; with `certificate`
    (and its key) it is spoken to by TLS. The login that it wants is `ANN` of tests.real.proxy.
    """
    binary, port = program("squid"), free_port()
    with open_folder() as folder:
        lines = [*_listening(port, folder, certificate), *_fixed(folder, names or {})]
        lines += _login(folder) if wants_login else []
        lines += [f"acl refused dstdomain {name}" for name in refuses]
        lines += ["http_access deny refused"] if refuses else []
        lines += ["http_access allow known" if wants_login else "http_access allow all"]
        config = folder / "squid.conf"
        config.write_text("\n".join(lines) + "\n", "utf-8")
        service = f"test{port}"  # The prefix of its shared memory, which it leaves when killed.
        command = (binary, "-N", "-n", service, "-f", str(config))
        with _shared_memory(service):
            async with running(command, port, folder / "said.txt"):
                scheme = "http" if certificate is None else "https"
                yield RealProxy(ProxyAddress(scheme, "127.0.0.1", port), folder / "access.log")


@contextmanager
def _shared_memory(service: str) -> Iterator[None]:
    try:
        yield
    finally:
        for left in Path("/dev/shm").glob(f"{service}-*"):
            left.unlink(missing_ok=True)


def _listening(port: int, folder: Path, certificate: tuple[Path, Path] | None) -> list[str]:
    if certificate is None:
        return [f"http_port 127.0.0.1:{port}"]
    copies = [shutil.copyfile(path, folder / path.name) for path in certificate]
    for copy in copies:
        copy.chmod(0o644)
    return [f"https_port 127.0.0.1:{port} tls-cert={copies[0]} tls-key={copies[1]}"]


def _fixed(folder: Path, names: Mapping[str, str]) -> list[str]:
    hosts = folder / "hosts"
    rows = [f"{address} {name}\n" for name, address in names.items()]
    hosts.write_text("127.0.0.1 localhost\n" + "".join(rows), "utf-8")
    return [
        "visible_hostname squid.test",
        "pid_filename none",
        "cache deny all",
        "cache_mem 8 MB",
        "max_filedescriptors 1024",  # It sets a table aside for each that it may have.
        "shutdown_lifetime 0 seconds",
        "connect_timeout 2 seconds",
        "dns_nameservers 127.0.0.1",  # Nobody: no name is asked for outside.
        "dns_retransmit_interval 500 milliseconds",
        "dns_timeout 1 seconds",
        "pinger_enable off",
        f"hosts_file {hosts}",
        f"cache_log {folder / 'cache.log'}",
        f"access_log stdio:{folder / 'access.log'}",
        "buffered_logs off",
        f"coredump_dir {folder}",
    ]


def _login(folder: Path) -> list[str]:
    helper = folder / "login.sh"
    helper.write_text(_HELPER, "utf-8")
    helper.chmod(0o755)
    return [
        f"auth_param basic program {helper}",
        "auth_param basic children 1 startup=1 idle=1",
        "auth_param basic realm squid",
        "auth_param basic utf8 off",
        "acl known proxy_auth REQUIRED",
    ]
