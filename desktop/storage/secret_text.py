"""A host's secret as one JSON value, which is what a keyring and a file can hold."""

import json
from collections.abc import Mapping
from typing import cast

from desktop.domain.connection import Secret
from desktop.domain.model import JsonValue
from desktop.domain.proxy import Login


def write_secret(secret: Secret) -> dict[str, JsonValue]:
    """Return the parts that are there, as a JSON object."""
    parts: dict[str, JsonValue] = {
        "token": secret.token,
        "password": secret.password,
        "headers": dict(secret.headers),
        "proxy_user": secret.proxy.user,
        "proxy_password": secret.proxy.password,
    }
    return {name: part for name, part in parts.items() if part}


def read_secret(value: JsonValue) -> Secret:
    """Read what `write_secret` wrote; a part that is no text is left out."""
    if not isinstance(value, dict):
        return Secret()
    headers = value.get("headers")
    return Secret(
        token=_text(value, "token"),
        password=_text(value, "password"),
        headers=_texts(headers) if isinstance(headers, dict) else {},
        proxy=Login(_text(value, "proxy_user"), _text(value, "proxy_password")),
    )


def parse_secret(text: str) -> Secret:
    """Read a secret from a JSON text; one that is damaged is no secret."""
    try:
        return read_secret(cast("JsonValue", json.loads(text)))
    except (ValueError, RecursionError):
        return Secret()


def _text(value: Mapping[str, JsonValue], name: str) -> str:
    part = value.get(name)
    return part if isinstance(part, str) else ""


def _texts(headers: Mapping[str, JsonValue]) -> dict[str, str]:
    return {name: text for name, text in headers.items() if isinstance(text, str)}
