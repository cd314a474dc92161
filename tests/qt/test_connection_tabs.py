"""Each tab of the connection dialog, by clicks and keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar

from desktop.domain.connection import Certificate, SignInKind, Timeouts, Trust, Tunnel
from desktop.domain.proxy import ProxyMode, SystemAnswer
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.certificate import CertificateQuestion, grouped
from desktop.ui.connection.form import Tab
from desktop.ui.connection.tls_tab import CA_FILE, PIN
from desktop.ui.connection.words import system_words
from desktop.ui.hosts.dialog import HostDialog
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.radio_lines import RadioLines
from tests.clock import until
from tests.qt.connection_dialog import CERTIFICATE, CORPORATE, registry_at, services


@asynccontextmanager
async def dialog_at(
    theme: Theme, paths: Paths, address: str, *, has_ssh: bool = True
) -> AsyncIterator[HostDialog]:
    async with registry_at(paths) as registry:
        dialog = HostDialog(theme, registry, services=services(has_ssh=has_ssh))
        dialog.open()
        dialog.address.setText(address)
        await until(dialog.isActiveWindow)
        yield dialog
        dialog.reject()
        dialog.deleteLater()


def said(dialog: HostDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Label) if label.isVisible())


def click_line(lines: RadioLines, text: str) -> None:
    """Click the muted line below a choice, which chooses as the choice itself does."""
    label = next(label for label in lines.findChildren(Label) if label.text().startswith(text))
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("192.168.1.20", "Goes direct, because 192.168.1.20 is on your network."),
        ("localhost", "Goes direct, because it is this computer."),
        ("https://ollama.example.com", "Goes through proxy.corp:3128, because http_proxy says so."),
    ],
)
def test_the_route_is_said_in_words(
    run, theme: Theme, paths: Paths, address: str, sentence: str
) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, address) as dialog:
            await until(lambda: sentence in said(dialog))
            await until(lambda: "http_proxy is set to proxy.corp:3128" in said(dialog))

    run(scenario())


def test_the_route_follows_what_is_chosen(run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "http://10.1.2.3") as dialog:
            proxy = dialog.form.proxy
            click_line(proxy.modes, "Enter a proxy")
            assert "Goes direct until a proxy is entered." in said(dialog)
            QTest.keyClicks(proxy.manual.address, "gate:3128")
            assert "Goes through gate:3128." in said(dialog)
            QTest.keyClicks(proxy.manual.excepted, "10.0.0.0/8")
            assert "Goes direct, because the exceptions hold 10.0.0.0/8." in said(dialog)
            proxy.modes.button(3).setFocus()
            QTest.keyClick(proxy.modes.button(3), Qt.Key.Key_Up)
            assert proxy.setting.mode is ProxyMode.SYSTEM
            dialog.form.tunnel.destination.setText("me@gate")
            assert "Goes through the SSH tunnel to me@gate" in said(dialog)

    run(scenario())


def test_a_login_in_a_proxy_s_url_moves_to_its_fields(run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "tower") as dialog:
            manual = dialog.form.proxy.manual
            dialog.form.proxy.choose(ProxyMode.MANUAL)
            manual.address.setFocus()
            QTest.keyClicks(manual.address, "http://me:p%40ss@gate:3128")
            QTest.keyClick(manual.address, Qt.Key.Key_Tab)
            assert manual.address.text() == "gate:3128"
            assert (manual.user.text(), manual.password.text()) == ("me", "p@ss")
            assert manual.password.echoMode() is QLineEdit.EchoMode.Password
            manual.password.eye.click()
            assert manual.password.echoMode() is QLineEdit.EchoMode.Normal

    run(scenario())


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Type a proxy"),
        ("socks4://gate", "SOCKS 4 is not supported"),
        ("socks://gate", "does not say which SOCKS"),
        ("ftp://gate", "ftp:// is no proxy"),
        ("gate:99999", "“99999” is no port"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_explained(
    run, theme: Theme, paths: Paths, typed: str, problem: str
) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "tower") as dialog:
            dialog.form.proxy.choose(ProxyMode.MANUAL)
            dialog.form.proxy.manual.address.setText(typed)
            assert dialog.form.find_problem() is dialog.form.proxy.manual.address
            assert problem in said(dialog)

    run(scenario())


def test_what_the_system_says_names_what_decided() -> None:
    assert system_words(CORPORATE) == "http_proxy is set to proxy.corp:3128"
    assert system_words(SystemAnswer(source="no_proxy")) == "no_proxy says to go direct"
    assert "socks4://x cannot be used" in system_words(SystemAnswer(unusable="socks4://x"))
    assert system_words(SystemAnswer()) == "The system has no proxy for this address"


def test_a_certificate_is_pinned_only_once_it_was_confirmed(
    run, theme: Theme, paths: Paths
) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "tower") as dialog:
            tls = dialog.form.tls
            dialog.form.tabs.choose(Tab.TLS)
            assert "Nothing is encrypted" in said(dialog)
            dialog.address.setText("https://tower")
            assert "Nothing is encrypted" not in said(dialog)
            click_line(tls.ways, "Only the very one")
            assert dialog.form.find_problem() is tls.pin.button
            for key, pin in ((Qt.Key.Key_Escape, ""), (Qt.Key.Key_Return, "0123456789abcdef" * 4)):
                QTest.mouseClick(tls.pin.button, Qt.MouseButton.LeftButton)
                await until(lambda: any(q.isVisible() for q in _questions(dialog)))
                question = next(q for q in _questions(dialog) if q.isVisible())
                shown = "\n".join(label.text() for label in question.findChildren(Label))
                for fact in (CERTIFICATE.subject, "itself", "192.168.1.20", "2030", "01:23:45:67"):
                    assert fact in shown
                assert question.focusWidget() is question.cancel
                QTest.keyClick(question.primary, key)
                assert tls.trust == Trust(pin=pin)
            assert grouped(CERTIFICATE.fingerprint).splitlines()[0] in said(dialog)

    run(scenario())


def _questions(dialog: HostDialog) -> list[CertificateQuestion]:
    return dialog.findChildren(CertificateQuestion)


def test_an_expired_certificate_says_so(theme: Theme, paths: Paths, run) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "https://tower") as dialog:
            draft = dialog.draft
            assert draft is not None
            early = CERTIFICATE.not_before
            old = Certificate("CN=x", "CN=y", early, early, "ab" * 32)
            question = CertificateQuestion(theme, old, draft)
            shown = "\n".join(label.text() for label in question.findChildren(Label))
            assert "It expired on" in shown
            question.deleteLater()

    run(scenario())


def test_a_ca_file_is_looked_into_at_once(run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "https://tower") as dialog:
            tls = dialog.form.tls
            dialog.form.tabs.choose(Tab.TLS)
            tls.ways.choose(CA_FILE)
            tls.ca_file.path.setFocus()
            QTest.keyClicks(tls.ca_file.path, "missing.pem")
            QTest.keyClick(tls.ca_file.path, Qt.Key.Key_Tab)
            await until(lambda: "There is no such file." in said(dialog))
            assert dialog.form.find_problem() is tls.ca_file.path
            tls.ca_file.path.setText("ca.pem")
            assert dialog.form.find_problem() is None
            assert tls.trust == Trust(ca_file="ca.pem")
            tls.ways.choose(PIN)
            dialog.address.setText("http://tower")
            assert dialog.form.find_problem() is None, "without TLS there is nothing to pin"

    run(scenario())


def test_headers_are_added_and_removed_by_keys(run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "https://tower") as dialog:
            dialog.form.tabs.choose(Tab.SIGN_IN)
            click_line(dialog.form.sign_in.kinds, "Sent with every request")
            headers = dialog.form.sign_in.headers
            QTest.keyClicks(headers.rows[0].name, "X-API-Key")
            QTest.keyClicks(headers.rows[0].value, "one")
            QTest.keyClick(headers.add_button, Qt.Key.Key_Space)
            assert dialog.focusWidget() is headers.rows[1].name
            QTest.keyClicks(headers.rows[1].name, "x-api-key")
            assert dialog.form.find_problem() is headers.rows[1].name
            assert "there twice" in said(dialog)
            headers.rows[1].name.setText("Host")
            assert dialog.form.find_problem() is headers.rows[1].name
            QTest.keyClick(headers.rows[1].remove, Qt.Key.Key_Space)
            assert dialog.form.find_problem() is None
            assert headers.values({}) == {"X-API-Key": "one"}
            assert dialog.form.connection.sign_in.headers == ("X-API-Key",)

    run(scenario())


def test_a_token_that_cannot_be_sent_is_refused_without_being_repeated(
    run, theme: Theme, paths: Paths
) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "https://tower") as dialog:
            dialog.form.tabs.choose(Tab.SIGN_IN)
            dialog.form.sign_in.kinds.choose(1)
            dialog.form.sign_in.token.setText("käse token")
            assert dialog.form.find_problem() is dialog.form.sign_in.token
            assert "There is a space" in said(dialog)
            assert "käse" not in said(dialog)
            assert dialog.form.sign_in.kind is SignInKind.BEARER

    run(scenario())


def test_times_have_units_and_go_back_to_their_defaults(run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "tower") as dialog:
            dialog.form.tabs.choose(Tab.TIMEOUTS)
            field = dialog.form.timeouts.loading
            assert field.box.text() == "600 s"
            assert not field.reset.isVisible()
            field.box.selectAll()
            QTest.keyClicks(field.box, "900")
            assert dialog.form.connection.timeouts == Timeouts(loading=900)
            QTest.keyClick(field.reset, Qt.Key.Key_Space)
            assert dialog.form.connection.timeouts == Timeouts()

    run(scenario())


def test_a_tunnel_needs_ssh_and_a_destination_that_is_no_option(
    run, theme: Theme, paths: Paths
) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "tower", has_ssh=False) as dialog:
            dialog.form.tabs.choose(Tab.TUNNEL)
            assert "There is no ssh on this computer." in said(dialog)
            tunnel = dialog.form.tunnel
            for typed in ("-oProxyCommand=sh", "me@gate; rm"):
                tunnel.destination.setText(typed)
                assert dialog.form.find_problem() is tunnel.destination
            tunnel.destination.setText("me@gate")
            tunnel.port.box.setValue(2222)
            assert dialog.form.find_problem() is None
            assert dialog.form.connection.tunnel == Tunnel("me@gate", 2222)

    run(scenario())


def test_tabs_and_colours_are_reached_by_keys(run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "tower") as dialog:
            bar = dialog.form.tabs.findChild(QTabBar)
            assert bar is not None
            bar.setFocus()
            for tab in tuple(Tab)[1:]:
                QTest.keyClick(bar, Qt.Key.Key_Right)
                assert dialog.form.tabs.current == tab
            colours = dialog.identity.colours
            names = [colours.button(place).accessibleName() for place in range(6)]
            assert names == ["No colour", "Blue", "Green", "Purple", "Orange", "Red"]
            colours.button(0).setFocus()
            QTest.keyClick(colours.button(0), Qt.Key.Key_Right)
            assert colours.current == 1

    run(scenario())


def test_a_tab_that_differs_from_the_default_has_a_dot(run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        async with dialog_at(theme, paths, "tower") as dialog:
            bar = dialog.form.tabs.findChild(QTabBar)
            assert bar is not None
            dialog.form.proxy.choose(ProxyMode.DIRECT)
            assert bar.tabText(Tab.PROXY) == "Proxy •"
            assert bar.accessibleTabName(Tab.PROXY) == "Proxy, edited"
            dialog.form.proxy.choose(ProxyMode.AUTOMATIC)
            assert bar.tabText(Tab.PROXY) == "Proxy"

    run(scenario())
