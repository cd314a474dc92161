"""One bounded GET, and knocking."""

import pytest

from desktop.domain.address import HostAddress
from desktop.net.fetch import AnswerTooLarge, Fetched, FetchFailed, fetch
from desktop.net.knock import knock
from desktop.net.lookup import Endpoint
from tests.raw_server import END, STREAM, RawServer, chunk, head, whole

NOWHERE = HostAddress("http", "127.0.0.1", 1)


async def test_an_answer_is_given_whatever_its_status():
    async with RawServer(whole(b"<p>no", "text/html", 503)) as server:
        answer = await fetch(server.address, "/x?y=1")
        assert (answer.status, answer.body) == (503, b"<p>no")
        assert answer.headers["content-type"] == "text/html"
        assert server.requests[0].startswith(b"GET /x?y=1 HTTP/1.1\r\n")


async def test_the_address_s_own_path_stands_before():
    async with RawServer(whole(b"")) as server:
        place = HostAddress("http", "127.0.0.1", server.address.port, "/base")
        await fetch(place, "/x")
        assert server.requests[0].startswith(b"GET /base/x ")


async def test_no_redirect_is_followed():
    async with RawServer(head(307, "Location: http://127.0.0.1:1/", "Content-Length: 0")) as server:
        answer = await fetch(server.address, "/")
        assert answer == Fetched(307, answer.headers, b"")
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    "pieces",
    [
        (whole(b"12345678901"),),
        (STREAM, chunk(b"123456"), chunk(b"789012"), END),
        (head(200, "Content-Encoding: gzip", "Content-Length: 1"), b"x"),
    ],
)
async def test_more_than_was_asked_for_is_not_read(pieces: tuple[bytes, ...]):
    async with RawServer(*pieces) as server:
        with pytest.raises(AnswerTooLarge):
            await fetch(server.address, "/", max_bytes=10)


async def test_as_much_as_was_asked_for_is_read():
    async with RawServer(whole(b"1234567890")) as server:
        assert (await fetch(server.address, "/", max_bytes=10)).body == b"1234567890"


async def test_a_server_that_sends_on_and_on_is_left_in_time():
    async with RawServer(STREAM, chunk(b"x"), is_held=True) as server:
        with pytest.raises(FetchFailed, match="TimeoutError"):
            await fetch(server.address, "/", seconds=0.1)
        await server.client_left.wait()


@pytest.mark.parametrize("pieces", [(b"",), (b"SSH-2.0\r\n",), (head(200, "Content-Length: 9"),)])
async def test_what_is_no_whole_answer_is_a_failure(pieces: tuple[bytes, ...]):
    async with RawServer(*pieces) as server:
        with pytest.raises(FetchFailed):
            await fetch(server.address, "/")
    with pytest.raises(FetchFailed):
        await fetch(NOWHERE, "/")


async def test_knocking_says_whether_something_listens():
    async with RawServer(b"") as server:
        assert await knock(Endpoint("127.0.0.1", server.address.port), 0.5)
        await server.client_left.wait()
    assert not await knock(Endpoint("127.0.0.1", 1), 0.5)
