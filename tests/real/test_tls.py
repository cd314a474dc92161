"""Every fault of a certificate, shown by a real server, and what a person can do about it."""

import asyncio
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.address import HostAddress
from desktop.domain.connection import Certificate, Connection, Timeouts, Trust
from desktop.domain.proxy import ProxyMode, ProxySetting
from desktop.domain.trust import CaFileProblem, CertificateProblem
from desktop.net.certificate import fetch_certificate
from desktop.net.outside import Outside
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import (
    CaFileUnusable,
    CertificateRejected,
    Refused,
    TimedOut,
    TlsFailed,
    translated,
)
from tests.raw_server import RawServer, whole
from tests.real.authority import Authority, Pair
from tests.real.process import free_port
from tests.real.squid import squid
from tests.real.tls_server import TlsServer

BY_SYSTEM = Trust()


async def ask(address: HostAddress, trust: Trust = BY_SYSTEM) -> str:
    async with open_http(address, Connection(trust=trust)) as http:
        return (await OllamaClient(http).version()).version


async def look(address: HostAddress) -> Certificate:
    with translated():
        return await fetch_certificate(address, Outside())


FAULTS = [
    (Authority.expired, CertificateProblem.EXPIRED),
    (Authority.not_yet_valid, CertificateProblem.NOT_YET_VALID),
    (Authority.wrong_name, CertificateProblem.WRONG_NAME),
]
EVERY_KIND = [Authority.good, Authority.self_signed, *(make for make, _ in FAULTS)]


@pytest.mark.parametrize(("make", "problem"), FAULTS)
async def test_a_fault_is_named_where_the_authority_is_trusted(
    authority: Authority, make: Callable[[Authority], Pair], problem: CertificateProblem
):
    async with TlsServer(make(authority)) as server:
        with pytest.raises(CertificateRejected) as caught:
            await ask(server.address, Trust(ca_file=str(authority.file)))
    assert caught.value.problem is problem
    assert not server.requests


async def test_a_name_that_a_certificate_is_not_for_is_refused(authority: Authority):
    async with TlsServer(authority.wrong_name()) as server:
        by_name = HostAddress("https", "localhost", server.port)
        with pytest.raises(CertificateRejected) as caught:
            await ask(by_name, Trust(ca_file=str(authority.file)))
    assert caught.value.problem is CertificateProblem.WRONG_NAME


async def test_a_certificate_of_an_unknown_authority_is_untrusted(authority: Authority):
    async with TlsServer(authority.good()) as server:
        with pytest.raises(CertificateRejected) as caught:
            await ask(server.address)
    assert caught.value.problem is CertificateProblem.UNTRUSTED
    assert not server.requests


async def test_a_certificate_that_signs_itself_is_told_apart(authority: Authority):
    async with TlsServer(authority.self_signed()) as server:
        with pytest.raises(CertificateRejected) as caught:
            await ask(server.address)
    assert caught.value.problem is CertificateProblem.SELF_SIGNED


@pytest.mark.parametrize("form", ["pem", "der", "bundle"])
async def test_a_file_of_an_authority_makes_its_certificates_good(
    authority: Authority, tmp_path: Path, form: str
):
    own = Pair(authority.file, authority.file)
    text = authority.file.read_bytes()
    content = {"pem": text, "der": own.der, "bundle": b"some words\n" + text + b"\n" + text}[form]
    file = tmp_path / "authority"
    file.write_bytes(content)
    async with TlsServer(authority.good()) as server:
        assert await ask(server.address, Trust(ca_file=str(file))) == "0.33.0"


BAD_FILES: dict[str, tuple[bytes, CaFileProblem]] = {
    "garbage": (b"\x00garbage", CaFileProblem.NO_CERTIFICATE),
    "empty": (b"", CaFileProblem.NO_CERTIFICATE),
    "broken": (b"-----BEGIN CERTIFICATE-----\n?\n", CaFileProblem.NO_CERTIFICATE),
    "foreign": (b"-----BEGIN CERTIFICATE-----\n\xff\n", CaFileProblem.NO_CERTIFICATE),
    "large": (bytes(5_000_000), CaFileProblem.TOO_LARGE),
}


@pytest.mark.parametrize("name", BAD_FILES)
async def test_a_file_that_holds_no_certificate_says_so(
    authority: Authority, tmp_path: Path, name: str
):
    content, problem = BAD_FILES[name]
    (tmp_path / name).write_bytes(content)
    await expect_unusable(authority, tmp_path / name, problem)


