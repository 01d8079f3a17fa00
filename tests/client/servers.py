"""Package servers and proxies on the loopback interface that behave badly on purpose."""

import contextlib
import http.server
import socket
import threading
import time


class _Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_CONNECT(self):
        self.do_GET()

    def do_GET(self):
        self.server.seen.append((self.path, dict(self.headers)))
        self.server.answer(self)


@contextlib.contextmanager
def serving(answer):
    """Serve ``answer(handler)`` for every request; yields the server with ``url`` and ``seen``."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.answer, server.seen, server.daemon_threads = answer, [], True
    server.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def asks_for_login(handler):
    handler.send_response(407, "Proxy Authentication Required")
    handler.send_header("Proxy-Authenticate", 'Basic realm="company"')
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def has_nothing(handler):
    handler.send_error(404)


def never_ends(handler):
    """Answer with a page that comes in one byte at a time."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(300):
            handler.wfile.write(b" ")
            time.sleep(0.1)


def closed_port():
    """Return a port on which nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
