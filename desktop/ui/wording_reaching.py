"""What is said of what goes wrong on the way to a host."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.diagnostics.explain import Code
from desktop.ui.wording_said import Said

REACHING: dict[Code, Said] = {
    Code.UNREACHABLE: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} cannot be reached."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "There is no way to {address} from here. Is that computer on, and on the same network?",
        ),
        QT_TRANSLATE_NOOP("Wording", "Not reachable"),
    ),
    Code.NAME_UNKNOWN: Said(
        QT_TRANSLATE_NOOP("Wording", "No computer is found under the name of {host}."),
        QT_TRANSLATE_NOOP(
            "Wording", "{address} could not be looked up. Check its spelling, or use its number."
        ),
        QT_TRANSLATE_NOOP("Wording", "Name not found"),
    ),
    Code.NOTHING_LISTENS: Said(
        QT_TRANSLATE_NOOP("Wording", "Nothing listens at {address}."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Is Ollama running there? It may listen on another port, or to its own computer alone.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Connection refused"),
    ),
    Code.LISTENS_LOCALLY: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} is on, but its Ollama may listen only to itself."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "{address} refused the connection. Set OLLAMA_HOST there so that it listens "
            "to the network, and only where you trust everyone on it.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Listens only to itself"),
        (QT_TRANSLATE_NOOP("Wording", "It was seen to listen at {listens_at} alone."),),
    ),
    Code.NO_CONNECTION_IN_TIME: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} did not answer in time."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "No connection to {address} came about. Is it asleep, or is a firewall in between?",
        ),
        QT_TRANSLATE_NOOP("Wording", "No answer"),
    ),
    Code.NO_ANSWER_IN_TIME: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} took the request, and then said nothing."),
        QT_TRANSLATE_NOOP(
            "Wording", "It may be busy with something large. Wait a little, then try again."
        ),
        QT_TRANSLATE_NOOP("Wording", "Silent"),
        (QT_TRANSLATE_NOOP("Wording", "The port is held by {holder}."),),
    ),
    Code.SENDING_STALLED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} stopped taking what was sent."),
        QT_TRANSLATE_NOOP("Wording", "The network may have broken off. Try again."),
        QT_TRANSLATE_NOOP("Wording", "Stopped taking data"),
    ),
    Code.CERTIFICATE_UNTRUSTED: Said(
        QT_TRANSLATE_NOOP("Wording", "The certificate of {host} is not trusted here."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Whoever signed it is not known to this computer. Trust this one certificate "
            "once you have compared its fingerprint, or add the CA that signed it.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Certificate untrusted"),
        (QT_TRANSLATE_NOOP("Wording", "It is for {subject}, and signed by {issuer}."),),
    ),
    Code.CERTIFICATE_EXPIRED: Said(
        QT_TRANSLATE_NOOP("Wording", "The certificate of {host} is not valid at this time."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It has to be renewed there. If it is not old, one of the two clocks is wrong.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Certificate expired"),
        (QT_TRANSLATE_NOOP("Wording", "It is valid from {not_before} to {not_after}."),),
    ),
    Code.CERTIFICATE_WRONG_NAME: Said(
        QT_TRANSLATE_NOOP("Wording", "The certificate of {host} is for another name."),
        QT_TRANSLATE_NOOP(
            "Wording", "Use the name that it is for as the address, or trust this one certificate."
        ),
        QT_TRANSLATE_NOOP("Wording", "Certificate's name"),
        (QT_TRANSLATE_NOOP("Wording", "It is for {names}."),),
    ),
    Code.CERTIFICATE_CHANGED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} shows another certificate than the one you trusted."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It may have been renewed. Compare its fingerprint before you trust it; "
            "somebody in between could show one too.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Certificate changed"),
    ),
    Code.CA_FILE_UNUSABLE: Said(
        QT_TRANSLATE_NOOP("Wording", "The CA file for {host} cannot be used."),
        QT_TRANSLATE_NOOP(
            "Wording", "Nothing was sent. Choose a file of certificates in PEM, one that is there."
        ),
        QT_TRANSLATE_NOOP("Wording", "CA file not usable"),
        (QT_TRANSLATE_NOOP("Wording", "It is {file}."),),
    ),
    Code.TLS_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "No safe connection to {host} came about."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "{address} and this computer could not agree on an encryption. Check the "
            "address, and what stands before Ollama there.",
        ),
        QT_TRANSLATE_NOOP("Wording", "No safe connection"),
    ),
    Code.SPEAKS_HTTP: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} speaks http, and the address says https."),
        QT_TRANSLATE_NOOP("Wording", "Change the beginning of its address, {address}, to http."),
        QT_TRANSLATE_NOOP("Wording", "Speaks http"),
    ),
    Code.SPEAKS_HTTPS: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} speaks https, and the address says http."),
        QT_TRANSLATE_NOOP("Wording", "Change the beginning of its address, {address}, to https."),
        QT_TRANSLATE_NOOP("Wording", "Speaks https"),
    ),
    Code.PROXY_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "The proxy on the way to {host} failed."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It refused the request, or could not be reached. Look at its settings, or go "
            "without it.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Proxy failed"),
        (
            QT_TRANSLATE_NOOP("Wording", "The proxy is {proxy}."),
            QT_TRANSLATE_NOOP(
                "Wording", "Asked directly, {host} answers: Ollama {direct_version}."
            ),
            QT_TRANSLATE_NOOP("Wording", "Asked directly at {direct}, it did not answer either."),
        ),
    ),
    Code.PROXY_LOGIN_WANTED: Said(
        QT_TRANSLATE_NOOP("Wording", "The proxy on the way to {host} wants a login."),
        QT_TRANSLATE_NOOP(
            "Wording", "Give it one in the settings of this host's proxy, or go without the proxy."
        ),
        QT_TRANSLATE_NOOP("Wording", "Proxy wants a login"),
        (
            QT_TRANSLATE_NOOP("Wording", "The proxy is {proxy}."),
            QT_TRANSLATE_NOOP(
                "Wording", "Asked directly, {host} answers: Ollama {direct_version}."
            ),
            QT_TRANSLATE_NOOP("Wording", "Asked directly at {direct}, it did not answer either."),
        ),
    ),
    Code.PROXY_UNUSABLE: Said(
        QT_TRANSLATE_NOOP("Wording", "The system's proxy cannot be used."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It is set in a form that is not supported here, such as SOCKS4. Choose a "
            "proxy for this host by hand, or none.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Proxy not usable"),
        (QT_TRANSLATE_NOOP("Wording", "It is written as {proxy}."),),
    ),
    Code.TUNNEL_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "The SSH tunnel to {host} did not come about."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Try the same with ssh in a terminal. It must work there without asking anything.",
        ),
        QT_TRANSLATE_NOOP("Wording", "No tunnel"),
    ),
    Code.CUT_OFF: Said(
        QT_TRANSLATE_NOOP("Wording", "The answer of {host} broke off."),
        QT_TRANSLATE_NOOP(
            "Wording", "The connection ended before the end of the answer. What came was kept."
        ),
        QT_TRANSLATE_NOOP("Wording", "Answer broke off"),
    ),
    Code.ENDED_EARLY: Said(
        QT_TRANSLATE_NOOP("Wording", "The answer of {host} stops before its end."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Something in between closed it, or Ollama was stopped there. What came was kept.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Answer stops early"),
    ),
}
