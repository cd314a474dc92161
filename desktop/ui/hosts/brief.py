"""Why a host is down, in two or three words, for the narrow line under its name."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.diagnostics.explain import Code, Explanation

_BRIEF: dict[Code, object] = {
    Code.NAME_UNKNOWN: QT_TRANSLATE_NOOP("Brief", "Name not found"),
    Code.NOTHING_LISTENS: QT_TRANSLATE_NOOP("Brief", "Connection refused"),
    Code.NO_CONNECTION_IN_TIME: QT_TRANSLATE_NOOP("Brief", "No connection in 5 s"),
    Code.NO_ANSWER_IN_TIME: QT_TRANSLATE_NOOP("Brief", "No answer in time"),
    Code.TLS_FAILED: QT_TRANSLATE_NOOP("Brief", "No safe connection"),
    Code.CERTIFICATE_UNTRUSTED: QT_TRANSLATE_NOOP("Brief", "Certificate not trusted"),
    Code.CERTIFICATE_EXPIRED: QT_TRANSLATE_NOOP("Brief", "Certificate expired"),
    Code.CERTIFICATE_WRONG_NAME: QT_TRANSLATE_NOOP("Brief", "Certificate's name"),
    Code.CERTIFICATE_CHANGED: QT_TRANSLATE_NOOP("Brief", "Certificate changed"),
    Code.SPEAKS_HTTP: QT_TRANSLATE_NOOP("Brief", "http or https?"),
    Code.SPEAKS_HTTPS: QT_TRANSLATE_NOOP("Brief", "http or https?"),
    Code.CUT_OFF: QT_TRANSLATE_NOOP("Brief", "Answer cut off"),
    Code.ENDED_EARLY: QT_TRANSLATE_NOOP("Brief", "Answer cut off"),
    Code.PROXY_ANSWERED: QT_TRANSLATE_NOOP("Brief", "A proxy answered"),
    Code.PROXY_FAILED: QT_TRANSLATE_NOOP("Brief", "The proxy refused"),
    Code.PROXY_LOGIN_WANTED: QT_TRANSLATE_NOOP("Brief", "Proxy wants a login"),
    Code.TUNNEL_FAILED: QT_TRANSLATE_NOOP("Brief", "No tunnel"),
    Code.SIGN_IN_WANTED: QT_TRANSLATE_NOOP("Brief", "Wants a sign-in"),
    Code.REDIRECTED: QT_TRANSLATE_NOOP("Brief", "Sends us elsewhere"),
    Code.NOT_OLLAMA: QT_TRANSLATE_NOOP("Brief", "Not an Ollama server"),
    Code.CAPTIVE_PORTAL: QT_TRANSLATE_NOOP("Brief", "Network wants sign-in"),
    Code.TOO_LARGE: QT_TRANSLATE_NOOP("Brief", "Not an Ollama server"),
    Code.ENDPOINT_MISSING: QT_TRANSLATE_NOOP("Brief", "Not an Ollama server"),
    Code.METHOD_MISSING: QT_TRANSLATE_NOOP("Brief", "Not an Ollama server"),
    Code.HOST_NOT_ALLOWED: QT_TRANSLATE_NOOP("Brief", "Refuses this name"),
    Code.BUSY: QT_TRANSLATE_NOOP("Brief", "Busy"),
}


def brief(explanation: Explanation) -> str:
    """Return the reason in a few words; causes that do not keep a host down share one."""
    text = _BRIEF.get(explanation.code)
    if text is None:
        return QCoreApplication.translate("Brief", "Cannot be reached")
    return QCoreApplication.translate("Brief", str(text))
