"""What the environment's variables say of proxies, and which of them says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.proxy import Login, ProxyAddress, SystemAnswer
from desktop.net.environment import system_proxy_from

A, B = ProxyAddress("http", "a", 1), ProxyAddress("http", "b", 2)
FAR = "http://ollama.example:11434"


@pytest.mark.parametrize(
    ("environ", "answer"),
    [
        ({}, SystemAnswer()),
        ({"http_proxy": "a:1"}, SystemAnswer(A, "http_proxy")),
        ({"HTTP_PROXY": "a:1"}, SystemAnswer(A, "HTTP_PROXY")),
        ({"http_proxy": "a:1", "HTTP_PROXY": "b:2"}, SystemAnswer(A, "http_proxy")),
        ({"http_proxy": "", "HTTP_PROXY": "b:2"}, SystemAnswer()),
        ({"http_proxy": "", "ALL_PROXY": "b:2"}, SystemAnswer(B, "ALL_PROXY")),
        ({"https_proxy": "a:1"}, SystemAnswer()),
        ({"all_proxy": "a:1", "https_proxy": "b:2"}, SystemAnswer(A, "all_proxy")),
        ({"http_proxy": "a:1", "no_proxy": "x, .example"}, SystemAnswer(source="no_proxy")),
        ({"http_proxy": "a:1", "NO_PROXY": "*"}, SystemAnswer(source="NO_PROXY")),
        ({"http_proxy": "a:1", "NO_PROXY": "[::1,;/"}, SystemAnswer(A, "http_proxy")),
        ({"NO_PROXY": "*"}, SystemAnswer()),
    ],
)
def test_the_variable_that_decides_is_named(environ: dict[str, str], answer: SystemAnswer):
    assert system_proxy_from(environ)(FAR) == answer


def test_an_encrypted_host_has_a_variable_of_its_own():
    ask = system_proxy_from({"HTTPS_PROXY": "b:2", "http_proxy": "a:1"})
    assert ask("https://ollama.example") == SystemAnswer(B, "HTTPS_PROXY")


def test_a_login_is_split_off():
    answer = system_proxy_from({"http_proxy": "http://ann:secret@a:1"})(FAR)
    assert answer == SystemAnswer(A, "http_proxy", login=Login("ann", "secret"))
    assert "secret" not in repr(answer)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("socks4://ann:secret@a:1/", "socks4://a:1/"),
        ("socks://a:1/", "socks://a:1/"),
        ("ann:secret@a:x", "a:x"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_shown_without_its_login(written: str, shown: str):
    answer = system_proxy_from({"ALL_PROXY": written})(FAR)
    assert answer == SystemAnswer(source="ALL_PROXY", unusable=shown)


def test_variables_are_read_anew():
    environ: dict[str, str] = {}
    ask = system_proxy_from(environ)
    environ["http_proxy"] = "a:1"
    assert ask(FAR).proxy == A


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_nothing_that_stands_there_raises(proxy: str, exceptions: str, url: str):
    system_proxy_from({"http_proxy": proxy, "no_proxy": exceptions})("http://" + url)
