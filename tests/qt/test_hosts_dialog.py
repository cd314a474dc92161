from contextlib import asynccontextmanager
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.address import AddressProblem, BadAddress, HostAddress, parse_address
from desktop.domain.connection import Connection, Keeping, SignIn, SignInKind
from desktop.domain.host import Host, HostId, HostState
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.ollama.clients import Clients
from desktop.runtime.event import Event
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.dialog import HostDialog
from desktop.ui.hosts.facts import connection_facts
from desktop.ui.hosts.first_run import FirstRunPage, ServerHere, is_first_run
from desktop.ui.hosts.words import host_tooltip
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from tests.clock import until


@asynccontextmanager
async def registry_at(paths: Paths):
    settings = SettingsFile(paths.settings_file, pause=0)
    try:
        async with Clients() as clients, HostRegistry(settings, clients) as registry:
            yield registry
    finally:
        settings.close()


def said(dialog: HostDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(Label) if label.isVisible()]


def test_the_canonical_address_is_shown_as_one_types(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            dialog = HostDialog(theme, registry)
            dialog.open()
            QTest.keyClicks(dialog.address, "Tower:8080/")
            assert "http://tower:8080" in said(dialog)
            dialog.reject()
            dialog.deleteLater()

    run(scenario())


def test_enter_adds_the_host(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            dialog = HostDialog(theme, registry)
            dialog.open()
            QTest.keyClicks(dialog.address, "127.0.0.1:9")
            QTest.keyClicks(dialog.name, "tower")
            QTest.keyClick(dialog.name, Qt.Key.Key_Return)
            assert not dialog.isVisible()
            host = registry.hosts[0]
            assert (host.name, host.address) == ("tower", HostAddress("http", "127.0.0.1", 9))
            assert dialog.host_id == host.id
            dialog.deleteLater()

    run(scenario())


def test_a_wrong_address_is_explained_and_nothing_is_added(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            dialog = HostDialog(theme, registry)
            dialog.open()
            for typed, words in (
                ("http://me:pw@tower", "A password in the address is not kept"),
                ("tower#top", "ends before “#top”"),
                ("ftp://tower", "ftp:// does not lead to Ollama"),
                ("tower:99999", "“99999” is no port"),
            ):
                dialog.address.setText(typed)
                dialog.primary.click()
                assert dialog.isVisible()
                assert any(words in text for text in said(dialog)), typed
            assert registry.hosts == ()
            dialog.reject()
            dialog.deleteLater()

    run(scenario())


def test_an_address_that_another_host_has_is_refused_by_its_name(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            registry.add(parse_address("127.0.0.1:9"), "tower")
            dialog = HostDialog(theme, registry)
            dialog.open()
            dialog.address.setText("http://127.0.0.1:9/")
            dialog.primary.click()
            assert any("tower has this address already" in text for text in said(dialog))
            assert len(registry.hosts) == 1
            dialog.reject()
            dialog.deleteLater()

    run(scenario())


def test_editing_keeps_the_host_and_removing_needs_no_valid_address(
    run, theme: Theme, paths: Paths
):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            host_id = registry.add(parse_address("127.0.0.1:9"), "tower")
            dialog = HostDialog(theme, registry, registry.snapshot(host_id).host)
            dialog.open()
            dialog.name.setText("nas")
            dialog.primary.click()
            assert registry.snapshot(host_id).host.name == "nas"
            again = HostDialog(theme, registry, registry.snapshot(host_id).host)
            removed: list[str] = []
            again.remove_wanted.connect(removed.append)
            again.open()
            again.address.setText("http://me@nowhere")
            remove = again.findChild(Button, "removeHost")
            assert remove is not None
            remove.click()
            assert removed == [host_id]
            assert not again.isVisible()
            for opened in (dialog, again):
                opened.deleteLater()

    run(scenario())


def test_a_name_of_any_length_is_cut_before_it_stands_in_titles(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            dialog = HostDialog(theme, registry)
            dialog.open()
            dialog.name.insert("tower " * 1000)
            assert len(dialog.name.text()) <= 80
            dialog.reject()
            dialog.deleteLater()

    run(scenario())


def test_the_first_run_page_says_what_was_asked_and_offers_two_ways_on(
    run, theme: Theme, paths: Paths
):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            host_id = registry.add(parse_address("127.0.0.1:9"))
            done: list[str] = []
            page = FirstRunPage(
                theme,
                registry,
                add_host=lambda: done.append("add"),
                find_hosts=lambda: done.append("find"),
                explore=lambda: done.append("explore"),
            )
            page.show()
            await until(lambda: registry.snapshot(host_id).state is HostState.DOWN)
            assert is_first_run(registry.snapshots)
            shown = [label.text() for label in page.findChildren(Label) if label.isVisible()]
            assert "Nothing answers on this computer" in shown
            assert any("Nothing listens at 127.0.0.1:9." in text for text in shown)
            for name in ("firstRunAdd", "firstRunFind", "firstRunExplore"):
                button = page.findChild(Button, name)
                assert button is not None
                button.click()
            assert done == ["add", "find", "explore"]
            page.deleteLater()

    run(scenario())


def test_the_first_run_page_offers_to_start_an_ollama_that_is_here(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            changed, asked, is_here = Event[None](), list[str](), [False]
            here = ServerHere(
                changed,
                lambda: asked.append("look"),
                lambda: is_here[0],
                lambda: asked.append("start"),
            )
            page = FirstRunPage(
                theme,
                registry,
                add_host=lambda: None,
                find_hosts=lambda: None,
                explore=lambda: None,
                here=here,
            )
            page.show()
            start = page.findChild(Button, "firstRunStart")
            assert start is not None
            assert (asked, start.isVisible()) == (["look"], False)
            is_here[0] = True
            changed.emit(None)
            assert start.isVisible()
            shown = " ".join(label.text() for label in page.findChildren(Label))
            assert "Ollama is installed on this computer and does not run." in shown
            start.click()
            assert asked == ["look", "start"]
            page.deleteLater()

    run(scenario())


def test_a_useless_variable_is_named_on_the_first_run_page(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            page = FirstRunPage(
                theme,
                registry,
                add_host=lambda: None,
                find_hosts=lambda: None,
                explore=lambda: None,
                bad_variable=BadAddress(AddressProblem.PORT, "99999"),
            )
            page.show()
            shown = " ".join(label.text() for label in page.findChildren(Label))
            assert "No hosts yet" in shown
            assert "OLLAMA_HOST holds no address" in shown
            assert "“99999” is no port" in shown
            page.deleteLater()

    run(scenario())


def test_a_sign_in_that_is_not_at_hand_is_said_where_the_host_is_shown():
    sign_in = SignIn(SignInKind.BEARER, keeping=Keeping.RUN)
    host = Host(HostId("1"), parse_address("tower"), connection=Connection(sign_in=sign_in))
    missing = HostSnapshot(host, secret_missing=True)
    assert "not at hand" in host_tooltip(missing)
    assert "not at hand" not in host_tooltip(replace(missing, secret_missing=False))
    facts = {fact.key: fact.value for fact in connection_facts(host, None, secret_missing=True)}
    assert "enter it anew" in facts["Sign-in"]
