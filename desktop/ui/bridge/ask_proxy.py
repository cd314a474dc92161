"""Prints which proxy Qt finds for a URL, as one line of JSON; a program of its own.

It imports nothing of ours, so that it starts quickly and wherever it lies.
"""

import json
import sys

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

_KINDS = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5",
}


def answer(url: str) -> None:
    """Print the first proxy that Qt names; its kind is "" where that is none."""
    query = QNetworkProxyQuery(QUrl(url))
    found = QNetworkProxyFactory.systemProxyForQuery(query)
    first = found[0] if found else QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)
    facts = {
        "kind": _KINDS.get(first.type(), ""),
        "host": first.hostName(),
        "port": first.port(),
        "user": first.user(),
        "password": first.password(),
    }
    sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    answer(sys.argv[1])
