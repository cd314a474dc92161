"""The proxies that environment variables name, which is all that Linux has of system settings."""

import re
from collections.abc import Iterable, Mapping

from desktop.domain.address import BadAddress, parse_address
from desktop.domain.bypass import matches
from desktop.domain.proxy import SystemAnswer, SystemProxy
from desktop.domain.routes import BadProxy, parse_proxy

_BETWEEN = re.compile(r"[,;\s]+")


def system_proxy_from(environ: Mapping[str, str]) -> SystemProxy:
    """Return what says which proxy these variables mean for a URL; it never raises.

    The rules are curl's: `http_proxy` or `https_proxy` by the URL's scheme,
    then `all_proxy`; each in small letters first, then in capitals; one that
    is set and empty in small letters hides its capitals. What `no_proxy` has
    goes direct. Variables are read anew for every URL.
    """

    def ask(url: str) -> SystemAnswer:
        scheme = url.partition("://")[0].lower()
        source, text = _first(environ, (f"{scheme}_proxy", "all_proxy"))
        if not text:
            return SystemAnswer()
        if exception := _exception(environ, url):
            return SystemAnswer(source=exception)
        try:
            proxy, login = parse_proxy(text)
        except BadProxy:
            return SystemAnswer(source=source, unusable=_without_login(text))
        return SystemAnswer(proxy, source, login=login)

    return ask


def _first(environ: Mapping[str, str], names: Iterable[str]) -> tuple[str, str]:
    """Return the first variable that has a value, and that; ("", "") if there is none."""
    for name in names:
        for spelling in (name, name.upper()):
            if spelling in environ:
                if text := environ[spelling].strip():
                    return spelling, text
                break
    return "", ""


def _exception(environ: Mapping[str, str], url: str) -> str:
    """Return the name of the variable that has the URL's host among its exceptions, or ""."""
    source, text = _first(environ, ("no_proxy",))
    try:
        address = parse_address(url)
    except BadAddress:
        return ""
    entries = _BETWEEN.split(text)
    return source if any(matches(entry, address.host, address.port) for entry in entries) else ""


def _without_login(text: str) -> str:
    scheme, separator, rest = text.partition("://")
    if not separator:
        scheme, rest = "", text
    return scheme + separator + rest.rpartition("@")[2]
