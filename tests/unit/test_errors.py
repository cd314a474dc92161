import asyncio

import httpx
import pytest

from desktop.net.deadline import Deadline
from desktop.ollama.errors import (
    Busy,
    ModelMissing,
    NotOllama,
    OllamaError,
    ProxyFailed,
    ServerRefused,
    StreamBroken,
    TimedOut,
    Unreachable,
    translated,
)
from desktop.ollama.pace import Pace
from desktop.ollama.refusals import refusal, refused


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (httpx.ProxyError("x"), ProxyFailed),
        (httpx.ConnectTimeout("x"), TimedOut),
        (httpx.PoolTimeout("x"), TimedOut),
        (httpx.ConnectError("x"), Unreachable),
        (httpx.UnsupportedProtocol("x"), Unreachable),
        (httpx.InvalidURL("x"), Unreachable),
        (httpx.ReadError("x"), StreamBroken),
        (httpx.WriteError("x"), StreamBroken),
        (
            httpx.RemoteProtocolError("Server disconnected without sending a response."),
            StreamBroken,
        ),
        (httpx.RemoteProtocolError("illegal status line"), NotOllama),
        (httpx.LocalProtocolError("x"), StreamBroken),
        (httpx.TooManyRedirects("x"), StreamBroken),
    ],
)
def test_every_error_of_httpx_becomes_one_of_ours(theirs: Exception, ours: type[OllamaError]):
    with pytest.raises(OllamaError) as caught, translated():
        raise theirs
    assert type(caught.value) is ours


@pytest.mark.parametrize(
    ("status", "text", "kind"),
    [
        (404, "model 'nosuch' not found", ModelMissing),
        (404, "model is gone in other words", ModelMissing),
        (404, 'blob "sha256:1" not found', ServerRefused),
        (200, 'model "nosuch" not found, try pulling it first', ModelMissing),
        (200, "pull model manifest: file does not exist", ServerRefused),
        (503, "server busy, please try again.  maximum pending requests exceeded", Busy),
        (503, "account unavailable", ServerRefused),
    ],
)
def test_a_servers_own_error_is_of_its_kind(status: int, text: str, kind: type[ServerRefused]):
    assert type(refused(status, text)) is kind


def test_the_answer_to_a_head_says_nothing_but_its_status():
    error = refusal(404, "application/json", b"", is_head=True)
    assert type(error) is ModelMissing
    assert str(error) == ""


@pytest.mark.parametrize(
    ("url", "kept"), [(b'"https://ollama.com/connect"', "https://ollama.com/connect"), (b"7", "")]
)
def test_where_to_sign_in_is_kept(url: bytes, kept: str):
    body = b'{"error":"unauthorized","signin_url":' + url + b"}"
    error = refusal(401, "application/json", body)
    assert isinstance(error, ServerRefused)
    assert (error.message, error.signin_url) == ("unauthorized", kept)


def test_an_empty_answer_of_a_server_is_none_of_ollamas():
    assert type(refusal(500, "application/json", b"")) is NotOllama


async def test_a_wait_ends_when_its_time_is_up():
    deadline = Deadline()
    with pytest.raises(TimeoutError):
        await deadline.wait(asyncio.get_running_loop().create_future(), 0.001)


async def test_a_short_wait_after_a_long_one_ends_in_time():
    loop = asyncio.get_running_loop()
    deadline = Deadline()
    done = loop.create_future()
    done.set_result(None)
    await deadline.wait(done, 3600)
    with pytest.raises(TimeoutError):
        await deadline.wait(loop.create_future(), 0.001)
    deadline.close()


async def test_a_timer_that_comes_too_early_is_set_again():
    loop = asyncio.get_running_loop()
    deadline = Deadline()
    done = loop.create_future()
    done.set_result(None)
    await deadline.wait(done, 0.001)
    with pytest.raises(TimeoutError):
        await deadline.wait(loop.create_future(), 0.02)


async def test_a_timer_that_nobody_waits_on_any_more_does_nothing():
    loop = asyncio.get_running_loop()
    deadline = Deadline()
    done = loop.create_future()
    loop.call_later(0.005, done.set_result, None)
    await deadline.wait(done, 0.01)
    later = loop.create_future()
    loop.call_later(0.02, later.set_result, None)
    await deadline.wait(later, None)


async def test_a_reader_gives_way_after_it_has_held_the_loop():
    pace, turns = Pace(), []
    await pace.give_way()
    loop = asyncio.get_running_loop()
    loop.call_soon(turns.append, 1)
    end = loop.time() + 1
    while not turns and loop.time() < end:
        await pace.give_way()
    assert turns
