"""The doctor names each failure, produced by a real part where there is one."""

import socket
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from desktop.demo.server import DemoServer
from desktop.diagnostics.doctor import Checkup, Step, StepState
from desktop.diagnostics.examination import examine
from desktop.diagnostics.explain import Code, Remedy
from desktop.diagnostics.line import Line
from desktop.diagnostics.verdicts import why_refused
from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Secret, SignIn, SignInKind, Trust, Tunnel
from desktop.domain.host import Host
from desktop.domain.proxy import ProxyAddress
from desktop.net.lookup import Endpoint
from desktop.net.outside import Outside
from desktop.net.tunnel import Tunnels
from desktop.ollama.errors import Refused
from desktop.runtime.clock import SystemClock
from tests.raw_server import RawServer, head, whole
from tests.real.authority import Authority
from tests.real.dante import dante
from tests.real.nginx import Gate, nginx
from tests.real.patient import (
    QUICK,
    TOWER,
    PathServer,
    examined,
    full_port,
    named,
    ollama,
    result,
    through,
)
from tests.real.process import free_port, program
from tests.real.squid import squid
from tests.real.sshd import ssh_server
from tests.real.table import note_verdict
from tests.real.tinyproxy import tinyproxy
from tests.real.tls_server import TlsServer


async def verdict(failure: str, address: HostAddress, *rest, **more):
    """Have a host tested, and put the finding into the table of this run."""
    checkup = await examined(address, *rest, **more)
    note_verdict(failure, checkup.finding)
    return checkup


async def test_a_host_that_is_well_passes_every_step():
    async with DemoServer() as demo:
        checkup = await verdict("none", demo.address)
    assert checkup.finding is None
    states = {r.step: r.state for r in checkup.results}
    assert states.pop(Step.TLS) is states.pop(Step.TOKEN) is StepState.SKIPPED
    assert set(states.values()) == {StepState.PASSED}
    assert result(checkup, Step.CONNECTION).facts["to"] == demo.address.authority
    assert int(result(checkup, Step.MODELS).facts["count"]) > 0
    assert checkup.seconds > 0


async def test_nothing_listens():
    checkup = await verdict(
        "nothing listens on this computer", HostAddress("http", "127.0.0.1", free_port())
    )
    assert checkup.finding is not None
    assert checkup.finding.code in {
        Code.OLLAMA_NOT_INSTALLED,
        Code.OLLAMA_NOT_RUNNING,
        Code.NOTHING_LISTENS,
    }
    assert result(checkup, Step.CONNECTION).state is StepState.FAILED
    assert result(checkup, Step.HTTP).state is StepState.WAITING


async def test_a_server_that_listens_to_itself_alone_is_seen_on_this_computer():
    async with PathServer(ollama()) as server:
        address = HostAddress("http", "tower.lan", server.port)
        checkup = await verdict(
            "it listens on its own loopback alone", address, resolver=named("127.0.0.2")
        )
    assert checkup.finding is not None
    assert checkup.finding.code is Code.LISTENS_LOCALLY
    assert checkup.finding.facts["listens_at"] == "127.0.0.1"
    assert Remedy.COPY_FIX in checkup.finding.remedies


async def test_a_refusal_elsewhere_may_be_the_same():
    host = Host(TOWER, HostAddress("http", "192.0.2.20", 11434), "tower")
    finding = await why_refused(Refused("refused"), host, ("192.0.2.20",))
    note_verdict("refused by another computer", finding)
    assert finding.code is Code.LISTENS_LOCALLY
    assert "listens_at" not in finding.facts


async def test_an_ssh_server_is_called_by_its_banner(tmp_path: Path):
    async with ssh_server(tmp_path) as server:
        checkup = await verdict(
            "an ssh server at that port", HostAddress("http", "127.0.0.1", server.port)
        )
    assert checkup.finding is not None
    assert checkup.finding.code is Code.OTHER_PROGRAM
    assert checkup.finding.facts["program"].startswith("SSH-2.0-OpenSSH")


