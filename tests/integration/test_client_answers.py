"""What the client makes of answers that are not, or not quite, what was asked for."""

import json
from contextlib import aclosing
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop.domain.pull import PullStep
from desktop.net.transport import open_http
from desktop.ollama.answers import Version
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import (
    EndpointMissing,
    Forbidden,
    NotOllama,
    OllamaError,
    Redirected,
    ServerRefused,
    StreamBroken,
    TimedOut,
    TooLarge,
)
from desktop.ollama.patience import Patience, Silence
from tests.raw_server import END, STREAM, RawServer, chunk, head, whole

QUICK = Patience(ordinary=Silence(0.05, 0.05), transfer=Silence(0.05, 0.05))
STEPS = [b'{"status":"pulling manifest"}\n', b'{"status":"success"}\n']


async def version_from(server: RawServer, patience: Patience | None = None) -> Version:
    async with server, open_http(server.address) as http:
        return await OllamaClient(http, patience).version()


async def error_from(server: RawServer, patience: Patience | None = None) -> OllamaError:
    with pytest.raises(OllamaError) as caught:
        await version_from(server, patience)
    return caught.value


async def pulled_from(server: RawServer, steps: list[PullStep]) -> None:
    async with server, open_http(server.address) as http:
        client = OllamaClient(http, QUICK)
        async with aclosing(client.pull("tiny")) as pull:
            async for step in pull:
                steps += [step]


async def test_a_version_says_what_the_servers_clock_says():
    body = b'{"version":"0.33.0"}'
    date = "Date: Fri, 20 Nov 2026 07:22:16 GMT"
    version = await version_from(RawServer(head(200, "Content-Length: 20", date) + body))
    assert version == Version("0.33.0", datetime(2026, 11, 20, 7, 22, 16, tzinfo=UTC), body)


@pytest.mark.parametrize("date", ["", "yesterday", "Fri, 20 Nov 99999 07:22:16 GMT"])
async def test_a_date_that_is_none_is_left_out(date: str):
    answer = head(200, "Content-Length: 20", f"Date: {date}") + b'{"version":"0.33.0"}'
    assert (await version_from(RawServer(answer))).server_time is None


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (b"SSH-2.0-OpenSSH_9.2\r\n", NotOllama),
        (b"\x00" * 200_000, NotOllama),
        (b"", StreamBroken),
        (b"HTTP/1.1 200 OK\r\nContent-", StreamBroken),
        (whole(b"<html>sign in</html>", "text/html; charset=utf-8"), NotOllama),
        (whole(b"nonsense"), NotOllama),
        (whole(b"[1]"), NotOllama),
        (whole(b'{"hello":1}'), NotOllama),
        (whole(b'{"version":5}'), NotOllama),
        (whole(b'{"version":"\xff"}'), NotOllama),
        (whole(b"[" * 100_000), NotOllama),
        (whole(b'{"version":'), StreamBroken),
        (head(200, "Content-Length: 20") + b'{"ver', StreamBroken),
        (whole(b'{"error":"no"}'), ServerRefused),
        (whole(b"", "", 403), Forbidden),
        (whole(b"<h1>403</h1>", "text/html", 403), NotOllama),
        (whole(b"404 page not found", "text/plain", 404), EndpointMissing),
        (whole(b'{"detail":"Not Found"}', status=404), NotOllama),
        (whole(b"", "", 502), NotOllama),
        (whole(b"x" * 2_000_000, "text/html", 502), NotOllama),
        (head(301, "Location: http://elsewhere/", "Content-Length: 0"), Redirected),
        (head(200, "Content-Encoding: gzip", "Content-Length: 3") + b"\x1f\x8b\x08", NotOllama),
        (head(200, "Content-Length: 99999999999"), StreamBroken),
    ],
)
async def test_what_is_no_version_gives_an_error_of_its_kind(answer: bytes, kind: type[Any]):
    assert type(await error_from(RawServer(answer))) is kind


async def test_an_error_of_an_openai_endpoint_is_its_message():
    body = b'{"error":{"message":"[] is too short","type":"x","code":null}}'
    error = await error_from(RawServer(whole(body, status=400)))
    assert isinstance(error, ServerRefused)
    assert (error.status, error.message) == (400, "[] is too short")


@pytest.mark.parametrize("error", ["[1, 2]", "7", '{"code":1}'])
async def test_an_error_of_another_shape_is_told_as_it_was_sent(error: str):
    answer = whole(b'{"error":%s}' % error.encode(), status=500)
    assert str(await error_from(RawServer(answer))) == error


async def test_a_redirect_is_not_followed():
    async with RawServer(whole(b'{"version":"1"}')) as elsewhere:
        error = await error_from(
            RawServer(head(307, f"Location: {elsewhere.address.url}/", "Content-Length: 0"))
        )
    assert isinstance(error, Redirected)
    assert error.location == f"{elsewhere.address.url}/"
    assert not elsewhere.requests


