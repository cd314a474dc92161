"""The headers that tell a host who asks."""

import base64
from collections.abc import Mapping
from types import MappingProxyType

from desktop.domain.connection import Secret, SignIn, SignInKind
from desktop.domain.sign_in import (
    header_name_problem,
    header_value_problem,
    password_problem,
    token_problem,
    user_problem,
)

_NONE: Mapping[str, str] = MappingProxyType({})


def sign_in_headers(sign_in: SignIn, secret: Secret) -> Mapping[str, str]:
    """Return what every request to a host carries, and no request to anybody else.

    Dialogs refuse what cannot be sent. What reaches this place all the same,
    from a keyring that another program wrote to, is left out and not raised:
    the host then says that it wants a sign-in, and no exception of an HTTP
    library ever holds the secret (h11 quotes a header that it refuses).
    """
    match sign_in.kind:
        case SignInKind.BEARER if token_problem(secret.token) is None:
            return {"Authorization": f"Bearer {secret.token}"}
        case SignInKind.BASIC if _is_login(sign_in.user, secret.password):
            # UTF-8, as RFC 7617 has it; nobody sends the `charset` that would ask for it.
            pair = f"{sign_in.user}:{secret.password}".encode()
            return {"Authorization": f"Basic {base64.b64encode(pair).decode('ascii')}"}
        case SignInKind.HEADERS:
            return dict(_own_headers(sign_in, secret))
        case _:
            return _NONE


def _is_login(user: str, password: str) -> bool:
    return user_problem(user) is None and password_problem(password) is None


def _own_headers(sign_in: SignIn, secret: Secret) -> list[tuple[str, str]]:
    named = ((name, secret.headers.get(name, "")) for name in sign_in.headers)
    return [
        (name, value)
        for name, value in named
        if header_name_problem(name) is None and header_value_problem(value) is None
    ]
