"""What is said of what goes wrong between a host and the registry or the cloud."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.diagnostics.explain import Code
from desktop.ui.wording_said import Said

REGISTRY: dict[Code, Said] = {
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
            "It downloads by itself, so it needs the internet, or a proxy (HTTPS_PROXY) "
            "set for Ollama there.",
        ),
        QT_TRANSLATE_NOOP("Wording", "No internet there"),
        (QT_TRANSLATE_NOOP("Wording", "It looked for {registry}."),),
    ),
    Code.SERVER_PROXY_OR_TLS: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} found no safe connection to the registry."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "A proxy on its network may exchange certificates, or fail. Set HTTPS_PROXY "
            "for Ollama there, and trust the proxy's certificate.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Registry not trusted"),
        (QT_TRANSLATE_NOOP("Wording", "It looked for {registry}."),),
    ),
    Code.DOWNLOAD_KEPT_BREAKING: Said(
        QT_TRANSLATE_NOOP("Wording", "The download to {host} kept breaking off."),
        QT_TRANSLATE_NOOP(
            "Wording", "What has arrived is kept for a while. A retry goes on from there."
        ),
        QT_TRANSLATE_NOOP("Wording", "Download broke off"),
    ),
    Code.DOWNLOAD_STALLED: Said(
        QT_TRANSLATE_NOOP("Wording", "The download to {host} stands still."),
        QT_TRANSLATE_NOOP(
            "Wording", "Nothing has come for a while. Start it again; it goes on from where it is."
        ),
        QT_TRANSLATE_NOOP("Wording", "Download stalled"),
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
    Code.REGISTRY_UNAUTHORIZED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} is not allowed to have this."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The model is private, or that Ollama has to be signed in first (ollama "
            "signin), or its key added to the account.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Not allowed"),
    ),
    Code.REGISTRY_REALM_FOREIGN: Said(
        QT_TRANSLATE_NOOP("Wording", "The registry tried to send the login of {host} elsewhere."),
        QT_TRANSLATE_NOOP(
            "Wording", "This was stopped. Do not use that registry unless you know why it does so."
        ),
        QT_TRANSLATE_NOOP("Wording", "Login sent elsewhere"),
        (QT_TRANSLATE_NOOP("Wording", "It named {realm}."),),
    ),
    Code.REGISTRY_INSECURE: Said(
        QT_TRANSLATE_NOOP("Wording", "The registry is reached without encryption."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Ollama refuses that unless it is allowed for this registry. Allow it only on "
            "a network that you trust.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Registry not encrypted"),
    ),
    Code.REGISTRY_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "The registry could not give what {host} asked for."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It may be overloaded, or answer in a way that Ollama does not take. Try again later.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Registry failed"),
    ),
    Code.MANIFEST_INVALID: Said(
        QT_TRANSLATE_NOOP("Wording", "The description of the model is damaged."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The registry or {host} holds a manifest that cannot be read. Report this "
            "with the raw answer.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Manifest damaged"),
    ),
    Code.PUSH_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "The model could not be pushed from {host}."),
        QT_TRANSLATE_NOOP(
            "Wording", "Check that the model is there under this name, then try again."
        ),
        QT_TRANSLATE_NOOP("Wording", "Push failed"),
    ),
    Code.PUSH_UNAUTHORIZED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} may not publish under this name."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The part before the / has to be an account of yours, and that Ollama signed in to "
            "it (ollama signin), or its key added to the account.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Not allowed to push"),
    ),
    Code.PUSH_KEPT_BREAKING: Said(
        QT_TRANSLATE_NOOP("Wording", "The upload from {host} to the registry kept breaking off."),
        QT_TRANSLATE_NOOP(
            "Wording", "Layers that arrived whole are not sent again. Try again later."
        ),
        QT_TRANSLATE_NOOP("Wording", "Push broke off"),
    ),
    Code.SERVER_SIGN_IN_WANTED: Said(
        QT_TRANSLATE_NOOP("Wording", "The Ollama of {host} has to be signed in for this."),
        QT_TRANSLATE_NOOP("Wording", "Sign in there (ollama signin), then try again."),
        QT_TRANSLATE_NOOP("Wording", "Sign in on the server"),
    ),
    Code.SERVER_NOT_SIGNED_IN: Said(
        QT_TRANSLATE_NOOP("Wording", "The Ollama of {host} is not signed in."),
        QT_TRANSLATE_NOOP("Wording", "Nothing has to be done, unless you want to use its account."),
        QT_TRANSLATE_NOOP("Wording", "Not signed in there"),
    ),
    Code.CLOUD_OFF: Said(
        QT_TRANSLATE_NOOP("Wording", "Cloud models are switched off on {host}."),
        QT_TRANSLATE_NOOP(
            "Wording", "Whoever runs it did that (OLLAMA_NO_CLOUD). Choose a model that runs there."
        ),
        QT_TRANSLATE_NOOP("Wording", "Cloud is off"),
    ),
    Code.USAGE_LIMIT_REACHED: Said(
        QT_TRANSLATE_NOOP("Wording", "The account of {host} has reached its limit of usage."),
        QT_TRANSLATE_NOOP(
            "Wording", "Wait until the limit starts anew, or use a model that runs on the host."
        ),
        QT_TRANSLATE_NOOP("Wording", "Usage limit reached"),
        (QT_TRANSLATE_NOOP("Wording", "It is the {limit} limit."),),
    ),
    Code.CLOUD_UNREACHABLE: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} cannot reach ollama.com."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Cloud models need the internet there. Try again, or use a model that runs on "
            "the host.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Cloud not reachable"),
    ),
    Code.ACCOUNT_UNAVAILABLE: Said(
        QT_TRANSLATE_NOOP("Wording", "The account of {host} could not be asked for."),
        QT_TRANSLATE_NOOP("Wording", "ollama.com did not answer it. Try again later."),
        QT_TRANSLATE_NOOP("Wording", "Account unavailable"),
    ),
    Code.REMOTE_REFUSED: Said(
        QT_TRANSLATE_NOOP(
            "Wording", "{host} is not allowed to use the server that runs this model."
        ),
        QT_TRANSLATE_NOOP("Wording", "Add that server to OLLAMA_REMOTES there."),
        QT_TRANSLATE_NOOP("Wording", "Remote not allowed"),
    ),
    Code.ACCOUNT_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} could not sign in or out."),
        QT_TRANSLATE_NOOP("Wording", "Try again."),
        QT_TRANSLATE_NOOP("Wording", "Sign-in failed"),
    ),
    Code.BODY_UNREADABLE: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} could not read what was sent."),
        QT_TRANSLATE_NOOP("Wording", "Report this with the raw answer."),
        QT_TRANSLATE_NOOP("Wording", "Request not read"),
    ),
}
