"""Keeping secrets: in memory, in a file that was agreed to, and in keyrings of every temper."""

import asyncio
import json
import os
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.domain.connection import Keeping, Secret
from desktop.domain.host import HostId
from desktop.domain.proxy import Login
from desktop.storage import os_keyring
from desktop.storage.os_keyring import KeyringFailed, OsKeyring, open_keyring
from desktop.storage.paths import Paths
from desktop.storage.secret_text import parse_secret
from desktop.storage.secrets import Secrets

ONE, TWO = HostId("one"), HostId("two")
SECRET = Secret("tok", "pass", {"X-Key": "k"}, Login("me", "word"))
OTHER = Secret(token="other")


class Drawer:
    """A keyring in memory, which can be told to fail, to lie or to hang."""

    def __init__(self) -> None:
        self.kept = dict[tuple[str, str], str]()
        self.fails: Exception | None = None
        self.forgets_nothing = False
        self.loses = False
        self.gate = threading.Event()
        self.gate.set()

    def get_password(self, service: str, username: str) -> str | None:
        self._pass()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._pass()
        if not self.loses:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._pass()
        if not self.forgets_nothing:
            del self.kept[service, username]

    def _pass(self) -> None:
        self.gate.wait()
        if self.fails is not None:
            raise self.fails


def no_keyring() -> OsKeyring:
    raise KeyringFailed("none")


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def make(paths: Paths, drawer: Drawer) -> Iterator[Callable[..., Secrets]]:
    """Makes secrets over the drawer, or over what is given, and closes them."""
    made: list[Secrets] = []

    def build(
        open_ring: Callable[[], OsKeyring] = lambda: OsKeyring(drawer), patience: float = 5
    ) -> Secrets:
        made.append(Secrets(paths.secrets_file, open_ring, patience))
        return made[-1]

    yield build
    drawer.gate.set()
    for secrets in made:
        secrets.close()


async def test_a_secret_for_this_run_is_gone_with_the_next(make: Callable[..., Secrets]):
    async with make(no_keyring) as secrets:
        assert await secrets.write(ONE, SECRET, Keeping.RUN) is Keeping.RUN
        assert await secrets.read(ONE, Keeping.RUN) == SECRET
        assert await secrets.read(TWO, Keeping.RUN) == Secret()
    assert await make(no_keyring).read(ONE, Keeping.RUN) == Secret()


async def test_without_a_keyring_a_secret_is_kept_for_this_run(
    make: Callable[..., Secrets], home: Path
):
    secrets = make(no_keyring)
    assert not await secrets.has_keyring()
    assert await secrets.write(ONE, SECRET, Keeping.KEYRING) is Keeping.RUN
    assert await secrets.read(ONE) == SECRET
    assert files_below(home) == []


async def test_a_file_that_was_agreed_to_is_its_owner_s_alone(
    make: Callable[..., Secrets], paths: Paths
):
    paths.data.mkdir(parents=True, mode=0o755)
    assert await make().write(ONE, SECRET, Keeping.FILE) is Keeping.FILE
    assert await make().read(ONE, Keeping.FILE) == SECRET
    if os.name != "nt":
        assert stat.S_IMODE(paths.secrets_file.stat().st_mode) == 0o600
        assert stat.S_IMODE(paths.data.stat().st_mode) == 0o700


async def test_the_file_goes_with_its_last_secret(make: Callable[..., Secrets], paths: Paths):
    secrets = make()
    await secrets.write(ONE, SECRET, Keeping.FILE)
    await secrets.write(TWO, OTHER, Keeping.FILE)
    await secrets.forget(ONE)
    assert json.loads(paths.secrets_file.read_text())["hosts"] == {TWO: {"token": "other"}}
    await secrets.forget(TWO)
    await secrets.forget(TWO)
    assert list(paths.data.iterdir()) == []


async def test_a_file_that_cannot_be_written_leaves_a_secret_in_memory(
    make: Callable[..., Secrets], paths: Paths
):
    paths.data.parent.mkdir(parents=True)
    paths.data.write_text("in the way")
    secrets = make()
    assert await secrets.write(ONE, SECRET, Keeping.FILE) is Keeping.RUN
    assert await secrets.read(ONE, Keeping.FILE) == SECRET


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"hosts": 3}', '{"hosts": {"one": [1]}}', "[" * 100_000]
)
async def test_a_damaged_file_holds_no_secret(
    make: Callable[..., Secrets], paths: Paths, content: str
):
    paths.data.mkdir(parents=True)
    paths.secrets_file.write_text(content)
    secrets = make()
    assert await secrets.read(ONE, Keeping.FILE) == Secret()
    assert await secrets.write(ONE, SECRET, Keeping.FILE) is Keeping.FILE
    assert await secrets.read(ONE, Keeping.FILE) == SECRET
    assert [path.name for path in paths.data.iterdir()] == ["secrets.json"]


async def test_a_keyring_keeps_one_value_for_a_host(make: Callable[..., Secrets], drawer: Drawer):
    secrets = make()
    assert await secrets.has_keyring()
    assert await secrets.write(ONE, SECRET, Keeping.KEYRING) is Keeping.KEYRING
    assert list(drawer.kept) == [("paddock", ONE)]
    assert await make().read(ONE) == SECRET
    await secrets.forget(ONE)
    assert drawer.kept == {}
    assert await secrets.read(ONE) == Secret()


