"""A canary in place of every secret: it is sung on the wire, and nowhere else."""

import base64
import logging
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Keeping, Secret, SignIn, SignInKind
from desktop.domain.host import HostId
from desktop.domain.proxy import Login, ProxyAddress, ProxyMode, ProxySetting
from desktop.hosts.profiles import export_profiles
from desktop.hosts.registry import HostRegistry
from desktop.services import Outside
from desktop.services_opening import open_services
from desktop.storage.logs import install_logging
from desktop.storage.os_keyring import OsKeyring
from desktop.storage.paths import Paths
from desktop.storage.secrets import Secrets
from desktop.storage.settings import SettingsFile
from tests.clock import until
from tests.lan_server import VERSION, LanServer, tags
from tests.raw_server import whole

CANARY = "canary-7f3a9b51"
BASIC = base64.b64encode(f"me:{CANARY}".encode()).decode()
OLLAMA = {
    "/api/version": VERSION,
    "/api/tags": tags(1),
    "/api/ps": whole(b'{"models": []}'),
}
LOGIN = Login("me", CANARY)
WAYS = {
    "bearer": (SignInKind.BEARER, Secret(token=CANARY)),
    "basic": (SignInKind.BASIC, Secret(password=CANARY)),
    "headers": (SignInKind.HEADERS, Secret(headers={"X-Key": CANARY})),
    "proxy": (SignInKind.NONE, Secret(proxy=LOGIN)),
}


class Drawer:
    """Stands in for the system's keyring."""

    def __init__(self) -> None:
        self.kept = dict[str, str]()

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[username]


@pytest.fixture
def log(paths: Paths) -> Iterator[Path]:
    close = install_logging(paths, logging.DEBUG)
    yield paths.log_file
    close()


def connection(way: str, keeping: Keeping, proxy: HostAddress) -> Connection:
    kind = WAYS[way][0]
    setting = ProxySetting()
    if way == "proxy":
        setting = ProxySetting(ProxyMode.MANUAL, ProxyAddress("http", proxy.host, proxy.port))
    return Connection(setting, sign_in=SignIn(kind, "me", ("X-Key",), keeping))


def where_it_is(folder: Path) -> set[str]:
    """The names of files that hold the canary, plain or as basic sign-in sends it."""
    marks = (CANARY.encode(), BASIC.encode())
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if any(mark in path.read_bytes() for mark in marks)}


def processes_that_show_it() -> list[str]:
    """Read every command line and environment, as another user's `ps e` would."""
    shown: list[str] = []
    for process in psutil.process_iter(["cmdline", "environ"]):
        text = f"{process.info['cmdline']}{process.info['environ']}"
        shown += [text] if CANARY in text or BASIC in text else []
    return shown


async def use(registry: HostRegistry, host_id: HostId) -> None:
    """Wait until it answers, and do what a person does: ask, edit, look, share."""
    await until(lambda: registry.snapshot(host_id).models_known)
    await registry.try_card(host_id, "tiny")
    host = registry.snapshot(host_id).host
    registry.edit(host_id, name="Tower", address=replace(host.address, host="127.0.0.1"))
    await until(lambda: registry.snapshot(host_id).models_known)
    assert CANARY not in export_profiles(registry.hosts)
    assert CANARY not in repr(registry.snapshots)


@pytest.mark.parametrize("keeping", Keeping)
@pytest.mark.parametrize("way", WAYS)
async def test_a_secret_is_found_only_where_it_was_agreed_to(
    way: str,
    keeping: Keeping,
    paths: Paths,
    home: Path,
    log: Path,
    caplog: pytest.LogCaptureFixture,
):
    drawer = Drawer()
    caplog.set_level(logging.DEBUG)
    agreed = {"secrets.json"} if keeping is Keeping.FILE else set[str]()
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(LanServer("127.0.0.1", 0, OLLAMA))
        proxied = {f"http://127.0.0.1:{server.port}{path}": OLLAMA[path] for path in OLLAMA}
        proxied |= {f"http://localhost:{server.port}{path}": OLLAMA[path] for path in OLLAMA}
        proxy = await stack.enter_async_context(LanServer("127.0.0.1", 0, proxied))
        settings = SettingsFile(paths.settings_file, pause=0)
        stack.callback(settings.close)
        at = HostAddress("http", "localhost", server.port)
        chosen = connection(way, keeping, HostAddress("http", "127.0.0.1", proxy.port))

        secrets = Secrets(paths.secrets_file, lambda: OsKeyring(drawer))
        async with secrets, open_services(settings, Outside(), paths, secrets) as services:
            services.registry.remove(services.registry.hosts[0].id)
            host_id = services.registry.add(at, connection=chosen, secret=WAYS[way][1])
            await use(services.registry, host_id)
            assert processes_that_show_it() == []
        assert where_it_is(home) == agreed

        secrets = Secrets(paths.secrets_file, lambda: OsKeyring(drawer))
        async with secrets, open_services(settings, Outside(), paths, secrets) as services:
            await until(lambda: services.registry.snapshot(host_id).models_known)
            missing = services.registry.snapshot(host_id).secret_missing
            assert missing is (keeping is Keeping.RUN)
            services.registry.remove(host_id)
        sung = "".join(server.requests + proxy.requests)
        assert CANARY in sung or BASIC in sung
    assert where_it_is(home) == set()
    assert drawer.kept == {}
    assert CANARY not in caplog.text
    assert BASIC not in caplog.text


@pytest.mark.parametrize("way", WAYS)
async def test_a_secret_is_in_no_error(way: str, paths: Paths, home: Path, log: Path):
    """Refused, redirected, garbled and cut off, by the server or by the proxy."""
    answers = (
        whole(b"", status=401),
        whole(b"{", status=500),
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        b"SSH-2.0\r\n",
        b"HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
    )
    settings = SettingsFile(paths.settings_file, pause=0)
    async with AsyncExitStack() as stack:
        places = [
            (await stack.enter_async_context(LanServer("127.0.0.1", 0, {}, answer))).port
            for answer in answers
        ]
        services = await stack.enter_async_context(open_services(settings, Outside(), paths))
        registry = services.registry
        for port in places:
            at = HostAddress("http", "127.0.0.1", port)
            chosen = connection(way, Keeping.RUN, at)
            host_id = registry.add(at, connection=chosen, secret=WAYS[way][1])
            await until(lambda: registry.snapshot(host_id).error)  # noqa: B023
            error = registry.snapshot(host_id).error
            cause = getattr(error, "__cause__", None)
            assert CANARY not in f"{error!r}{error!s}{vars(error)!r}{cause!r}"
            registry.remove(host_id)
    settings.close()
    assert where_it_is(home) == set()
