"""Causes where something answered, but not as an Ollama server does."""

from desktop.diagnostics.cause import Cause, pattern, words
from desktop.diagnostics.codes import Code, Remedy
from desktop.ollama.errors import (
    EndpointMissing,
    Forbidden,
    NotOllama,
    Redirected,
    SignInWanted,
    TooLarge,
)

_WRONG_PLACE = (Remedy.EDIT_ADDRESS, Remedy.OPEN_IN_BROWSER, Remedy.RETRY)
_NEWER = (Remedy.UPDATE_OLLAMA, Remedy.HIDE_FEATURE)
_PORTAL = pattern(
    r"captive", r"sign in to (this|the) network", r"log ?in to (this|the) network", r"wi-?fi login"
)

ANSWERS: tuple[Cause, ...] = (
    Cause(Code.REDIRECTED, (Remedy.EDIT_ADDRESS,), Redirected),
    Cause(Code.TOO_LARGE, (Remedy.EDIT_ADDRESS,), TooLarge),
    Cause(Code.SIGN_IN_WANTED, (Remedy.SIGN_IN, Remedy.EDIT_ADDRESS, Remedy.RETRY), SignInWanted),
    Cause(
        Code.SPEAKS_HTTPS,
        (Remedy.SWITCH_SCHEME, Remedy.EDIT_ADDRESS, Remedy.RETRY),
        NotOllama,
        words(
            "http request to an https server",
            "plain http request was sent to https port",
            r"it answered b'\x15\x03",  # An alert of TLS.
        ),
    ),
    Cause(
        Code.SIGN_IN_WANTED,
        (Remedy.SIGN_IN, Remedy.EDIT_ADDRESS, Remedy.RETRY),
        NotOllama,
        statuses=frozenset({401}),
    ),
    Cause(
        Code.PROXY_LOGIN_WANTED,
        (Remedy.PROXY_SETTINGS, Remedy.RETRY),
        NotOllama,
        statuses=frozenset({407}),
    ),
    Cause(Code.UPLOAD_TOO_LARGE, (Remedy.SHRINK_IMAGE,), NotOllama, statuses=frozenset({413})),
    Cause(Code.CAPTIVE_PORTAL, _WRONG_PLACE, NotOllama, statuses=frozenset({511})),
    Cause(Code.CAPTIVE_PORTAL, _WRONG_PLACE, NotOllama, _PORTAL, frozenset({200})),
    Cause(
        Code.PROXY_ANSWERED,
        (Remedy.TEST_CONNECTION, Remedy.PROXY_SETTINGS, Remedy.RETRY, Remedy.EDIT_ADDRESS),
        NotOllama,
        statuses=frozenset({403, 502, 503, 504}),
    ),
    Cause(Code.NOT_OLLAMA, _WRONG_PLACE, NotOllama),
    Cause(Code.HOST_NOT_ALLOWED, (Remedy.COPY_FIX, Remedy.EDIT_ADDRESS), Forbidden),
    Cause(Code.METHOD_MISSING, _NEWER, EndpointMissing, statuses=frozenset({405})),
    Cause(Code.ENDPOINT_MISSING, _NEWER, EndpointMissing),
)