async def test_what_is_no_file_at_all_is_not_waited_for(authority: Authority, tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    await expect_unusable(authority, tmp_path / "pipe", CaFileProblem.UNREADABLE)
    await expect_unusable(authority, tmp_path, CaFileProblem.UNREADABLE)
    await expect_unusable(authority, Path("a\0b"), CaFileProblem.UNREADABLE)


async def expect_unusable(authority: Authority, file: Path, problem: CaFileProblem) -> None:
    async with TlsServer(authority.good()) as server:
        with pytest.raises(CaFileUnusable) as caught:
            await ask(server.address, Trust(ca_file=str(file)))
    assert (caught.value.problem, caught.value.file) == (problem, str(file))
    assert not server.agreed


async def test_a_missing_file_is_looked_for_again_by_the_next_request(
    authority: Authority, tmp_path: Path
):
    file = tmp_path / "later.pem"
    chosen = Connection(trust=Trust(ca_file=str(file)))
    async with TlsServer(authority.good()) as server, open_http(server.address, chosen) as http:
        with pytest.raises(CaFileUnusable) as caught:
            await OllamaClient(http).version()
        assert caught.value.problem is CaFileProblem.MISSING
        shutil.copy(authority.file, file)
        assert (await OllamaClient(http).version()).version == "0.33.0"


@pytest.mark.parametrize("make", EVERY_KIND)
async def test_the_pinned_certificate_passes_whatever_is_wrong_with_it(
    authority: Authority, make: Callable[[Authority], Pair]
):
    pair = make(authority)
    async with TlsServer(pair) as server:
        assert await ask(server.address, Trust(pin=pair.fingerprint)) == "0.33.0"
        assert await ask(server.address, Trust(pin=pair.fingerprint.upper())) == "0.33.0"


@pytest.mark.parametrize("make", EVERY_KIND)
async def test_a_pin_lets_no_other_certificate_pass_and_sends_it_no_byte(
    authority: Authority, make: Callable[[Authority], Pair]
):
    pinned = authority.self_signed().fingerprint
    other = Authority.good(authority) if make is Authority.self_signed else make(authority)
    async with TlsServer(other) as server:
        with pytest.raises(CertificateRejected) as caught:
            # The CA file would vouch for it: beside a pin it has no say.
            await ask(server.address, Trust(ca_file=str(authority.file), pin=pinned))
    assert caught.value.problem is CertificateProblem.NOT_THE_PINNED
    assert caught.value.certificate is not None
    assert caught.value.certificate.fingerprint == other.fingerprint
    assert not server.requests


async def test_a_pin_that_is_none_matches_nothing(authority: Authority):
    async with TlsServer(authority.good()) as server:
        with pytest.raises(CertificateRejected):
            await ask(server.address, Trust(pin="ü not a fingerprint"))


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
async def test_authorities_named_by_the_environment_are_the_system_s(
    authority: Authority, tmp_path: Path, variable: str, monkeypatch: pytest.MonkeyPatch
):
    authority.hash_into(tmp_path)
    place = tmp_path / "authority.pem" if variable == "SSL_CERT_FILE" else tmp_path
    monkeypatch.setenv(variable, str(place))
    async with TlsServer(authority.good()) as server:
        assert await ask(server.address) == "0.33.0"


@pytest.mark.parametrize("make", EVERY_KIND)
async def test_a_certificate_is_shown_before_it_is_believed(
    authority: Authority, make: Callable[[Authority], Pair]
):
    pair = make(authority)
    async with TlsServer(pair) as server:
        shown = await look(server.address)
    assert shown.fingerprint == pair.fingerprint
    assert shown.is_self_signed is (make is Authority.self_signed)
    assert shown.names
    assert "CN=" in shown.subject
    assert not server.requests


async def test_a_look_at_what_speaks_no_tls_says_so():
    async with RawServer(whole(b"{}"), is_eager=True) as server:
        with pytest.raises(TlsFailed):
            await look(server.address)
    with pytest.raises(Refused):
        await look(HostAddress("https", "127.0.0.1", free_port()))


async def test_a_look_at_a_silent_server_comes_to_an_end():
    async def stay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(-1)
        writer.close()

    async with await asyncio.start_server(stay, "127.0.0.1", 0) as silent:
        address = HostAddress("https", "127.0.0.1", silent.sockets[0].getsockname()[1])
        hurried = Connection(timeouts=Timeouts(connect=0.1))
        with pytest.raises(TimedOut), translated():
            await fetch_certificate(address, Outside(), hurried)


async def test_tls_where_plain_http_is_spoken_is_told_from_a_bad_certificate():
    async with RawServer(whole(b"{}"), is_eager=True) as plain:
        with pytest.raises(TlsFailed, match=r"(?i)wrong.version|record layer"):
            await ask(HostAddress("https", "127.0.0.1", plain.address.port))


async def test_a_certificate_is_looked_at_through_a_proxy(authority: Authority):
    pair = authority.self_signed()
    async with TlsServer(pair) as server, squid() as proxy:
        manual = Connection(proxy=ProxySetting(ProxyMode.MANUAL, proxy.address))
        shown = await fetch_certificate(server.address, Outside(), manual)
        assert await proxy.has_logged("CONNECT")
    assert shown.fingerprint == pair.fingerprint
    assert not server.requests
