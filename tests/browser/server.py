"""A site under a sub-path, as on the pages of a code host."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer


class SubPathServer:
    """Serves `folder` at `prefix` on a free port of the loopback, and remembers requests for anything else. What is missing
    below `prefix` is answered with the site's 404.html, as hosts do."""

    def __init__(self, folder, prefix):
        self.strays = []
        self.missing = (folder / "404.html").read_bytes()
        handler = partial(_Handler, self, prefix, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}{prefix}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, site, prefix, *args, **kwargs):
        self.strays, self.missing, self.prefix = site.strays, site.missing, prefix
        super().__init__(*args, **kwargs)

    def do_GET(self):
        # Browsers ask for this one by themselves.
        if self.path == "/favicon.ico":
            return self.send_error(404)
        if not self.path.startswith(self.prefix):
            return self.send_error(404)
        self.path = "/" + self.path[len(self.prefix) :]
        return super().do_GET()

    def end_headers(self):
        # As strict as a host may be.
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def send_error(self, code, *args, **kwargs):
        if self.path != "/favicon.ico" and self.path not in self.strays:
            self.strays.append(self.path)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.missing)))
        self.end_headers()
        self.wfile.write(self.missing)

    def list_directory(self, path):
        # A static host lists no folders: a page that counts on it is broken there.
        return self.send_error(404)

    def log_message(self, *args):
        pass
