"""Causes in cloud models and in the account that a server is signed in with."""

from desktop.diagnostics.cause import Cause, pattern, words
from desktop.diagnostics.codes import Code, Remedy
from desktop.ollama.errors import OllamaError, ServerRefused

_CLOUD = r"ollama\.com(:\d+)?[/\"]"


def _names_a_page(error: OllamaError) -> bool:
    return isinstance(error, ServerRefused) and bool(error.signin_url)


CLOUD: tuple[Cause, ...] = (
    Cause(Code.SERVER_SIGN_IN_WANTED, (Remedy.SIGN_IN_ON_SERVER,), when=_names_a_page),
    Cause(
        Code.SERVER_SIGN_IN_WANTED,
        (Remedy.SIGN_IN_ON_SERVER,),
        text=pattern(r"^unauthorized$"),
        statuses=frozenset({401}),
    ),
    Cause(Code.SERVER_NOT_SIGNED_IN, text=words("not currently signed in")),
    Cause(Code.CLOUD_OFF, (Remedy.USE_OTHER_MODEL,), text=words("ollama cloud is disabled")),
    Cause(
        Code.USAGE_LIMIT_REACHED,
        (Remedy.USE_OTHER_MODEL,),
        text=pattern(r"reached your (session|hourly|daily|weekly|monthly)? ?usage limit"),
    ),
    Cause(
        Code.CLOUD_UNREACHABLE,
        (Remedy.RETRY,),
        text=pattern(rf"(Post|Get|Head|Put|Delete) \"https://(?!registry)([a-z-]+\.)?{_CLOUD}"),
    ),
    Cause(Code.ACCOUNT_UNAVAILABLE, (Remedy.RETRY,), text=words("account unavailable")),
    Cause(
        Code.REMOTE_REFUSED,
        (Remedy.COPY_FIX,),
        text=words("this server cannot run this remote model"),
    ),
    Cause(
        Code.ACCOUNT_FAILED,
        (Remedy.RETRY,),
        text=words(
            "error getting authorization details",
            "url parse error",
            "there was an error signing out",
        ),
    ),
    Cause(Code.BODY_UNREADABLE, (Remedy.REPORT,), text=words("failed to decompress request body")),
)

BY_STATUS: tuple[Cause, ...] = (
    Cause(Code.SERVER_SIGN_IN_WANTED, (Remedy.SIGN_IN_ON_SERVER,), statuses=frozenset({401})),
    Cause(Code.USAGE_LIMIT_REACHED, (Remedy.USE_OTHER_MODEL,), statuses=frozenset({429})),
    Cause(Code.CLOUD_UNREACHABLE, (Remedy.RETRY,), statuses=frozenset({502})),
)
"""Statuses that a server gives on behalf of its cloud alone, in words that may change."""
