"""httpcore's exceptions, as httpx says them."""

from collections.abc import Generator
from contextlib import contextmanager

import httpcore
import httpx

# The first match wins, so a subclass stands before its base.
_FROM_HTTPCORE: tuple[tuple[type[Exception], type[httpx.HTTPError]], ...] = (
    (httpcore.ConnectTimeout, httpx.ConnectTimeout),
    (httpcore.ReadTimeout, httpx.ReadTimeout),
    (httpcore.WriteTimeout, httpx.WriteTimeout),
    (httpcore.PoolTimeout, httpx.PoolTimeout),
    (httpcore.ConnectError, httpx.ConnectError),
    (httpcore.ReadError, httpx.ReadError),
    (httpcore.WriteError, httpx.WriteError),
    (httpcore.LocalProtocolError, httpx.LocalProtocolError),
    (httpcore.RemoteProtocolError, httpx.RemoteProtocolError),
    (httpcore.ProxyError, httpx.ProxyError),
    (httpcore.UnsupportedProtocol, httpx.UnsupportedProtocol),
)


@contextmanager
def as_httpx_says_it() -> Generator[None]:
    """Raise httpx's exception for httpcore's, which becomes its cause."""
    try:
        yield
    except tuple(theirs for theirs, _ in _FROM_HTTPCORE) as error:
        ours = next(ours for theirs, ours in _FROM_HTTPCORE if isinstance(error, theirs))
        raise ours(str(error)) from error