async def test_another_web_server_is_called_by_its_name(tmp_path: Path):
    async with (
        DemoServer() as demo,
        nginx(tmp_path, demo.address, gate=Gate(path="/elsewhere")) as address,
    ):
        checkup = await verdict("another web server at that port", replace(address, path=""))
    assert checkup.finding is not None
    assert checkup.finding.code is Code.OTHER_PROGRAM
    assert checkup.finding.facts["program"].startswith("nginx")
    assert result(checkup, Step.HTTP).state is StepState.PASSED
    assert result(checkup, Step.OLLAMA).facts["server"].startswith("nginx")


async def test_a_page_is_called_by_its_title():
    page = whole(b"<html><title>My &amp; router</title></html>", "text/html")
    async with PathServer({"/": page, "/api/version": page}) as server:
        checkup = await verdict("a page of another program", server.address)
    assert checkup.finding is not None
    assert checkup.finding.facts["program"] == "My & router"
    assert checkup.finding.facts["holder"] == psutil.Process().name()


async def test_a_firewall_that_says_nothing():
    with full_port() as address:
        checkup = await verdict("a firewall, or a host asleep", address)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.NO_CONNECTION_IN_TIME


async def test_a_name_that_nobody_knows():
    def unknown(host: str, port: int) -> tuple[Endpoint, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    address = HostAddress("http", "towre.lan", 11434)
    checkup = await verdict("a name that nobody knows", address, resolver=unknown)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.NAME_UNKNOWN
    assert result(checkup, Step.NAME).state is StepState.FAILED


async def test_https_is_asked_where_http_is_spoken():
    async with DemoServer() as demo:
        checkup = await verdict("https asked, http spoken", replace(demo.address, scheme="https"))
    assert checkup.finding is not None
    assert checkup.finding.code is Code.SPEAKS_HTTP
    assert checkup.finding.remedies[0] is Remedy.SWITCH_SCHEME


@pytest.mark.parametrize("server", ["plain", "nginx"])
async def test_http_is_asked_where_https_is_spoken(server: str, tmp_path: Path):
    pair = Authority(tmp_path / "authority").good()
    if server == "plain":
        async with TlsServer(pair) as tls:
            checkup = await verdict("http asked, TLS spoken", replace(tls.address, scheme="http"))
    else:
        async with nginx(tmp_path / "nginx", HostAddress("http", "127.0.0.1", 1), pair) as address:
            checkup = await verdict("http asked, https of nginx", replace(address, scheme="http"))
    assert checkup.finding is not None
    assert checkup.finding.code is Code.SPEAKS_HTTPS


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("good", Code.CERTIFICATE_UNTRUSTED),
        ("self_signed", Code.CERTIFICATE_UNTRUSTED),
        ("expired", Code.CERTIFICATE_EXPIRED),
        ("not_yet_valid", Code.CERTIFICATE_EXPIRED),
        ("wrong_name", Code.CERTIFICATE_WRONG_NAME),
    ],
)
async def test_a_certificate_that_is_not_believed(kind: str, code: Code, tmp_path: Path):
    authority = Authority(tmp_path)
    pair = getattr(authority, kind)()
    trust = Trust() if kind in ("good", "self_signed") else Trust(ca_file=str(authority.file))
    async with TlsServer(pair) as server:
        checkup = await verdict(
            f"certificate: {kind}" if kind != "good" else "certificate: of an unknown CA",
            server.address,
            Connection(trust=trust, timeouts=QUICK),
        )
        assert not server.requests
    assert checkup.finding is not None
    assert checkup.finding.code is code
    assert checkup.finding.facts["fingerprint"] == pair.fingerprint
    assert Remedy.TRUST_CERTIFICATE in checkup.finding.remedies


async def test_another_certificate_than_the_pinned_one(tmp_path: Path):
    connection = Connection(trust=Trust(pin="0" * 64), timeouts=QUICK)
    async with TlsServer(Authority(tmp_path).good()) as server:
        checkup = await verdict("certificate: not the pinned", server.address, connection)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.CERTIFICATE_CHANGED


