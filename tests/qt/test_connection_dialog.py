"""The dialog as a whole: what it saves, what it tests, and that it keeps no secret to itself."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.demo.server import DemoServer
from desktop.diagnostics.doctor import Doctor, Step, StepState
from desktop.diagnostics.explain import Remedy
from desktop.domain.address import parse_address
from desktop.domain.connection import Connection, Keeping, Secret, SignIn, SignInKind
from desktop.domain.proxy import Login, ProxyAddress, ProxyMode, ProxySetting
from desktop.hosts.registry import HostRegistry
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.form import Tab
from desktop.ui.connection.remove import RemoveQuestion
from desktop.ui.connection.services import DialogServices
from desktop.ui.hosts.dialog import HostDialog
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from tests.clock import until
from tests.qt.connection_dialog import DraftDoctorStub, SecretsStub, registry_at, services

CANARY = "canary-5f1e0c"
BEARER = Connection(sign_in=SignIn(SignInKind.BEARER))


def opened(
    theme: Theme,
    registry: HostRegistry,
    number: int | None = None,
    asked: DialogServices | None = None,
) -> HostDialog:
    host = None if number is None else registry.hosts[number]
    dialog = HostDialog(theme, registry, host, services=asked or services())
    dialog.open()
    return dialog


def every_text(dialog: HostDialog) -> Iterator[str]:
    """Everything of a dialog that another program, a picture or a dump could show."""
    for part in [dialog, *dialog.findChildren(QObject)]:
        yield repr(part)
        known = part.metaObject()
        for place in range(known.propertyCount()):
            if known.property(place).typeName() == "QString":
                yield str(known.property(place).read(part))
        if isinstance(part, QLineEdit):
            part.undo()
            yield part.text()
            part.redo()


def visible_words(dialog: HostDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(Label) if label.isVisible()]


def test_everything_that_is_set_is_saved(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        secrets = SecretsStub()
        async with registry_at(paths, secrets) as registry:
            dialog = opened(theme, registry, asked=services(secrets=secrets))
            QTest.keyClicks(dialog.address, "https://tower.corp/ollama")
            dialog.identity.colours.choose(3)
            dialog.form.proxy.choose(ProxyMode.MANUAL)
            QTest.keyClicks(dialog.form.proxy.manual.address, "socks5://me:pw@gate")
            QTest.keyClicks(dialog.form.proxy.manual.excepted, "10.0.0.0/8 .lan")
            dialog.form.timeouts.loading.box.setValue(900)
            dialog.form.tunnel.destination.setText("me@gate")
            dialog.primary.click()
            host = registry.hosts[0]
            assert host.colour == 3
            assert host.connection.proxy == ProxySetting(
                ProxyMode.MANUAL,
                ProxyAddress("socks5", "gate", 1080),
                ("10.0.0.0/8", ".lan"),
                has_login=True,
            )
            assert host.connection.timeouts.loading == 900
            assert host.connection.tunnel.destination == "me@gate"
            await until(lambda: secrets.kept)
            assert secrets.kept[host.id].proxy == Login("me", "pw")
            dialog.deleteLater()

    run(scenario())


def test_a_token_is_kept_and_is_in_no_widget_afterwards(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        secrets = SecretsStub()
        async with registry_at(paths, secrets) as registry:
            doctor = DraftDoctorStub()
            dialog = opened(theme, registry, asked=services(doctor, secrets))
            QTest.keyClicks(dialog.address, "https://tower")
            dialog.form.tabs.choose(Tab.SIGN_IN)
            for kind, field in ((3, dialog.form.sign_in.headers.rows[0].value),):
                dialog.form.sign_in.kinds.choose(kind)
                QTest.keyClicks(field, CANARY)
            QTest.keyClicks(dialog.form.sign_in.password, CANARY)
            dialog.form.sign_in.kinds.choose(1)
            dialog.form.sign_in.token.eye.click()
            QTest.keyClicks(dialog.form.sign_in.token, CANARY)
            dialog.form.proxy.choose(ProxyMode.MANUAL)
            dialog.form.proxy.manual.address.setText(f"http://me:{CANARY}@gate:1")
            dialog.start_test()
            dialog.primary.click()
            assert not dialog.isVisible()
            await until(lambda: secrets.kept)
            host = registry.hosts[0]
            assert secrets.kept[host.id] == Secret(token=CANARY, proxy=Login("me", CANARY))
            assert not [text for text in every_text(dialog) if CANARY in text]
            assert CANARY not in repr([host, registry.snapshots, doctor.started, vars(dialog)])
            dialog.deleteLater()

    run(scenario())


def test_escape_keeps_nothing(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        secrets = SecretsStub()
        async with registry_at(paths, secrets) as registry:
            registry.add(parse_address("127.0.0.1:9"), "tower")
            dialog = opened(theme, registry, 0, services(secrets=secrets))
            dialog.form.sign_in.kinds.choose(1)
            QTest.keyClicks(dialog.form.sign_in.token, CANARY)
            assert any(CANARY in text for text in every_text(dialog)), "it is where it was typed"
            QTest.keyClicks(dialog.name, "other")
            QTest.keyClick(dialog.name, Qt.Key.Key_Escape)
            assert not dialog.isVisible()
            assert registry.hosts[0].name == "tower"
            assert registry.hosts[0].connection == Connection()
            assert not secrets.kept
            assert not [text for text in every_text(dialog) if CANARY in text]
            dialog.deleteLater()

    run(scenario())


def test_what_is_kept_is_not_shown_and_stays_until_it_is_replaced(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        secrets = SecretsStub()
        async with registry_at(paths, secrets) as registry:
            host_id = registry.add(
                parse_address("127.0.0.1:9"), connection=BEARER, secret=Secret(token=CANARY)
            )
            await until(lambda: secrets.kept)
            dialog = opened(theme, registry, 0, services(secrets=secrets))
            dialog.form.tabs.choose(Tab.SIGN_IN)
            await until(dialog.form.sign_in.kept.isVisible)
            assert not [text for text in every_text(dialog) if CANARY in text]
            dialog.primary.click()
            assert secrets.kept[host_id].token == CANARY
            again = opened(theme, registry, 0, services(secrets=secrets))
            again.form.tabs.choose(Tab.SIGN_IN)
            await until(again.form.sign_in.kept.isVisible)
            QTest.keyClicks(again.form.sign_in.token, "other")
            again.primary.click()
            await until(lambda: secrets.kept[host_id].token == "other")
            for one in (dialog, again):
                one.deleteLater()

    run(scenario())


def test_a_secret_is_forgotten_on_save_and_not_before(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        secrets = SecretsStub()
        async with registry_at(paths, secrets) as registry:
            host_id = registry.add(
                parse_address("127.0.0.1:9"), connection=BEARER, secret=Secret(token=CANARY)
            )
            await until(lambda: secrets.kept)
            dialog = opened(theme, registry, 0, services(secrets=secrets))
            dialog.form.tabs.choose(Tab.SIGN_IN)
            await until(dialog.form.sign_in.kept.isVisible)
            dialog.form.sign_in.kept.button.click()
            dialog.primary.click()
            assert dialog.isVisible(), "a token is still wanted"
            assert host_id in secrets.kept
            dialog.form.sign_in.kinds.choose(0)
            dialog.primary.click()
            await until(lambda: host_id not in secrets.kept)
            dialog.deleteLater()

    run(scenario())


def test_what_is_wrong_puts_its_tab_in_front(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            dialog = opened(theme, registry)
            dialog.address.setText("https://tower")
            dialog.form.tabs.choose(Tab.TIMEOUTS)
            dialog.form.tunnel.destination.setText("-oProxyCommand=sh")
            dialog.primary.click()
            assert (dialog.isVisible(), dialog.form.tabs.current) == (True, Tab.TUNNEL)
            dialog.form.sign_in.kinds.choose(1)
            dialog.primary.click()
            assert dialog.form.tabs.current == Tab.SIGN_IN
            assert dialog.focusWidget() is dialog.form.sign_in.token
            dialog.form.proxy.choose(ProxyMode.MANUAL)
            dialog.form.proxy.manual.address.setText("socks4://gate")
            dialog.primary.click()
            assert dialog.form.tabs.current == Tab.PROXY
            assert registry.hosts == ()
            dialog.reject()
            dialog.deleteLater()

    run(scenario())


def test_a_test_takes_what_is_typed_and_saves_nothing(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        doctor = DraftDoctorStub()
        async with registry_at(paths) as registry:
            dialog = opened(theme, registry, asked=services(doctor))
            dialog.address.setText("tower")
            dialog.form.sign_in.kinds.choose(1)
            QTest.keyClicks(dialog.form.sign_in.token, CANARY)
            button = dialog.findChild(Button, "testDraft")
            assert button is not None
            button.click()
            draft, secret = doctor.started[0]
            assert draft.address.host == "tower"
            assert draft.connection.sign_in.kind is SignInKind.BEARER
            assert secret == Secret(token=CANARY)
            assert registry.hosts == ()
            dialog.reject()
            assert doctor.cancelled == [draft.id]
            dialog.deleteLater()

    run(scenario())


def test_a_finding_is_mended_in_the_dialog_and_tested_again(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        doctor = DraftDoctorStub()
        async with registry_at(paths) as registry:
            dialog = opened(theme, registry, asked=services(doctor))
            dialog.address.setText("http://tower:8080")
            assert dialog.test is not None
            dialog.test.remedy_wanted.emit(Remedy.BYPASS_PROXY)
            assert doctor.started[-1][0].connection.proxy.mode is ProxyMode.DIRECT
            dialog.test.remedy_wanted.emit(Remedy.SWITCH_SCHEME)
            assert doctor.started[-1][0].address.url == "https://tower:8080"
            dialog.test.remedy_wanted.emit(Remedy.SIGN_IN)
            assert dialog.form.tabs.current == Tab.SIGN_IN
            dialog.reject()
            dialog.deleteLater()

    run(scenario())


def test_jobs_on_a_host_are_named_before_it_is_removed(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            registry.add(parse_address("127.0.0.1:9"), "tower")
            dialog = opened(theme, registry, 0, services(jobs=2))
            wanted: list[str] = []
            dialog.remove_wanted.connect(wanted.append)
            remove = dialog.findChild(Button, "removeHost")
            assert remove is not None
            remove.click()
            assert not wanted
            question = dialog.findChild(RemoveQuestion)
            assert question is not None
            assert "2" in question.line.text()
            question.primary.click()
            assert wanted == [registry.hosts[0].id]
            assert not dialog.isVisible()
            dialog.deleteLater()

    run(scenario())


def test_a_sign_in_that_others_could_read_is_warned_of(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            dialog = opened(theme, registry)
            dialog.address.setText("http://192.168.1.20")
            assert not dialog.warning.isVisible()
            dialog.form.sign_in.kinds.choose(1)
            assert "plain text" in dialog.warning.accessibleName()
            dialog.address.setText("https://192.168.1.20")
            assert not dialog.warning.isVisible()
            dialog.address.setText("http://8.8.8.8")
            assert "public internet" in dialog.warning.accessibleName()
            dialog.form.tunnel.destination.setText("gate")
            assert not dialog.warning.isVisible()
            dialog.reject()
            dialog.deleteLater()

    run(scenario())


def test_a_file_for_secrets_is_agreed_to_in_words(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        secrets = SecretsStub(keyring=False)
        async with registry_at(paths, secrets) as registry:
            dialog = opened(theme, registry, asked=services(secrets=secrets))
            dialog.address.setText("https://tower")
            dialog.form.tabs.choose(Tab.SIGN_IN)
            keeping = dialog.form.sign_in.keeping
            await until(lambda: keeping.choice.findData(Keeping.KEYRING) == -1)
            assert any("No keyring answers" in text for text in every_text(dialog))
            dialog.form.sign_in.kinds.choose(1)
            QTest.keyClicks(dialog.form.sign_in.token, CANARY)
            keeping.choice.setCurrentIndex(keeping.choice.findData(Keeping.FILE))
            dialog.primary.click()
            assert dialog.isVisible()
            assert dialog.focusWidget() is keeping.agreed
            QTest.keyClick(keeping.agreed, Qt.Key.Key_Space)
            dialog.primary.click()
            await until(lambda: secrets.kept)
            assert set(secrets.places.values()) == {Keeping.FILE}
            dialog.deleteLater()

    run(scenario())


def test_the_doctor_s_steps_stand_beside_what_is_typed(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with (
            DemoServer() as server,
            registry_at(paths) as registry,
            Doctor(lambda host_id: registry.snapshot(host_id).host) as doctor,
        ):
            dialog = HostDialog(theme, registry, services=DialogServices(doctor=doctor))
            dialog.open()
            dialog.address.setText(server.address.url)
            assert dialog.test is not None
            test = dialog.test
            test.button.click()
            await until(lambda: test.shown is not None and test.shown.is_done)
            assert test.shown is not None
            assert test.shown.finding is None
            states = {result.step: result.state for result in test.shown.results}
            assert states[Step.MODELS] is StepState.PASSED
            assert "changed since" not in " ".join(visible_words(dialog))
            dialog.address.setText("http://127.0.0.1:9")
            assert "changed since" in " ".join(visible_words(dialog))
            test.button.click()
            await until(lambda: test.shown is not None and test.shown.finding is not None)
            dialog.reject()
            assert test.shown is None
            assert registry.hosts == ()
            dialog.deleteLater()

    run(scenario())
