"""The question before a certificate is believed that nobody vouches for."""

from datetime import UTC, datetime

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.connection import Certificate
from desktop.domain.host import Host
from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.key_values import KeyValues
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner

_MOST_NAMES = 8


class CertificateQuestion(Dialog):
    """Shows what a host says of itself. Accepted, it may be pinned; Esc pins nothing."""

    def __init__(
        self,
        theme: Theme,
        certificate: Certificate,
        host: Host,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", primary="", width=560, parent=parent)
        self.setObjectName("certificateQuestion")
        self.certificate = certificate
        title = self.tr("Believe this certificate of {host}?").format(host=visible(host.label))
        self.setWindowTitle(title)
        self.title.setText(title)
        self.line.setText(
            self.tr(
                "Anyone between you and the host could show one of their own. "
                "Compare the fingerprint with the one on the host itself."
            )
        )
        self.line.setVisible(True)
        self.set_primary(self.tr("Believe this one"))
        self._build_facts(host)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cancel.setFocus()  # Enter is too quick an answer to this question.

    def _build_facts(self, host: Host) -> None:
        found = self.certificate
        facts = KeyValues(self._theme)
        facts.add(self.tr("Address"), host.address.url)
        facts.add(self.tr("Issued to"), found.subject or self.tr("nobody named"))
        facts.add(self.tr("Issued by"), self._issuer())
        facts.add(self.tr("Names"), self._names())
        facts.add(self.tr("Valid"), self._dates())
        self.body.addWidget(facts)
        self.body.addWidget(self._fingerprint())
        if problem := self._date_problem():
            self.body.addWidget(Banner(self._theme, "warning", problem))

    def _fingerprint(self) -> QWidget:
        box = QFrame()
        box.setProperty("box", "code")
        column = QVBoxLayout(box)
        column.setContentsMargins(*[self._theme.px(12)] * 4)
        column.setSpacing(self._theme.px(4))
        column.addWidget(Label(self._theme, self.tr("SHA-256 fingerprint"), "small_medium"))
        text = grouped(self.certificate.fingerprint)
        column.addWidget(Label(self._theme, text, "mono", wraps=True, selectable=True))
        return box

    def _issuer(self) -> str:
        if self.certificate.is_self_signed:
            return self.tr("itself; nobody else vouches for it")
        return self.certificate.issuer or self.tr("nobody named")

    def _names(self) -> str:
        names = self.certificate.names
        if len(names) <= _MOST_NAMES:
            return joining.listed(names) or self.tr("none")
        text = self.tr("{names} and {number} more")
        return text.format(
            names=joining.listed(names[:_MOST_NAMES]), number=len(names) - _MOST_NAMES
        )

    def _dates(self) -> str:
        text = self.tr("{begin} to {end}")
        return text.format(
            begin=_day(self.certificate.not_before), end=_day(self.certificate.not_after)
        )

    def _date_problem(self) -> str:
        now = datetime.now(UTC)
        begin, end = self.certificate.not_before, self.certificate.not_after
        if end is not None and end < now:
            return self.tr("It expired on {day}.").format(day=_day(end))
        if begin is not None and begin > now:
            return self.tr("It is not valid before {day}.").format(day=_day(begin))
        return ""


def grouped(fingerprint: str) -> str:
    """Return a fingerprint as tools show it: pairs of upper case digits, in two lines."""
    pairs = [fingerprint[place : place + 2].upper() for place in range(0, len(fingerprint), 2)]
    half = len(pairs) // 2
    return "\n".join(":".join(part) for part in (pairs[:half], pairs[half:]) if part)


def _day(moment: datetime | None) -> str:
    return "–" if moment is None else units.day(moment.date())