async def test_a_certificate_that_is_believed_is_shown(tmp_path: Path):
    authority = Authority(tmp_path)
    connection = Connection(trust=Trust(ca_file=str(authority.file)), timeouts=QUICK)
    async with DemoServer() as demo, nginx(tmp_path / "n", demo.address, authority.good()) as at:
        checkup = await examined(at, connection)
    assert checkup.finding is None
    assert "Authority of the suite" in result(checkup, Step.TLS).facts["issuer"]


async def test_a_ca_file_that_is_not_there(tmp_path: Path):
    connection = Connection(trust=Trust(ca_file=str(tmp_path / "none.pem")), timeouts=QUICK)
    async with TlsServer(Authority(tmp_path).good()) as server:
        checkup = await verdict("a CA file that is not there", server.address, connection)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.CA_FILE_UNUSABLE


@pytest.mark.parametrize("status", [502, 503, 504, 403])
@pytest.mark.parametrize("body", [b"", b"<html><title>Bad</title></html>"])
async def test_a_proxy_answers_instead_and_the_host_does_directly(status: int, body: bytes):
    answer = whole(body, "text/html", status) if body else head(status, "Content-Length: 0")
    async with DemoServer() as demo, RawServer(answer) as proxy:
        at = ProxyAddress("http", "127.0.0.1", proxy.address.port)
        failure = f"a proxy says {status}, {'HTML' if body else 'empty'}"
        checkup = await verdict(failure, demo.address, through(at))
    finding = checkup.finding
    assert finding is not None
    assert finding.code is Code.PROXY_ANSWERED
    assert finding.remedies[0] is Remedy.BYPASS_PROXY
    assert finding.facts["direct_version"]
    assert result(checkup, Step.HTTP).facts == {"status": str(status), "proxy": at.authority}


async def test_squid_refuses_and_the_host_answers_directly():
    async with DemoServer() as demo, squid(refuses=["127.0.0.1"]) as proxy:
        checkup = await verdict("squid refuses (403)", demo.address, through(proxy.address))
    assert checkup.finding is not None
    assert checkup.finding.code is Code.PROXY_ANSWERED
    assert checkup.finding.remedies[0] is Remedy.BYPASS_PROXY


async def test_squid_wants_a_login():
    async with DemoServer() as demo, squid(wants_login=True) as proxy:
        checkup = await verdict("squid wants a login (407)", demo.address, through(proxy.address))
    assert checkup.finding is not None
    assert checkup.finding.code is Code.PROXY_LOGIN_WANTED
    assert checkup.finding.remedies[:2] == (Remedy.BYPASS_PROXY, Remedy.PROXY_SETTINGS)


async def test_nothing_is_behind_squid_either():
    address = HostAddress("http", "127.0.0.1", free_port())
    async with squid() as proxy:
        checkup = await verdict("squid finds nothing (503)", address, through(proxy.address))
    assert checkup.finding is not None
    assert checkup.finding.code is Code.PROXY_ANSWERED
    assert Remedy.BYPASS_PROXY not in checkup.finding.remedies
    assert checkup.finding.facts["direct"] == address.authority


async def test_tinyproxy_refuses():
    async with DemoServer() as demo, tinyproxy(refuses=["127.0.0.1"]) as proxy:
        checkup = await verdict("tinyproxy refuses (403)", demo.address, through(proxy.address))
    assert checkup.finding is not None
    assert checkup.finding.code is Code.PROXY_ANSWERED
    assert checkup.finding.remedies[0] is Remedy.BYPASS_PROXY


async def test_dante_refuses():
    async with DemoServer() as demo, dante(refuses=["127.0.0.1/32"]) as proxy:
        checkup = await verdict("dante refuses (SOCKS5)", demo.address, through(proxy.address))
    assert checkup.finding is not None
    assert checkup.finding.code is Code.PROXY_FAILED
    assert checkup.finding.remedies[0] is Remedy.BYPASS_PROXY