async def test_a_secret_that_moves_is_left_nowhere_else(
    make: Callable[..., Secrets], drawer: Drawer, paths: Paths
):
    secrets = make()
    await secrets.write(ONE, SECRET, Keeping.KEYRING)
    assert await secrets.write(ONE, OTHER, Keeping.FILE) is Keeping.FILE
    assert drawer.kept == {}
    assert await secrets.write(ONE, SECRET, Keeping.KEYRING) is Keeping.KEYRING
    assert not paths.secrets_file.exists()
    assert await secrets.write(ONE, SECRET, Keeping.RUN) is Keeping.RUN
    assert drawer.kept == {}
    assert await secrets.write(ONE, Secret(), Keeping.KEYRING) is Keeping.KEYRING
    assert await secrets.read(ONE) == Secret()


async def test_a_keyring_is_not_asked_about_what_it_never_held(
    make: Callable[..., Secrets], drawer: Drawer
):
    drawer.fails = AssertionError("it was asked")
    secrets = make()
    await secrets.write(ONE, SECRET, Keeping.RUN)
    await secrets.write(TWO, SECRET, Keeping.FILE)
    await secrets.forget(ONE)
    assert await secrets.read(TWO, Keeping.FILE) == SECRET


async def test_a_keyring_that_fails_is_no_crash_and_is_tried_again(
    make: Callable[..., Secrets], drawer: Drawer, caplog: pytest.LogCaptureFixture
):
    secrets = make()
    drawer.fails = RuntimeError("cannot keep tok")
    assert await secrets.write(ONE, SECRET, Keeping.KEYRING) is Keeping.RUN
    assert await secrets.read(TWO) == Secret()
    await secrets.forget(ONE)
    drawer.fails = None
    assert await secrets.write(ONE, SECRET, Keeping.KEYRING) is Keeping.KEYRING
    assert caplog.text == ""


async def test_a_keyring_that_hangs_is_given_up_and_later_cleaned(
    make: Callable[..., Secrets], drawer: Drawer
):
    secrets = make(patience=0.05)
    drawer.gate.clear()
    assert await secrets.write(ONE, SECRET, Keeping.KEYRING) is Keeping.RUN
    assert not await secrets.has_keyring()
    assert await secrets.read(ONE) == SECRET
    drawer.gate.set()
    await until_usable(secrets)
    await secrets.write(TWO, OTHER, Keeping.KEYRING)
    assert list(drawer.kept) == [("paddock", TWO)]


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def until_usable(secrets: Secrets) -> None:
    while not await secrets.has_keyring():  # noqa: ASYNC110  the keyring tells nobody
        await asyncio.sleep(0.002)


async def test_closed_secrets_know_nothing(make: Callable[..., Secrets]):
    secrets = make()
    await secrets.write(ONE, SECRET, Keeping.KEYRING)
    secrets.close()
    assert await secrets.read(ONE) == Secret()
    assert await secrets.read(ONE, Keeping.FILE) == Secret()
    assert await secrets.write(ONE, SECRET, Keeping.FILE) is Keeping.RUN


def backend(module: str, **parts: object) -> object:
    return type("Keyring", (Drawer,), {"__module__": module, **parts})()


def choose(monkeypatch: pytest.MonkeyPatch, chosen: object) -> None:
    keyring = SimpleNamespace(get_keyring=lambda: chosen)
    monkeypatch.setitem(sys.modules, "keyring", keyring)


@pytest.mark.parametrize("module", sorted(os_keyring.KNOWN))
def test_keyrings_of_the_system_are_taken(monkeypatch: pytest.MonkeyPatch, module: str):
    chosen = backend(module)
    choose(monkeypatch, chosen)
    open_keyring().write("a", "b")
    assert vars(chosen)["kept"] == {("paddock", "a"): "b"}


@pytest.mark.parametrize(
    "module",
    [
        "keyrings.alt.file",
        "keyring.backends.null",
        "keyring.backends.fail",
        "keyring.backends.chainer",
        "somebody.else",
    ],
)
def test_what_is_no_keyring_is_not_taken(monkeypatch: pytest.MonkeyPatch, module: str):
    chosen = backend(module)
    choose(monkeypatch, chosen)
    with pytest.raises(KeyringFailed, match="no keyring"):
        open_keyring()
    assert vars(chosen)["kept"] == {}


def test_of_a_chain_only_a_known_keyring_is_taken(monkeypatch: pytest.MonkeyPatch):
    plain, real = backend("keyrings.alt.file"), backend("keyring.backends.SecretService")
    chain = backend("keyring.backends.chainer", backends=[plain, real])
    choose(monkeypatch, chain)
    open_keyring().write("a", "b")
    assert vars(plain)["kept"] == {}
    assert vars(real)["kept"] == {("paddock", "a"): "b"}


@pytest.mark.parametrize("fault", ["fails", "loses", "forgets_nothing"])
def test_a_keyring_that_does_not_do_it_is_not_taken(monkeypatch: pytest.MonkeyPatch, fault: str):
    chosen = backend("keyring.backends.SecretService")
    setattr(chosen, fault, RuntimeError("the password is tok") if fault == "fails" else True)
    choose(monkeypatch, chosen)
    with pytest.raises(KeyringFailed) as caught:
        open_keyring()
    assert "tok" not in f"{caught.value!r}{caught.value.__cause__!r}"


@pytest.mark.parametrize("text", ["", "{", "3", '{"token": 4, "headers": {"a": 1, "b": "c"}}'])
def test_a_damaged_value_gives_what_can_be_read(text: str):
    assert parse_secret(text) == Secret(headers={"b": "c"} if "b" in text else {})


def test_a_secret_is_not_seen_in_its_repr():
    assert repr(SECRET) == "Secret()"
    assert "word" not in repr(SECRET.proxy)
