"""Hosts with a sign-in: their secrets are read late, kept where it was said, and forgotten."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from desktop.demo.server import DemoServer
from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Keeping, Secret, SignIn, SignInKind
from desktop.domain.host import HostId, HostState
from desktop.domain.proxy import Login, ProxyAddress, ProxyMode, ProxySetting
from desktop.hosts.registry import HostRegistry
from desktop.hosts.secret_keeping import lacks_secret, needs_secret, with_login
from desktop.ollama.clients import Clients
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from tests.clock import until

TOKEN = Secret(token="abc")


def bearer(keeping: Keeping = Keeping.KEYRING) -> Connection:
    return Connection(sign_in=SignIn(SignInKind.BEARER, keeping=keeping))


class Place:
    """Keeps secrets in memory, for each keeping apart; a lock holds up every read."""

    def __init__(self) -> None:
        self.kept = dict[tuple[HostId, Keeping], Secret]()
        self.opened = asyncio.Event()
        self.opened.set()
        self.has_keyring = True
        self.reads: list[HostId] = []

    async def read(self, host_id: HostId, keeping: Keeping = Keeping.KEYRING) -> Secret:
        self.reads.append(host_id)
        await self.opened.wait()
        return self.kept.get((host_id, keeping), Secret())

    async def write(self, host_id: HostId, secret: Secret, keeping: Keeping) -> Keeping:
        await self.forget(host_id)
        if keeping is Keeping.KEYRING and not self.has_keyring:
            keeping = Keeping.RUN
        if secret:
            self.kept[host_id, keeping] = secret
        return keeping

    async def forget(self, host_id: HostId) -> None:
        for key in [key for key in self.kept if key[0] == host_id]:
            del self.kept[key]


@pytest_asyncio.fixture
async def place() -> Place:
    return Place()


@pytest.fixture
def settings(paths: Paths) -> SettingsFile:
    return SettingsFile(paths.settings_file, pause=0)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[DemoServer]:
    async with DemoServer() as server:
        yield server


@pytest_asyncio.fixture
async def registry(
    settings: SettingsFile, place: Place, server: DemoServer
) -> AsyncIterator[HostRegistry]:
    """Closes before the server that it asks."""
    async with Clients() as clients, HostRegistry(settings, clients, secrets=place) as registry:
        yield registry
    settings.close()


async def test_a_secret_is_kept_and_its_place_noted(
    registry: HostRegistry, place: Place, settings: SettingsFile, server: DemoServer
):
    host_id = registry.add(server.address, connection=bearer(), colour=2, secret=TOKEN)
    await until(lambda: place.kept == {(host_id, Keeping.KEYRING): TOKEN})
    assert settings.settings.hosts[0].connection.sign_in.kind is SignInKind.BEARER
    assert registry.hosts[0].colour == 2
    assert not registry.snapshot(host_id).secret_missing
    assert place.reads == []


async def test_what_no_keyring_took_is_noted_as_kept_for_this_run(
    registry: HostRegistry, place: Place, settings: SettingsFile, server: DemoServer
):
    place.has_keyring = False
    host_id = registry.add(server.address, connection=bearer(), secret=TOKEN)
    await until(lambda: registry.hosts[0].connection.sign_in.keeping is Keeping.RUN)
    assert settings.settings.hosts[0].connection.sign_in.keeping is Keeping.RUN
    assert place.kept == {(host_id, Keeping.RUN): TOKEN}


async def test_a_slow_keyring_delays_no_other_host(
    settings: SettingsFile, place: Place, server: DemoServer
):
    async with DemoServer() as other:
        async with Clients() as clients, HostRegistry(settings, clients, secrets=place) as first:
            slow = first.add(server.address, connection=bearer(), secret=TOKEN)
            fast = first.add(other.address)
            await until(lambda: first.snapshot(slow).is_up and first.snapshot(fast).is_up)
        place.opened.clear()
        before = len(server.requests)
        async with Clients() as clients, HostRegistry(settings, clients, secrets=place) as again:
            await until(lambda: again.snapshot(fast).models_known)
            assert again.snapshot(slow).state is HostState.CHECKING
            assert len(server.requests) == before
            again.edit(slow, name="Tower", address=server.address)
            place.opened.set()
            await until(lambda: again.snapshot(slow).models_known)
            assert not again.snapshot(slow).secret_missing
    settings.close()


async def test_a_secret_that_is_not_there_is_a_state_and_is_looked_for_again(
    registry: HostRegistry, place: Place, server: DemoServer
):
    host_id = registry.add(server.address, connection=bearer())
    assert registry.snapshot(host_id).secret_missing
    registry.refresh()
    await until(lambda: place.reads)
    await until(lambda: registry.snapshot(host_id).is_up)
    assert registry.snapshot(host_id).secret_missing
    place.kept[host_id, Keeping.KEYRING] = TOKEN
    registry.refresh(host_id)
    await until(lambda: not registry.snapshot(host_id).secret_missing)


async def test_a_secret_stays_when_a_host_is_edited_without_one(
    registry: HostRegistry, place: Place, server: DemoServer
):
    host_id = registry.add(server.address, connection=bearer(), secret=TOKEN)
    await until(lambda: place.kept)
    registry.edit(host_id, name="Tower", address=server.address, colour=4)
    assert registry.hosts[0].connection == bearer()
    other = HostAddress("http", "localhost", server.address.port)
    registry.edit(host_id, name="Tower", address=other)
    await until(lambda: place.reads == [host_id])
    assert place.kept == {(host_id, Keeping.KEYRING): TOKEN}
    assert not registry.snapshot(host_id).secret_missing
    assert registry.hosts[0].colour == 4


async def test_another_secret_replaces_the_first(
    registry: HostRegistry, place: Place, server: DemoServer
):
    host_id = registry.add(server.address, connection=bearer(), secret=TOKEN)
    await until(lambda: registry.snapshot(host_id).is_up)
    registry.edit(host_id, name="", address=server.address, secret=Secret(token="new"))
    assert registry.snapshot(host_id).state is HostState.CHECKING
    await until(lambda: place.kept == {(host_id, Keeping.KEYRING): Secret(token="new")})
    registry.edit(host_id, name="", address=server.address, secret=Secret())
    assert registry.snapshot(host_id).secret_missing
    await until(lambda: not place.kept)


async def test_a_secret_moves_to_another_place_without_asking_the_host_anew(
    registry: HostRegistry, place: Place, server: DemoServer
):
    host_id = registry.add(server.address, connection=bearer(), secret=TOKEN)
    await until(lambda: registry.snapshot(host_id).is_up)
    registry.edit(host_id, name="", address=server.address, connection=bearer(Keeping.FILE))
    assert registry.snapshot(host_id).is_up
    await until(lambda: place.kept == {(host_id, Keeping.FILE): TOKEN})


async def test_a_secret_that_moves_is_waited_for(
    registry: HostRegistry, place: Place, server: DemoServer
):
    host_id = registry.add(server.address, connection=bearer(), secret=TOKEN)
    await until(lambda: place.kept)
    other = HostAddress("http", "localhost", server.address.port)
    registry.edit(host_id, name="", address=other, connection=bearer(Keeping.FILE))
    await until(lambda: registry.snapshot(host_id).is_up)
    assert not registry.snapshot(host_id).secret_missing


@pytest.mark.parametrize("ends_by", ["removal", "no sign-in"])
async def test_a_secret_is_forgotten_with_its_use(
    registry: HostRegistry, place: Place, server: DemoServer, ends_by: str
):
    host_id = registry.add(server.address, connection=bearer(), secret=TOKEN)
    await until(lambda: place.kept)
    if ends_by == "removal":
        registry.remove(host_id)
    else:
        registry.edit(host_id, name="", address=server.address, connection=Connection())
    await until(lambda: not place.kept)


async def test_a_secret_given_at_the_last_moment_is_kept(
    settings: SettingsFile, place: Place, server: DemoServer
):
    async with Clients() as clients, HostRegistry(settings, clients, secrets=place) as registry:
        host_id = registry.add(server.address, connection=bearer(), secret=TOKEN)
    settings.close()
    assert place.kept == {(host_id, Keeping.KEYRING): TOKEN}


async def test_without_a_place_secrets_live_as_long_as_the_run(
    settings: SettingsFile, server: DemoServer
):
    async with Clients() as clients, HostRegistry(settings, clients) as registry:
        host_id = registry.add(server.address, connection=bearer(), secret=TOKEN)
        await until(lambda: registry.hosts[0].connection.sign_in.keeping is Keeping.RUN)
        other = HostAddress("http", "localhost", server.address.port)
        registry.edit(host_id, name="", address=other)
        await until(lambda: registry.snapshot(host_id).is_up)
        assert not registry.snapshot(host_id).secret_missing
        registry.remove(host_id)
    settings.close()


async def test_a_proxy_login_is_noted_and_missed(
    registry: HostRegistry, place: Place, server: DemoServer
):
    proxy = ProxySetting(ProxyMode.MANUAL, ProxyAddress("http", "127.0.0.1", 1))
    connection = Connection(proxy=proxy)
    login = Secret(proxy=Login("me", "word"))
    host_id = registry.add(server.address, connection=connection, secret=login)
    await until(lambda: place.kept)
    assert registry.hosts[0].connection.proxy.has_login
    registry.edit(host_id, name="x", address=server.address, connection=connection)
    assert registry.hosts[0].connection.proxy.has_login
    place.kept.clear()
    registry.refresh()
    registry.edit(host_id, name="x", address=HostAddress("http", "localhost", 9))
    await until(lambda: registry.snapshot(host_id).secret_missing)


@pytest.mark.parametrize(
    ("kind", "secret", "lacks"),
    [
        (SignInKind.NONE, Secret(), False),
        (SignInKind.BEARER, Secret(password="x"), True),
        (SignInKind.BEARER, TOKEN, False),
        (SignInKind.BASIC, TOKEN, True),
        (SignInKind.BASIC, Secret(password="x"), False),
        (SignInKind.HEADERS, Secret(headers={"A": "1"}), True),
        (SignInKind.HEADERS, Secret(headers={"A": "1", "B": "2"}), False),
    ],
)
def test_what_is_missing_follows_from_the_sign_in(kind: SignInKind, secret: Secret, lacks: bool):
    connection = Connection(sign_in=SignIn(kind, headers=("A", "B")))
    assert lacks_secret(connection, secret) is lacks
    assert needs_secret(connection) is (kind is not SignInKind.NONE)
    assert needs_secret(with_login(connection, True))
    assert lacks_secret(with_login(connection, True), secret) is lacks
    proxied = replace(connection, proxy=ProxySetting(ProxyMode.MANUAL))
    assert lacks_secret(with_login(proxied, True), secret)