async def test_an_endless_body_is_given_up():
    endless = RawServer(head(200, "Content-Type: application/json"), b"x" * 65536, is_endless=True)
    assert isinstance(await error_from(endless), TooLarge)
    assert endless.client_left.is_set()


async def test_a_server_that_says_nothing_times_out():
    error = await error_from(RawServer(is_held=True), QUICK)
    assert isinstance(error, TimedOut)
    assert error.phase == "read"


async def test_a_server_that_stops_in_the_middle_times_out():
    server = RawServer(head(200, "Content-Length: 20") + b'{"ver', is_held=True)
    error = await error_from(server, QUICK)
    assert isinstance(error, TimedOut)
    assert error.phase == "between"
    assert error.path == "/api/version"


async def test_a_server_that_drips_is_given_up():
    server = RawServer(head(200, "Content-Type: application/json"), b" ", is_endless=True)
    error = await error_from(server, Patience(whole=0.05))
    assert isinstance(error, TimedOut)


async def test_steps_that_were_sent_before_a_cut_are_delivered():
    steps: list[PullStep] = []
    with pytest.raises(StreamBroken):
        await pulled_from(RawServer(STREAM, *map(chunk, STEPS)), steps)
    assert [step.status for step in steps] == ["pulling manifest", "success"]


async def test_a_stream_may_be_cut_at_any_byte():
    answer = STREAM + b"".join(map(chunk, STEPS)) + END
    for length in range(0, len(answer), 3):
        steps: list[PullStep] = []
        with pytest.raises(StreamBroken):
            await pulled_from(RawServer(answer[:length]), steps)
        assert [step.raw + b"\n" for step in steps] == STEPS[: len(steps)]


async def test_a_stream_without_success_is_broken_however_it_was_closed():
    steps: list[PullStep] = []
    with pytest.raises(StreamBroken):
        await pulled_from(RawServer(STREAM, chunk(STEPS[0]), END), steps)
    assert len(steps) == 1


async def test_an_error_in_a_stream_ends_it_with_the_servers_own_words():
    line = b'{"error":"pull model manifest: file does not exist"}\n'
    with pytest.raises(ServerRefused) as caught:
        await pulled_from(RawServer(STREAM, chunk(STEPS[0] + line), END), [])
    assert (caught.value.status, caught.value.message) == (
        200,
        "pull model manifest: file does not exist",
    )


@pytest.mark.parametrize("line", [b"nonsense\n", b'{"status":5}\n', b'{"completed":"12"}\n'])
async def test_a_line_that_is_none_ends_a_stream(line: bytes):
    steps: list[PullStep] = []
    with pytest.raises(NotOllama):
        await pulled_from(RawServer(STREAM, chunk(STEPS[0] + line), END), steps)
    assert len(steps) == 1


async def test_a_line_of_ten_megabytes_is_refused():
    pieces = [chunk(b"x" * 65536)] * 160
    with pytest.raises(TooLarge):
        await pulled_from(RawServer(STREAM, *pieces, END), [])


async def test_separators_of_unicode_do_not_cut_a_line():
    text = "a\u0085b\u2028c"
    line = json.dumps({"status": text}, ensure_ascii=False).encode() + b"\n"
    steps: list[PullStep] = []
    await pulled_from(RawServer(STREAM, chunk(line + STEPS[1]), END), steps)
    assert steps[0].status == text


async def test_a_stream_that_falls_silent_times_out():
    with pytest.raises(TimedOut):
        await pulled_from(RawServer(STREAM, chunk(STEPS[0]), is_held=True), [])


async def test_ten_thousand_and_one_models_are_ten_thousand_and_a_count():
    rows = [{"name": f"m{number}:latest", "size": number} for number in range(10_001)]
    body = json.dumps({"models": rows}).encode()
    async with RawServer(whole(body)) as server, open_http(server.address) as http:
        listing = await OllamaClient(http).tags()
    assert (len(listing.rows), listing.left_out) == (10_000, 1)


async def test_a_wrong_type_spoils_its_row_and_no_other():
    rows = [{"name": "a:1", "size": 12.0}, {"name": "b:1", "size": "12"}, {"name": 5}, {}, "x"]
    body = json.dumps({"models": rows}).encode()
    async with RawServer(whole(body)) as server, open_http(server.address) as http:
        listing = await OllamaClient(http).tags()
    assert [(row.name, row.size) for row in listing.rows] == [("a:1", 12)]
    assert [row.name for row in listing.damaged] == ["b:1", "", "", ""]
    assert [json.loads(row.raw) for row in listing.damaged] == rows[1:]
