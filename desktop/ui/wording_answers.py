"""What is said where something else answers."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.diagnostics.explain import Code
from desktop.ui.wording_said import Said

ANSWERS: dict[Code, Said] = {
    Code.PROXY_ANSWERED: Said(
        QT_TRANSLATE_NOOP("Wording", "A proxy answered instead of {host}."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The answer was {status}: the proxy cannot or will not reach {address}.",
        ),
        QT_TRANSLATE_NOOP("Wording", "A proxy answered"),
        (
            QT_TRANSLATE_NOOP("Wording", "The proxy is {proxy}."),
            QT_TRANSLATE_NOOP(
                "Wording", "Asked directly, {host} answers: Ollama {direct_version}."
            ),
            QT_TRANSLATE_NOOP("Wording", "Asked directly at {direct}, it did not answer either."),
        ),
    ),
    Code.GATEWAY_ANSWERED: Said(
        QT_TRANSLATE_NOOP("Wording", "A server in front of {host} answered in its place."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It said {status}. Ollama is not running behind it, or it cannot reach it. "
            "Start it there, then try again.",
        ),
        QT_TRANSLATE_NOOP("Wording", "A gateway answered"),
        (QT_TRANSLATE_NOOP("Wording", "It calls itself {program}."),),
    ),
    Code.CAPTIVE_PORTAL: Said(
        QT_TRANSLATE_NOOP(
            "Wording", "The network wants a sign-in before it lets anything through to {host}."
        ),
        QT_TRANSLATE_NOOP(
            "Wording",
            "A page of its own came from {address}. Open it in a browser and sign in, "
            "then try again.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Network wants sign-in"),
        (QT_TRANSLATE_NOOP("Wording", "The page is called {title}."),),
    ),
    Code.NOT_OLLAMA: Said(
        QT_TRANSLATE_NOOP("Wording", "What answers at {address} is not Ollama."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Another program may use that port, or a page stands in between. Check the address.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Not Ollama"),
        (QT_TRANSLATE_NOOP("Wording", "The port is held by {holder}."),),
    ),
    Code.OTHER_PROGRAM: Said(
        QT_TRANSLATE_NOOP("Wording", "Another program answers at {address}."),
        QT_TRANSLATE_NOOP(
            "Wording", "It is {program}, and not Ollama. Check the port; Ollama's own is 11434."
        ),
        QT_TRANSLATE_NOOP("Wording", "Another program"),
        (QT_TRANSLATE_NOOP("Wording", "The port is held by {holder}."),),
    ),
    Code.WRONG_BASE_PATH: Said(
        QT_TRANSLATE_NOOP("Wording", "Ollama is at {host}, but not under this path."),
        QT_TRANSLATE_NOOP(
            "Wording", "Ollama answers at {found}. Use that as the address of this host."
        ),
        QT_TRANSLATE_NOOP("Wording", "Wrong path"),
    ),
    Code.ENDPOINT_MISSING: Said(
        QT_TRANSLATE_NOOP("Wording", "The Ollama of {host} cannot do this."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It may be too old, or the path in its address is wrong. Update Ollama there.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Not offered"),
    ),
    Code.METHOD_MISSING: Said(
        QT_TRANSLATE_NOOP("Wording", "The Ollama of {host} does not take this kind of request."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It may be too old, or the path in its address is wrong. Update Ollama there.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Not offered this way"),
    ),
    Code.HOST_NOT_ALLOWED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not answer to this name."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Ollama refuses names it does not know ({status}). Let the proxy before it "
            "send localhost as the Host, or set OLLAMA_ORIGINS there.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Name not allowed"),
    ),
    Code.SIGN_IN_WANTED: Said(
        QT_TRANSLATE_NOOP("Wording", "Something before {host} wants a sign-in."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It answered {status} at {address}. Enter a token or a password for this "
            "host, or check the one that is kept.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Wants a sign-in"),
        (QT_TRANSLATE_NOOP("Wording", "It asks for {challenge}."),),
    ),
    Code.UPLOAD_TOO_LARGE: Said(
        QT_TRANSLATE_NOOP("Wording", "The upload is too large for what stands before {host}."),
        QT_TRANSLATE_NOOP(
            "Wording", "It said {status}. Send something smaller, or raise the limit of that proxy."
        ),
        QT_TRANSLATE_NOOP("Wording", "Upload too large"),
    ),
    Code.REDIRECTED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} sends requests elsewhere."),
        QT_TRANSLATE_NOOP(
            "Wording", "It named {location}. If you know that address, use it for this host."
        ),
        QT_TRANSLATE_NOOP("Wording", "Sends elsewhere"),
    ),
    Code.TOO_LARGE: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} sent more than Ollama ever does."),
        QT_TRANSLATE_NOOP("Wording", "Reading stopped there. Check that {address} is Ollama."),
        QT_TRANSLATE_NOOP("Wording", "Answer too large"),
    ),
    Code.OLLAMA_NOT_INSTALLED: Said(
        QT_TRANSLATE_NOOP("Wording", "Ollama is not installed on this computer."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Nothing listens at {address}. Install Ollama, or use the address of another computer.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Not installed"),
    ),
    Code.OLLAMA_NOT_RUNNING: Said(
        QT_TRANSLATE_NOOP("Wording", "Ollama is installed on this computer, and is not running."),
        QT_TRANSLATE_NOOP("Wording", "Nothing listens at {address}. Start Ollama, then try again."),
        QT_TRANSLATE_NOOP("Wording", "Not running"),
    ),
    Code.KNOWN_HOLE: Said(
        QT_TRANSLATE_NOOP("Wording", "The Ollama of {host} has a known security hole."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Update it to {fixed} or later. Until then, let nobody reach it whom you do not trust.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Known security hole"),
        (QT_TRANSLATE_NOOP("Wording", "The hole is {hole}."),),
    ),
    Code.PUBLIC_WITHOUT_TLS: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} is reached over the internet without encryption."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Everything said there can be read on the way, and {address} may be open to "
            "everyone. Use https, an SSH tunnel, or a private network.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Public, not encrypted"),
    ),
}
