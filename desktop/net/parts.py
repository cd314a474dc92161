"""The body of an answer as it arrives, which may be left in the middle."""

import contextlib
from collections.abc import AsyncGenerator
from typing import cast

import httpx

from desktop.runtime.finish import finish


@contextlib.asynccontextmanager
async def parts_of(response: httpx.Response) -> AsyncGenerator[AsyncGenerator[bytes, None], None]:
    """Give the parts of a body; leaving the block before its end closes the connection."""
    parts = cast("AsyncGenerator[bytes, None]", response.aiter_raw())
    try:
        yield parts
    finally:
        if not response.is_closed:  # Else the body is at its end, and the generators too.
            await finish(_let_go(response, parts))


async def _let_go(response: httpx.Response, parts: AsyncGenerator[bytes, None]) -> None:
    """Close the connection, and the generators that read it.

    httpx and httpcore nest them, and one that is left in the middle would
    be finished by the collector; here the closed connection ends them.
    """
    await response.aclose()
    with contextlib.suppress(httpx.HTTPError, httpx.StreamError):
        async for _ in parts:
            pass
