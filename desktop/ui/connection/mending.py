"""What a finding's button does inside the connection dialog: it changes what is typed."""

from collections.abc import Callable
from dataclasses import replace

from desktop.diagnostics.explain import Remedy
from desktop.domain.proxy import ProxyMode
from desktop.ui.connection.form import ConnectionForm, Tab
from desktop.ui.connection.identity import Identity
from desktop.ui.connection.tls_tab import CA_FILE

MENDED_HERE = frozenset(
    {
        Remedy.RETRY,
        Remedy.EDIT_ADDRESS,
        Remedy.SWITCH_SCHEME,
        Remedy.BYPASS_PROXY,
        Remedy.PROXY_SETTINGS,
        Remedy.TRUST_CERTIFICATE,
        Remedy.ADD_CA,
        Remedy.SIGN_IN,
    }
)
"""What has a button beside a draft's finding."""


def mend(
    remedy: Remedy,
    identity: Identity,
    form: ConnectionForm,
    test: Callable[[], None],
    fetch_certificate: Callable[[], None],
) -> None:
    """Do what a remedy says; what is decided by it alone is tested again at once."""
    match remedy:
        case Remedy.RETRY:
            test()
        case Remedy.SWITCH_SCHEME:
            _switch_scheme(identity)
            test()
        case Remedy.BYPASS_PROXY:
            form.tabs.choose(Tab.PROXY)
            form.proxy.choose(ProxyMode.DIRECT)
            test()
        case Remedy.PROXY_SETTINGS:
            form.tabs.choose(Tab.PROXY)
        case Remedy.TRUST_CERTIFICATE:
            fetch_certificate()
        case Remedy.ADD_CA:
            form.tabs.choose(Tab.TLS)
            form.tls.ways.choose(CA_FILE)
            form.tls.ca_file.path.setFocus()
        case Remedy.SIGN_IN:
            form.tabs.choose(Tab.SIGN_IN)
        case _:
            identity.address.setFocus()


def _switch_scheme(identity: Identity) -> None:
    """Write the other scheme in front of the same host and port."""
    if (address := identity.host_address) is not None:
        other = "http" if address.scheme == "https" else "https"
        identity.address.setText(replace(address, scheme=other).url)
