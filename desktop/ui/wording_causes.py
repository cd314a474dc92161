"""What is said of each cause: a sentence, what to do about it, a few words for a list."""

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.diagnostics.explain import Code


class Said(NamedTuple):
    """Texts to translate, with places for host, address, status and location."""

    sentence: object
    facts: object
    brief: object


SAID: dict[Code, Said] = {
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
    ),
    Code.SENDING_STALLED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} stopped taking what was sent."),
        QT_TRANSLATE_NOOP("Wording", "The network may have broken off. Try again."),
        QT_TRANSLATE_NOOP("Wording", "Stopped taking data"),
    ),
    Code.TLS_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "No safe connection to {host} came about."),
        QT_TRANSLATE_NOOP(
            "Wording", "The certificate at {address} is not trusted here, or is for another name."
        ),
        QT_TRANSLATE_NOOP("Wording", "Certificate not trusted"),
    ),
    Code.WRONG_SCHEME: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} speaks the other one of http and https."),
        QT_TRANSLATE_NOOP("Wording", "Change the beginning of its address, {address}."),
        QT_TRANSLATE_NOOP("Wording", "Wrong scheme"),
    ),
    Code.PROXY_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "The proxy on the way to {host} failed."),
        QT_TRANSLATE_NOOP(
            "Wording", "It refused the request, or could not be reached. Look at its settings."
        ),
        QT_TRANSLATE_NOOP("Wording", "Proxy failed"),
    ),
    Code.CUT_OFF: Said(
        QT_TRANSLATE_NOOP("Wording", "The answer of {host} broke off."),
        QT_TRANSLATE_NOOP(
            "Wording", "The connection ended before the end of the answer. What came was kept."
        ),
        QT_TRANSLATE_NOOP("Wording", "Answer broke off"),
    ),
    Code.NOT_OLLAMA: Said(
        QT_TRANSLATE_NOOP("Wording", "What answers at {address} is not Ollama."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Another program may use that port, or a page stands in between. Check the address.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Not Ollama"),
    ),
    Code.PROXY_PAGE: Said(
        QT_TRANSLATE_NOOP("Wording", "A proxy answered instead of {host}."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It said {status}. It may not reach {address}, or Ollama is not running behind it.",
        ),
        QT_TRANSLATE_NOOP("Wording", "A proxy answered"),
    ),
    Code.WANTS_SIGN_IN: Said(
        QT_TRANSLATE_NOOP("Wording", "Something before {host} wants a sign-in."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It answered {status} at {address}. Use an address that leads to Ollama directly.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Wants a sign-in"),
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
    Code.MODEL_MISSING: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not have this model."),
        QT_TRANSLATE_NOOP(
            "Wording", "It may have been deleted or renamed meanwhile. Look at the list again."
        ),
        QT_TRANSLATE_NOOP("Wording", "Model not there"),
    ),
    Code.BUSY: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} has too many requests waiting."),
        QT_TRANSLATE_NOOP("Wording", "Wait until some are done, then try again."),
        QT_TRANSLATE_NOOP("Wording", "Busy"),
    ),
    Code.HOST_NOT_ALLOWED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not answer to this name."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Ollama refuses names it does not know ({status}). Use the computer's "
            "number, or set OLLAMA_HOST there.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Name not allowed"),
    ),
    Code.ENDPOINT_MISSING: Said(
        QT_TRANSLATE_NOOP("Wording", "The Ollama of {host} cannot do this."),
        QT_TRANSLATE_NOOP("Wording", "It may be too old, or the path in its address is wrong."),
        QT_TRANSLATE_NOOP("Wording", "Not offered"),
    ),
    Code.REGISTRY_HAS_NO_SUCH_MODEL: Said(
        QT_TRANSLATE_NOOP("Wording", "The registry has no model of that name and tag."),
        QT_TRANSLATE_NOOP(
            "Wording", "Check its spelling, and that the tag exists. It may also be private."
        ),
        QT_TRANSLATE_NOOP("Wording", "No such model"),
    ),
    Code.NEEDS_NEWER_OLLAMA: Said(
        QT_TRANSLATE_NOOP("Wording", "This model needs a newer Ollama than that of {host}."),
        QT_TRANSLATE_NOOP("Wording", "Update Ollama there, then try again."),
        QT_TRANSLATE_NOOP("Wording", "Ollama too old"),
    ),
    Code.SERVER_IS_OFFLINE: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} cannot reach the registry."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It downloads by itself, so it needs the internet, or a proxy "
            "(HTTPS_PROXY) set for Ollama there.",
        ),
        QT_TRANSLATE_NOOP("Wording", "No internet there"),
    ),
    Code.SERVER_TRUSTS_NOBODY: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} found no safe connection to the registry."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "A proxy on its network may exchange certificates. They have to be trusted there.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Registry not trusted"),
    ),
    Code.DOWNLOAD_KEPT_BREAKING: Said(
        QT_TRANSLATE_NOOP("Wording", "The download to {host} kept breaking off."),
        QT_TRANSLATE_NOOP(
            "Wording", "What has arrived is kept for a while. A retry goes on from there."
        ),
        QT_TRANSLATE_NOOP("Wording", "Download broke off"),
    ),
    Code.DOWNLOAD_DAMAGED: Said(
        QT_TRANSLATE_NOOP("Wording", "A part arrived damaged at {host}."),
        QT_TRANSLATE_NOOP("Wording", "The host threw it away. A retry downloads that part again."),
        QT_TRANSLATE_NOOP("Wording", "Download damaged"),
    ),
    Code.DISK_FULL: Said(
        QT_TRANSLATE_NOOP("Wording", "The disk of {host} is full."),
        QT_TRANSLATE_NOOP("Wording", "Delete models there that are not needed, then try again."),
        QT_TRANSLATE_NOOP("Wording", "Disk full"),
    ),
    Code.NO_PERMISSION: Said(
        QT_TRANSLATE_NOOP("Wording", "Ollama on {host} may not write its models."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The folder of its models (OLLAMA_MODELS) belongs to someone else, or is read-only.",
        ),
        QT_TRANSLATE_NOOP("Wording", "No permission"),
    ),
    Code.UNAUTHORIZED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} is not allowed to have this."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The model is private, or that Ollama has to be signed in first (ollama signin).",
        ),
        QT_TRANSLATE_NOOP("Wording", "Not signed in"),
    ),
    Code.NAME_INVALID: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not take this name."),
        QT_TRANSLATE_NOOP(
            "Wording", "Choose one of letters, digits, dots, - and _, with one colon at most."
        ),
        QT_TRANSLATE_NOOP("Wording", "Name not taken"),
    ),
    Code.CLOUD_OFF: Said(
        QT_TRANSLATE_NOOP("Wording", "Cloud models are switched off on {host}."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Whoever runs it did that (OLLAMA_NO_CLOUD). Choose a model that runs there.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Cloud is off"),
    ),
    Code.NOT_SUPPORTED: Said(
        QT_TRANSLATE_NOOP("Wording", "This model cannot do what was asked."),
        QT_TRANSLATE_NOOP("Wording", "Choose one that can, or ask without it."),
        QT_TRANSLATE_NOOP("Wording", "Not supported"),
    ),
    Code.OUT_OF_MEMORY: Said(
        QT_TRANSLATE_NOOP("Wording", "The memory of {host} is too small for this model."),
        QT_TRANSLATE_NOOP(
            "Wording", "Unload others there, or choose a smaller one or a shorter context."
        ),
        QT_TRANSLATE_NOOP("Wording", "Not enough memory"),
    ),
    Code.ENGINE_CRASHED: Said(
        QT_TRANSLATE_NOOP("Wording", "The engine of {host} crashed."),
        QT_TRANSLATE_NOOP(
            "Wording", "Try again. If it stays so, update Ollama there, and look at its log."
        ),
        QT_TRANSLATE_NOOP("Wording", "Engine crashed"),
    ),
    Code.SERVER_REFUSED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} refused."),
        QT_TRANSLATE_NOOP("Wording", "What it said is in the raw answer."),
        QT_TRANSLATE_NOOP("Wording", "Refused"),
    ),
    Code.UNKNOWN: Said(
        QT_TRANSLATE_NOOP("Wording", "Something went wrong with {host}."),
        QT_TRANSLATE_NOOP("Wording", "What is known is in the raw answer. Try again."),
        QT_TRANSLATE_NOOP("Wording", "Failed"),
    ),
}
