"""Where a host is, in every form that OLLAMA_HOST or a person may write it."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.address import AddressProblem, BadAddress, HostAddress, parse_address
from desktop.hosts.first_run import HERE, first_host


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("tower", "http://tower:11434"),
        ("Tower.LAN", "http://tower.lan:11434"),
        ("tower:8080", "http://tower:8080"),
        (":8080", "http://127.0.0.1:8080"),
        ("8080", "http://127.0.0.1:8080"),
        (" tower ", "http://tower:11434"),
        ('"tower"', "http://tower:11434"),
        ("'tower:1'", "http://tower:1"),
        ("http://tower", "http://tower:80"),
        ("HTTP://tower", "http://tower:80"),
        ("https://tower", "https://tower:443"),
        ("https://tower:8443", "https://tower:8443"),
        ("http://tower:11434/", "http://tower:11434"),
        ("https://tower/ollama/", "https://tower:443/ollama"),
        ("https://tower/ollama//", "https://tower:443/ollama"),
        ("tower/a%20b", "http://tower:11434/a%20b"),
        ("http://:8080", "http://127.0.0.1:8080"),
        ("tower/ollama", "http://tower:11434/ollama"),
        ("192.168.1.20", "http://192.168.1.20:11434"),
        ("0.0.0.0", "http://127.0.0.1:11434"),
        ("0.0.0.0:8080", "http://127.0.0.1:8080"),
        ("http://0.0.0.0:8080", "http://127.0.0.1:8080"),
        ("::", "http://[::1]:11434"),
        ("[::]:8080", "http://[::1]:8080"),
        ("0:0:0:0:0:0:0:0", "http://[::1]:11434"),
        ("::1", "http://[::1]:11434"),
        ("[::1]", "http://[::1]:11434"),
        ("[::1]:8080", "http://[::1]:8080"),
        ("http://[::1]", "http://[::1]:80"),
        ("2001:DB8:0:0::1", "http://[2001:db8::1]:11434"),
        ("fe80::1%eth0", "http://[fe80::1%eth0]:11434"),
        ("[fe80::1%Eth0]:80", "http://[fe80::1%Eth0]:80"),
        ("my_box", "http://my_box:11434"),
        ("tower.", "http://tower.:11434"),
        ("bücher.example", "http://xn--bcher-kva.example:11434"),
        ("localhost", "http://localhost:11434"),
    ],
)
def test_an_address_is_read_as_ollama_reads_it(text: str, url: str):
    assert parse_address(text).url == url


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", AddressProblem.EMPTY),
        ('""', AddressProblem.EMPTY),
        ("my tower", AddressProblem.INVISIBLE),
        ("tower\u200b", AddressProblem.INVISIBLE),
        ("tower\u202e", AddressProblem.INVISIBLE),
        ("to\x00wer", AddressProblem.INVISIBLE),
        ("ftp://tower", AddressProblem.SCHEME),
        ("file:///etc/passwd", AddressProblem.SCHEME),
        ("http://me:secret@tower", AddressProblem.CREDENTIALS),
        ("me@tower", AddressProblem.CREDENTIALS),
        ("http://tower/?token=1", AddressProblem.QUERY),
        ("tower?x", AddressProblem.QUERY),
        ("http://tower/#part", AddressProblem.FRAGMENT),
        ("tower#part", AddressProblem.FRAGMENT),
        ("tower:", AddressProblem.PORT),
        ("tower:0", AddressProblem.PORT),
        ("tower:65536", AddressProblem.PORT),
        ("tower:123456789", AddressProblem.PORT),
        ("tower:abc", AddressProblem.PORT),
        ("tower:-1", AddressProblem.PORT),
        ("tower:８０", AddressProblem.PORT),
        ("99999", AddressProblem.PORT),
        ("[::1]:x", AddressProblem.PORT),
        ("[::1", AddressProblem.HOST),
        ("[::1]x", AddressProblem.HOST),
        ("http://", AddressProblem.HOST),
        ("http:///path", AddressProblem.HOST),
        ("1.2.3", AddressProblem.HOST),
        ("1.2.3.400", AddressProblem.HOST),
        ("1:2:3", AddressProblem.HOST),
        ("fe80::1%", AddressProblem.HOST),
        ("fe80::1%a b", AddressProblem.INVISIBLE),
        ("fe80::1%a!b", AddressProblem.HOST),
        ("-tower", AddressProblem.HOST),
        ("tower..lan", AddressProblem.HOST),
        ("tow!er", AddressProblem.HOST),
        ("a" * 64, AddressProblem.HOST),
        ("ü" * 64, AddressProblem.HOST),
        (".".join(["a" * 60] * 5), AddressProblem.HOST),
        ("tower\\x", AddressProblem.HOST),
        ("tower/../x", AddressProblem.HOST),
        ("tower/%2e%2e/x", AddressProblem.HOST),
        ("tower/%zz", AddressProblem.HOST),
        ("tower/ü", AddressProblem.HOST),
        ("tower/./x", AddressProblem.HOST),
        ("/ollama", AddressProblem.HOST),
    ],
)
def test_what_is_no_address_says_why(text: str, problem: AddressProblem):
    with pytest.raises(BadAddress) as caught:
        parse_address(text)
    assert caught.value.problem is problem


def test_credentials_are_not_repeated_in_the_error():
    with pytest.raises(BadAddress) as caught:
        parse_address("http://me:secret@tower")
    assert "secret" not in f"{caught.value} {caught.value.part}"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("tower", "tower"),
        ("tower:8080", "tower:8080"),
        ("https://tower/ollama", "https://tower/ollama"),
        ("https://tower:11434", "https://tower:11434"),
        ("https://[2001:db8::1]", "https://[2001:db8::1]"),
        ("127.0.0.1", "127.0.0.1:11434"),
        ("localhost:11434", "localhost:11434"),
        ("::1", "[::1]:11434"),
        ("2001:db8::1", "2001:db8::1"),
        ("[2001:db8::1]:80", "[2001:db8::1]:80"),
    ],
)
def test_a_list_shows_the_short_form(text: str, short: str):
    address = parse_address(text)
    assert address.short == short
    assert parse_address(short) == address


@pytest.mark.parametrize(
    ("text", "loopback"),
    [
        ("localhost", True),
        ("box.localhost", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("0.0.0.0", True),
        ("tower", False),
        ("192.168.1.20", False),
        ("fe80::1%lo", False),
    ],
)
def test_this_computer_is_recognised(text: str, loopback: bool):
    assert parse_address(text).is_loopback is loopback


@given(
    st.text(max_size=60) | st.from_regex(r"(https?://)?[\w.:\[\]%-]{1,20}(/\w*)?", fullmatch=True)
)
def test_any_text_is_an_address_or_is_refused(text: str):
    with contextlib.suppress(BadAddress):
        address = parse_address(text)
        assert parse_address(address.url) == address


@pytest.mark.parametrize("text", [None, "", "  ", '""'])
def test_without_ollama_host_the_first_host_is_this_computer(text: str | None):
    first = first_host(text)
    assert (first.address, first.problem) == (HERE, None)


def test_ollama_host_names_the_first_host():
    assert first_host("0.0.0.0:8080").address == HostAddress("http", "127.0.0.1", 8080)


def test_a_bad_ollama_host_is_said_and_replaced():
    first = first_host("http://me:secret@tower")
    assert first.address == HERE
    assert first.problem is not None
    assert first.problem.problem is AddressProblem.CREDENTIALS
