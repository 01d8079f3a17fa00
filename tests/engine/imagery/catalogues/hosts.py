"""A host on loopback: files with range requests, answers of its own, and misbehaviour when it is told to."""

import re
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Asked:
    """One request that came in, and the bytes of the body that went out."""

    method: str
    path: str
    query: dict
    headers: dict
    body: bytes
    sent: int = 0


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one answer.

    ``kind``: ``status`` (with ``status`` and ``headers``), ``silent`` (no answer for ``seconds``), ``drip`` (a byte
    each ``seconds``), ``truncated`` (``keep`` bytes of what was announced), ``too-long`` (announces fewer bytes than
    it has), ``no-ranges`` (the whole file), ``wrong-part`` (another range), ``short-part`` (a range that says it is
    shorter), ``other-etag`` (the file was replaced), ``other-size``.
    """

    kind: str
    status: int = 500
    headers: tuple = ()
    seconds: float = 1.0
    keep: int = 100


@dataclass
class Host:
    """The server's state; ``url`` is where it answers."""

    name: str = "127.0.0.1"
    files: dict = field(default_factory=dict)
    answers: dict = field(default_factory=dict)
    faults: dict = field(default_factory=lambda: defaultdict(list))
    always: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    allowed: object = None
    url: str = ""

    def __enter__(self):
        host = self

        class Handler(_Handler):
            pass

        Handler.host = host
        self._server = _QuietServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://{self.name}:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def sent(self, start=""):
        """Return bytes of bodies that went out for paths that begin so."""
        return sum(asked.sent for asked in self.asked if asked.path.startswith(start))

    def paths(self):
        return [asked.path for asked in self.asked]


class _QuietServer(ThreadingHTTPServer):
    """Says nothing of clients that hang up: many tests make them do so."""

    def handle_error(self, request, client_address):
        pass


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    host: Host

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self._answer()

    def do_GET(self):
        self._answer()

    def do_POST(self):
        self._answer()

    def _answer(self):
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        asked = Asked(self.command, parts.path, parse_qs(parts.query), dict(self.headers), self.rfile.read(length))
        self.host.asked.append(asked)
        fault = self._fault(parts.path)
        try:
            self._serve(asked, fault)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _fault(self, path):
        waiting = self.host.faults[path]
        return waiting.pop(0) if waiting else self.host.always.get(path)

    def _serve(self, asked, fault):
        if fault and fault.kind == "silent":
            time.sleep(fault.seconds)
            self.close_connection = True
            return
        if fault and fault.kind == "status":
            self._send(asked, fault.status, b"", dict(fault.headers))
            return
        if self.host.allowed and not self.host.allowed(asked):
            self._send(asked, 403, b"no", {})
            return
        answer = self.host.answers.get(asked.path)
        if answer:
            result = answer(asked)
            status, body, headers = result if isinstance(result, tuple) else (200, result, {})
            self._send(asked, status, body, headers, fault)
        elif asked.path in self.host.files:
            self._file(asked, self.host.files[asked.path], fault)
        else:
            self._send(asked, 404, b"", {})

    def _file(self, asked, data, fault):
        etag = '"other"' if fault and fault.kind == "other-etag" else f'"{len(data)}-{hash(data[:4096])}"'
        headers = {"ETag": etag, "Accept-Ranges": "bytes"}
        match = re.match(r"bytes=(\d+)-(\d*)", asked.headers.get("Range", ""))
        is_same = asked.headers.get("If-Range", etag) == etag
        if not match or not is_same or (fault and fault.kind == "no-ranges"):
            self._send(asked, 200, data, headers, fault)
            return
        first, last = int(match[1]), min(int(match[2] or len(data) - 1), len(data) - 1)
        if first >= len(data):
            self._send(asked, 416, b"", {"Content-Range": f"bytes */{len(data)}"})
            return
        if fault and fault.kind == "wrong-part":
            first, last = max(first - 7, 0) + 3, last
        if fault and fault.kind == "short-part":
            last = (first + last) // 2
        total = len(data) + (5 if fault and fault.kind == "other-size" else 0)
        headers["Content-Range"] = f"bytes {first}-{last}/{total}"
        self._send(asked, 206, data[first : last + 1], headers, fault)

    def _send(self, asked, status, body, headers, fault=None):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        announced = len(body)
        if fault and fault.kind == "too-long":
            announced = len(body) // 2
        self.send_header("Content-Length", str(announced))
        self.end_headers()
        if asked.method == "HEAD":
            return
        if fault and fault.kind == "truncated":
            body = body[: fault.keep]
            self.close_connection = True
        if fault and fault.kind == "too-long":
            self.close_connection = True
        if fault and fault.kind == "drip":
            for index in range(len(body)):
                self.wfile.write(body[index : index + 1])
                asked.sent += 1
                time.sleep(fault.seconds)
            return
        asked.sent += len(body)  # before they go: whoever has them may look at once
        self.wfile.write(body)
