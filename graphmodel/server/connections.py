"""Kept HTTPS connections to Maven Central, with the proxy and the certificates that the machine is set up for."""

from __future__ import annotations

import ssl
import urllib.request
from typing import Any
from urllib.parse import urlsplit

import urllib3

CONNECTIONS = 8
RETRIES = urllib3.Retry(total=3, connect=1, backoff_factor=0.2, status_forcelist=(429, 500, 502, 503, 504))
TIMEOUT = urllib3.Timeout(connect=10, read=30)


def repository_url() -> str:
    """The address of Maven Central, as the resolver library has it."""
    from jgo.constants import MAVEN_CENTRAL_URL

    return MAVEN_CENTRAL_URL


def open_pool(url: str) -> urllib3.PoolManager:
    """A pool of eight connections to the host of `url`; the caller closes it with `clear()`."""
    options: dict[str, Any] = {
        "num_pools": 1,
        "maxsize": CONNECTIONS,
        "block": True,
        "retries": RETRIES,
        "timeout": TIMEOUT,
        "ssl_context": _trusted_certificates(),
    }
    proxy = _proxy_for(url)
    return urllib3.ProxyManager(proxy, **options) if proxy else urllib3.PoolManager(**options)


def _proxy_for(url: str) -> str | None:
    address = urlsplit(url)
    if urllib.request.proxy_bypass(address.hostname or ""):
        return None
    return urllib.request.getproxies().get(address.scheme)


def _trusted_certificates() -> ssl.SSLContext:
    """The machine's certificates; a Python that came without any falls back on certifi's."""
    context = ssl.create_default_context()
    if not context.get_ca_certs() and not _has_certificate_folder():
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _has_certificate_folder() -> bool:
    return ssl.get_default_verify_paths().capath is not None
