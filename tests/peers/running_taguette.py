"""Taguette itself, driven over the requests that its pages make."""

from __future__ import annotations

import http.client
import json
import re
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

SERVER = Path(__file__).parent / "taguette_server.py"
_BOUNDARY = "----a-part-of-the-form"
_SECONDS = 120


class Taguette:
    """A running Taguette and somebody who is logged in."""

    def __init__(self, link: str) -> None:
        found = urllib.parse.urlsplit(link)
        self.base = f"http://127.0.0.1:{found.port}"
        self._jar = CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self._jar)
        )
        self.get(f"/?{found.query}")
        self.get("/project/new")

    def get(self, path: str) -> bytes:
        """What a page or a download holds."""
        return self._send(urllib.request.Request(self.base + path)).read()

    def new_project(self, name: str, description: str = "") -> int:
        """Make a project; its number."""
        form = urllib.parse.urlencode({"name": name, "description": description, "_xsrf": self._xsrf})
        answer = self._send(urllib.request.Request(f"{self.base}/project/new", form.encode()))
        return int(urllib.parse.urlsplit(answer.url).path.rpartition("/")[2])

    def new_document(self, project: int, name: str, page: str) -> int:
        """Upload a web page as a document; its number."""
        parts = [
            f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'
            for field, value in {"name": name, "description": "", "_xsrf": self._xsrf}.items()
        ]
        file = f'Content-Disposition: form-data; name="file"; filename="{project}.html"\r\nContent-Type: text/html'
        body = "".join([*parts, f"--{_BOUNDARY}\r\n{file}\r\n\r\n{page}\r\n--{_BOUNDARY}--\r\n"])
        request = urllib.request.Request(f"{self.base}/api/project/{project}/document/new", body.encode())
        request.add_header("Content-Type", f"multipart/form-data; boundary={_BOUNDARY}")
        return int(json.load(self._send(request))["created"])

    def contents(self, project: int, document: int) -> str:
        """The HTML that Taguette keeps of a document."""
        answer = json.loads(self.get(f"/api/project/{project}/document/{document}/contents"))
        return "".join(each["contents"] for each in answer["contents"])

    def post(self, path: str, what: dict[str, Any]) -> Any:
        """One of the requests that the pages make."""
        request = urllib.request.Request(f"{self.base}/api/{path}", json.dumps(what).encode())
        request.add_header("Content-Type", "application/json")
        return json.load(self._send(request))

    def delete(self, path: str) -> None:
        """Delete what the path names."""
        self._send(urllib.request.Request(f"{self.base}/api/{path}", method="DELETE")).read()

    @property
    def _xsrf(self) -> str:
        return next(cookie.value or "" for cookie in self._jar if cookie.name == "_xsrf")

    def _send(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        if request.get_method() != "GET":
            request.add_header("X-XSRFToken", self._xsrf)
        answer: http.client.HTTPResponse = self._opener.open(request, timeout=_SECONDS)
        return answer


@contextmanager
def running(python: Path, database: Path) -> Iterator[Taguette]:
    """Taguette on a database of its own, ended afterwards. `python` is the one of Taguette's environment."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [python, SERVER, "--no-browser", "--port", port, "--database", database]
    environment = {"HOME": str(database.parent), "LC_ALL": "C.UTF-8"}
    said = database.with_suffix(".log")
    with said.open("wb") as log:
        process = subprocess.Popen(list(map(str, command)), stdout=log, stderr=subprocess.STDOUT, env=environment)
    try:
        yield Taguette(_link(process, said))
    finally:
        process.terminate()
        process.wait(_SECONDS)


def _link(process: subprocess.Popen[bytes], said: Path) -> str:
    """The link that Taguette prints once it listens."""
    ends = time.monotonic() + _SECONDS
    while time.monotonic() < ends and process.poll() is None:
        if found := re.search(r"http://\S+token=\S+", said.read_text("utf-8", "replace")):
            return found.group()
        time.sleep(0.2)
    raise AssertionError(f"Taguette did not start:\n{said.read_text('utf-8', 'replace')[-3000:]}")
