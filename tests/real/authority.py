"""A certificate authority of the suite's own, and certificates with every kind of fault."""

import hashlib
import shutil
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.real.process import program

HERE = "IP:127.0.0.1,DNS:localhost,IP:::1"
"""The names of a certificate for this computer, as openssl writes them."""
_CURVE = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
_LONG_AGO, _AGO, _LATER, _FAR = "20200101000000Z", "20210101000000Z", "20490101", "20491231"
_CONFIGURATION = """
[ca]
default_ca = suite
[suite]
dir = {folder}
database = $dir/index.txt
new_certs_dir = $dir
rand_serial = yes
default_md = sha256
policy = anything
unique_subject = no
[anything]
commonName = supplied
organizationName = optional
[req]
distinguished_name = name
prompt = no
[name]
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """A certificate and its key, both as PEM files."""

    certificate: Path
    key: Path

    @property
    def der(self) -> bytes:
        text = self.certificate.read_text("ascii")
        return ssl.PEM_cert_to_DER_cert(text[text.index("-----BEGIN") :])

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the DER form, as `Trust.pin` has it."""
        return hashlib.sha256(self.der).hexdigest()

    def server_context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context


class Authority:
    """Makes certificates in a folder with the openssl command; `file` is its own certificate."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._openssl = program("openssl")
        self._configuration = folder / "openssl.cnf"
        self._configuration.write_text(_CONFIGURATION.format(folder=folder), "ascii")
        (folder / "index.txt").touch()
        self._own = Pair(folder / "authority.pem", folder / "authority.key")
        self._run(
            *("req", "-x509", *_CURVE, "-subj", "/O=Suite/CN=Authority of the suite"),
            *("-addext", "keyUsage=critical,keyCertSign", "-days", "30"),
            *("-keyout", str(self._own.key), "-out", str(self.file)),
        )

    @property
    def file(self) -> Path:
        return self._own.certificate

    def hash_into(self, folder: Path) -> None:
        """Put its certificate into a folder as OpenSSL looks for one, as `authority.pem` too."""
        shutil.copy(self.file, folder)
        subprocess.run([self._openssl, "rehash", str(folder)], check=True)

    def good(self) -> Pair:
        """For this computer, and valid now."""
        return self._signed("good")

    def expired(self) -> Pair:
        return self._signed("expired", start=_LONG_AGO, end=_AGO)

    def not_yet_valid(self) -> Pair:
        return self._signed("early", start=f"{_LATER}000000Z", end=f"{_FAR}000000Z")

    def wrong_name(self) -> Pair:
        return self._signed("wrong", names="DNS:elsewhere.example")

    def self_signed(self) -> Pair:
        """For this computer and valid now, but signed by itself."""
        pair = self._pair("alone")
        self._run(
            *("req", "-x509", *_CURVE, "-subj", "/CN=tower", "-days", "30"),
            *("-addext", f"subjectAltName={HERE}"),
            *("-keyout", str(pair.key), "-out", str(pair.certificate)),
        )
        return pair

    def _signed(
        self, name: str, *, names: str = HERE, start: str = _LONG_AGO, end: str = f"{_FAR}000000Z"
    ) -> Pair:
        pair, wanted = self._pair(name), self._folder / f"{name}.csr"
        self._run(
            *("req", "-new", *_CURVE, "-subj", f"/O=Suite/CN={name}"),
            *("-keyout", str(pair.key), "-out", str(wanted)),
        )
        extensions = self._folder / f"{name}.ext"
        extensions.write_text(f"subjectAltName={names}\n", "ascii")
        self._run(
            *("ca", "-batch", "-notext", "-in", str(wanted), "-out", str(pair.certificate)),
            *("-cert", str(self.file), "-keyfile", str(self._own.key)),
            *("-startdate", start, "-enddate", end, "-extfile", str(extensions)),
        )
        return pair

    def _pair(self, name: str) -> Pair:
        return Pair(self._folder / f"{name}.pem", self._folder / f"{name}.key")

    def _run(self, command: str, *options: str) -> None:
        subprocess.run(
            [self._openssl, command, "-config", str(self._configuration), *options],
            check=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
        )