async def test_a_proxy_that_is_dead():
    dead = ProxyAddress("http", "127.0.0.1", free_port())
    async with DemoServer() as demo:
        checkup = await verdict("a dead proxy", demo.address, through(dead))
    assert checkup.finding is not None
    assert checkup.finding.remedies[0] is Remedy.BYPASS_PROXY
    assert result(checkup, Step.CONNECTION).state is StepState.FAILED


async def test_a_gateway_without_ollama_behind_it(tmp_path: Path):
    nobody = HostAddress("http", "127.0.0.1", free_port())
    async with nginx(tmp_path, nobody) as address:
        checkup = await verdict("nginx without Ollama behind (502)", address)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.GATEWAY_ANSWERED
    assert checkup.finding.facts["program"].startswith("nginx")


@pytest.mark.parametrize(
    "answer",
    [
        whole(b"<html><body>Please sign in to this network.</body></html>", "text/html"),
        head(302, "Location: http://portal.example/login", "Content-Length: 0"),
        head(511, "Content-Length: 0"),
    ],
)
async def test_a_network_that_wants_a_sign_in(answer: bytes):
    async with RawServer(answer) as server:
        checkup = await verdict("a captive portal", server.address)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.CAPTIVE_PORTAL


async def test_a_redirect_to_the_same_name_with_https():
    moved = head(301, "Location: https://127.0.0.1/api/version", "Content-Length: 0")
    async with RawServer(moved) as server:
        checkup = await verdict("a redirect to https", server.address)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.SPEAKS_HTTPS


async def test_a_redirect_by_a_path():
    async with RawServer(head(301, "Location: /login", "Content-Length: 0")) as server:
        checkup = await verdict("a redirect elsewhere", server.address)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.REDIRECTED


async def test_a_path_that_is_one_too_many(tmp_path: Path):
    async with (
        DemoServer() as demo,
        nginx(tmp_path, demo.address, gate=Gate(path="/ollama")) as address,
    ):
        wrong = replace(address, path="/ollama/api")
        checkup = await verdict("a wrong base path", wrong)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.WRONG_BASE_PATH
    assert checkup.finding.facts["found"] == address.url


async def test_a_name_that_ollama_refuses():
    async with DemoServer() as demo:
        address = replace(demo.address, host="evil.example.com")
        checkup = await verdict("the Host is refused", address, resolver=named("127.0.0.1"))
    assert checkup.finding is not None
    assert checkup.finding.code is Code.HOST_NOT_ALLOWED
    assert [note.code for note in checkup.notes] == [Code.PUBLIC_WITHOUT_TLS]


async def test_a_sign_in_is_wanted_and_then_given(tmp_path: Path):
    async with (
        DemoServer() as demo,
        nginx(tmp_path, demo.address, gate=Gate(basic=("me", "open"))) as address,
    ):
        checkup = await verdict("nginx wants a sign-in", address)
        sign_in = SignIn(SignInKind.BASIC, "me")
        signed_in = await examined(
            address, Connection(sign_in=sign_in, timeouts=QUICK), Secret(password="open")
        )
    assert checkup.finding is not None
    assert checkup.finding.code is Code.SIGN_IN_WANTED
    assert "models" in checkup.finding.facts["challenge"]
    assert signed_in.finding is None


async def test_a_sign_in_of_the_host_is_not_blamed_on_the_proxy(tmp_path: Path):
    gate = Gate(basic=("me", "open"))
    async with (
        DemoServer() as demo,
        nginx(tmp_path, demo.address, gate=gate) as address,
        squid() as proxy,
    ):
        checkup = await verdict("a sign-in beyond a proxy", address, through(proxy.address))
    assert checkup.finding is not None
    assert checkup.finding.code is Code.SIGN_IN_WANTED


