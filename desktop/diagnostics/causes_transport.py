"""Causes on the way to a host, before anything of Ollama's has answered."""

from collections.abc import Callable

from desktop.diagnostics.cause import Cause, words
from desktop.diagnostics.codes import Code, Remedy
from desktop.ollama.errors import (
    CaFileUnusable,
    CertificateProblem,
    CertificateRejected,
    NameUnknown,
    OllamaError,
    ProxyFailed,
    ProxyLoginWanted,
    Refused,
    StreamBroken,
    TimedOut,
    TlsFailed,
    TunnelFailed,
    Unreachable,
)

_AGAIN = (Remedy.RETRY,)
_ELSEWHERE = (Remedy.EDIT_ADDRESS, Remedy.RETRY)
_SILENT = (Remedy.RETRY, Remedy.WAKE_HOST, Remedy.EDIT_ADDRESS)
_PROXY = (Remedy.PROXY_SETTINGS, Remedy.RETRY)
_CERTIFICATE = (Remedy.TRUST_CERTIFICATE, Remedy.ADD_CA, Remedy.RETRY)


def _certificate(*problems: CertificateProblem) -> Callable[[OllamaError], bool]:
    def fits(error: OllamaError) -> bool:
        return isinstance(error, CertificateRejected) and error.problem in problems

    return fits


def _phase(phase: str) -> Callable[[OllamaError], bool]:
    def fits(error: OllamaError) -> bool:
        return isinstance(error, TimedOut) and error.phase == phase

    return fits


def _ended_in_order(error: OllamaError) -> bool:
    return isinstance(error, StreamBroken) and error.ended_in_order


TRANSPORT: tuple[Cause, ...] = (
    Cause(Code.NAME_UNKNOWN, _ELSEWHERE, NameUnknown),
    Cause(
        Code.NOTHING_LISTENS,
        (Remedy.RETRY, Remedy.START_OLLAMA, Remedy.EDIT_ADDRESS, Remedy.FIND_HOSTS),
        Refused,
    ),
    Cause(
        Code.NO_ANSWER_IN_TIME,
        (Remedy.RETRY, Remedy.KEEP_WAITING, Remedy.CANCEL),
        TimedOut,
        when=_phase("read"),
    ),
    Cause(
        Code.CUT_OFF,
        (Remedy.RETRY, Remedy.CONTINUE, Remedy.REGENERATE),
        TimedOut,
        when=_phase("between"),
    ),
    Cause(Code.SENDING_STALLED, _AGAIN, TimedOut, when=_phase("write")),
    Cause(Code.NO_CONNECTION_IN_TIME, _SILENT, TimedOut),
    Cause(
        Code.CERTIFICATE_EXPIRED,
        _CERTIFICATE,
        CertificateRejected,
        when=_certificate(CertificateProblem.EXPIRED, CertificateProblem.NOT_YET_VALID),
    ),
    Cause(
        Code.CERTIFICATE_WRONG_NAME,
        (Remedy.EDIT_ADDRESS, Remedy.TRUST_CERTIFICATE, Remedy.RETRY),
        CertificateRejected,
        when=_certificate(CertificateProblem.WRONG_NAME),
    ),
    Cause(
        Code.CERTIFICATE_CHANGED,
        (Remedy.TRUST_CERTIFICATE, Remedy.RETRY),
        CertificateRejected,
        when=_certificate(CertificateProblem.NOT_THE_PINNED),
    ),
    Cause(Code.CERTIFICATE_UNTRUSTED, _CERTIFICATE, CertificateRejected),
    Cause(Code.CA_FILE_UNUSABLE, (Remedy.ADD_CA, Remedy.RETRY), CaFileUnusable),
    Cause(
        Code.SPEAKS_HTTP,
        (Remedy.SWITCH_SCHEME, Remedy.EDIT_ADDRESS, Remedy.RETRY),
        TlsFailed,
        words("wrong_version_number", "wrong version number", "record layer failure"),
    ),
    Cause(Code.TLS_FAILED, _ELSEWHERE, TlsFailed),
    Cause(Code.PROXY_LOGIN_WANTED, _PROXY, ProxyLoginWanted),
    Cause(Code.PROXY_FAILED, _PROXY, ProxyFailed),
    Cause(Code.TUNNEL_FAILED, _ELSEWHERE, TunnelFailed),
    Cause(
        Code.PROXY_UNUSABLE,
        (Remedy.PROXY_SETTINGS, Remedy.RETRY),
        Unreachable,
        words("unknown scheme for proxy", "unknown proxy scheme"),
    ),
    Cause(Code.UNREACHABLE, _SILENT, Unreachable),
    Cause(Code.ENDED_EARLY, (Remedy.RETRY, Remedy.CONTINUE), StreamBroken, when=_ended_in_order),
    Cause(Code.CUT_OFF, (Remedy.RETRY, Remedy.CONTINUE, Remedy.REGENERATE), StreamBroken),
)
