"""The tour's steps through the connection dialog: the route, a sign-in, a certificate."""

from datetime import UTC, datetime

from desktop.diagnostics.checkup import Checkup
from desktop.domain.connection import Certificate
from desktop.domain.host import HostId
from desktop.domain.proxy import ProxyMode
from desktop.program import Program
from desktop.tour.guide import Guide, StepFailed
from desktop.ui.connection.certificate import CertificateQuestion
from desktop.ui.connection.form import Tab
from desktop.ui.hosts.dialog import HostDialog

_EXAMPLE = Certificate(
    subject="CN=tower.lan",
    issuer="CN=tower.lan",
    not_before=datetime(2026, 1, 2, tzinfo=UTC),
    not_after=datetime(2036, 1, 2, tzinfo=UTC),
    fingerprint="5f1e0c3b9a7d2486" * 4,
    names=("tower.lan", "192.168.1.20"),
    is_self_signed=True,
)
"""What a server of one's own shows; nothing in the tour speaks TLS."""


async def connection_dialog(guide: Guide, program: Program, host_id: HostId) -> None:
    """Open a host's dialog, test it, look at its tabs, and leave without saving."""
    program.edit_host(host_id)
    dialog = await guide.dialog(HostDialog, "hostDialog")
    await _test(guide, dialog)
    await guide.picture("connection-proxy", dialog)
    dialog.form.proxy.choose(ProxyMode.MANUAL)
    guide.write(dialog.form.proxy.manual.address, "proxy.corp:3128")
    guide.write(dialog.form.proxy.manual.excepted, "10.0.0.0/8, .lan")
    await guide.picture("connection-manual-proxy", dialog)
    dialog.form.proxy.choose(ProxyMode.AUTOMATIC)
    dialog.form.tabs.choose(Tab.SIGN_IN)
    dialog.form.sign_in.kinds.choose(1)
    guide.write(dialog.form.sign_in.token, "an-example-of-a-token")
    await guide.picture("connection-sign-in", dialog)
    await _certificate(guide, program, dialog)
    dialog.reject()
    await guide.closed(dialog)


async def _test(guide: Guide, dialog: HostDialog) -> None:
    """Test what is typed, where there is a doctor."""
    if (test := dialog.test) is None:
        raise StepFailed("the dialog has no doctor")
    guide.click(test.button)

    def is_done() -> bool:
        checkup: Checkup | None = test.shown
        return checkup is not None and checkup.is_done

    await guide.until(is_done, "the test of the draft is done")


async def _certificate(guide: Guide, program: Program, dialog: HostDialog) -> None:
    guide.write(dialog.address, "https://tower.lan")
    if (draft := dialog.draft) is None:
        raise StepFailed("the dialog holds no address")
    CertificateQuestion(program.theme, _EXAMPLE, draft, parent=dialog).open()
    question = await guide.dialog(CertificateQuestion, "certificateQuestion")
    await guide.picture("a-certificate-is-confirmed", question)
    question.reject()
    await guide.until(lambda: not question.isVisible(), "the question closes")