async def test_a_sign_in_is_not_tried_over_http_where_the_address_says_https():
    async with PathServer(ollama()) as server:
        connection = Connection(sign_in=SignIn(SignInKind.BEARER), timeouts=QUICK)
        checkup = await examined(
            replace(server.address, scheme="https"), connection, Secret(token="canary")
        )
    assert checkup.finding is not None
    assert checkup.finding.code is Code.SPEAKS_HTTP
    assert server.heads
    assert not [head for head in server.heads if b"canary" in head]


@pytest.mark.parametrize(
    ("location", "code"),
    [("http://[", Code.REDIRECTED), ("/api/version/", Code.REDIRECTED)],
)
async def test_a_redirect_that_leads_nowhere(location: str, code: Code):
    moved = head(301, f"Location: {location}", "Content-Length: 0")
    async with RawServer(moved) as server:
        checkup = await examined(server.address)
    assert checkup.finding is not None
    assert checkup.finding.code is code


async def test_a_sign_in_page_of_another_name_is_a_sign_in(tmp_path: Path):
    authority = Authority(tmp_path)
    moved = head(302, "Location: https://login.example/", "Content-Length: 0")
    connection = Connection(trust=Trust(ca_file=str(authority.file)), timeouts=QUICK)
    async with TlsServer(authority.good(), moved) as server:
        checkup = await verdict("a sign-in page elsewhere", server.address, connection)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.SIGN_IN_WANTED
    assert checkup.finding.facts["location"] == "https://login.example/"


async def test_a_tunnel_leads_past_what_is_at_that_address_here(tmp_path: Path):
    async with DemoServer() as demo, ssh_server(tmp_path) as server:
        host = Host(TOWER, demo.address, "tower", connection=Connection(tunnel=Tunnel("gate")))
        command = (program("ssh"), "-F", str(server.configuration))
        async with Tunnels(command) as tunnels:
            line = Line(host, Secret(), Outside(), tunnels)
            seen: list[Checkup] = []
            await examine(line, SystemClock(), seen.append)
    assert seen[-1].finding is None
    assert result(seen[-1], Step.CONNECTION).facts["tunnel"] == "gate"


async def test_a_server_that_is_too_old_for_an_endpoint():
    answers = ollama()
    del answers["/api/tags"]
    async with PathServer(answers) as server:
        checkup = await verdict("an endpoint is missing", server.address)
    assert checkup.finding is not None
    assert checkup.finding.code is Code.ENDPOINT_MISSING
    assert result(checkup, Step.MODELS).state is StepState.FAILED


async def test_a_version_with_a_known_hole_is_a_note():
    async with PathServer(ollama(b'{"version":"0.14.2"}')) as server:
        checkup = await examined(server.address)
    note_verdict("a version with known holes", checkup.notes[0])
    assert checkup.finding is None
    assert checkup.notes[0].code is Code.KNOWN_HOLE
    assert checkup.notes[0].facts["fixed"] == "0.17.1"
    assert result(checkup, Step.VERSION).state is StepState.WARNED


async def test_a_public_address_without_encryption_is_a_note():
    async with PathServer(ollama()) as server:
        address = replace(server.address, host="ollama.example.com")
        checkup = await examined(address, resolver=named("127.0.0.1"))
    note_verdict("a public address without TLS", checkup.notes[0])
    assert checkup.finding is None
    assert checkup.notes[0].code is Code.PUBLIC_WITHOUT_TLS
    assert result(checkup, Step.ADDRESS).state is StepState.WARNED


async def test_what_looks_closer_carries_no_sign_in():
    page = whole(b"<html></html>", "text/html")
    async with PathServer({"/x/api/version": page}) as server:
        sign_in = SignIn(SignInKind.BEARER)
        await examined(
            replace(server.address, path="/x"),
            Connection(sign_in=sign_in, timeouts=QUICK),
            Secret(token="canary"),
        )
    with_token = [head for head in server.heads if b"canary" in head]
    assert with_token
    assert all(b"/x/api/version" in head for head in with_token)
    assert len(server.heads) > len(with_token)
