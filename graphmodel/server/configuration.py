"""The text of neo4j.conf: loopback only, nothing sent anywhere, a Browser that may load nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.server.home import Home
from graphmodel.server.lines import ServerLine
from graphmodel.server.ports import LOOPBACK, Ports

NO_TELEMETRY = {
    "client.allow_telemetry": "false",
    "dbms.usage_report.enabled": "false",
}
# READ mode does not stop LOAD CSV from sending words of the study to an address: this does.
# Without a folder for imports, `file:///` would mean any file of the machine.
NOTHING_FROM_ELSEWHERE = {
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    "server.directories.import": "import",
}


def write_configuration(home: Home, line: ServerLine, ports: Ports) -> None:
    """Write neo4j.conf into the home."""
    (home.configuration / "neo4j.conf").write_text(configuration_text(line, ports), encoding="utf-8")


def configuration_text(line: ServerLine, ports: Ports) -> str:
    """All settings, one a line."""
    settings = {
        **_addresses(ports),
        "dbms.security.auth_enabled": "true",
        "dbms.security.http_static_content_security_policy_header": content_policy(ports.bolt),
        "server.http_enabled_modules": "BROWSER",
        "server.memory.pagecache.size": "512m",
        "db.tx_log.rotation.retention_policy": "1 files",
        "db.tx_log.rotation.size": "32m",
        **NO_TELEMETRY,
        **NOTHING_FROM_ELSEWHERE,
        **line.settings,
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def _addresses(ports: Ports) -> dict[str, str]:
    return {
        "server.default_listen_address": LOOPBACK,
        "server.bolt.listen_address": f"{LOOPBACK}:{ports.bolt}",
        "server.bolt.advertised_address": f"localhost:{ports.bolt}",
        "server.http.listen_address": f"{LOOPBACK}:{ports.http}",
        "server.http.advertised_address": f"localhost:{ports.http}",
        "server.https.enabled": "false",
    }


def content_policy(bolt_port: int) -> str:
    """The Browser may load what the server serves and talk to this Bolt port and to loopback, and nothing else."""
    return content_policy_for(f"ws://localhost:{bolt_port}", f"http://localhost:{bolt_port}")


def content_policy_for(*sources: str) -> str:
    """The same for a Browser that talks to these sources."""
    return "; ".join(_content_rules(" ".join(sources)))


def _content_rules(sources: str) -> Iterable[str]:
    yield "default-src 'self'"
    yield "script-src 'self'"
    yield "img-src 'self' data: blob:"
    yield "style-src 'self' 'unsafe-inline'"
    yield "font-src 'self' data:"
    yield "worker-src 'self' blob:"
    yield from (f"{rule} 'none'" for rule in ("base-uri", "object-src", "frame-ancestors", "form-action"))
    yield f"connect-src 'self' {sources} http://127.0.0.1:*"
