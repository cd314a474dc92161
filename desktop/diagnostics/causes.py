"""The table of causes: which error, with which words of the server's, means what.

The first row that fits wins: the account before the registry, the registry
before the engine, and whatever is more particular before what is less so.
"""

from desktop.diagnostics.cause import Cause
from desktop.diagnostics.causes_answers import ANSWERS
from desktop.diagnostics.causes_cloud import BY_STATUS, CLOUD
from desktop.diagnostics.causes_create import CREATE
from desktop.diagnostics.causes_requests import REQUESTS
from desktop.diagnostics.causes_running import RUNNING
from desktop.diagnostics.causes_transfer import TRANSFER
from desktop.diagnostics.causes_transport import TRANSPORT
from desktop.diagnostics.codes import Code, Remedy
from desktop.ollama.errors import OllamaError

CAUSES: tuple[Cause, ...] = (
    *TRANSPORT,
    *ANSWERS,
    *CLOUD,
    *TRANSFER,
    *CREATE,
    *REQUESTS,
    *RUNNING,
    *BY_STATUS,
    Cause(Code.UNKNOWN, (Remedy.RETRY, Remedy.REPORT), OllamaError),
)

NOTICED: dict[Code, tuple[Remedy, ...]] = {
    Code.LISTENS_LOCALLY: (Remedy.COPY_FIX, Remedy.RETRY, Remedy.EDIT_ADDRESS),
    Code.PROXY_UNUSABLE: (Remedy.PROXY_SETTINGS, Remedy.RETRY),
    Code.GATEWAY_ANSWERED: (Remedy.RETRY, Remedy.EDIT_ADDRESS),
    Code.OTHER_PROGRAM: (Remedy.EDIT_ADDRESS, Remedy.OPEN_IN_BROWSER, Remedy.RETRY),
    Code.WRONG_BASE_PATH: (Remedy.EDIT_ADDRESS,),
    Code.HOST_REMOVED: (Remedy.USE_OTHER_HOST, Remedy.USE_OTHER_MODEL),
    Code.PROMPT_TRUNCATED: (Remedy.RAISE_CONTEXT,),
    Code.DOWNLOAD_STALLED: (Remedy.RETRY,),
    Code.OLLAMA_NOT_INSTALLED: (Remedy.REINSTALL_OLLAMA, Remedy.EDIT_ADDRESS),
    Code.OLLAMA_NOT_RUNNING: (Remedy.START_OLLAMA, Remedy.RETRY),
    Code.KNOWN_HOLE: (Remedy.UPDATE_OLLAMA,),
    Code.PUBLIC_WITHOUT_TLS: (Remedy.SWITCH_SCHEME, Remedy.EDIT_ADDRESS),
}
"""Causes that no error says: they are noticed by looking closer, or by nothing happening."""
