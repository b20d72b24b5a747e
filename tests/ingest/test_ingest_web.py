"""Addresses, against a server on the loopback interface only."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from desktop_app.ingest import is_address, load
from desktop_app.ingest.web import is_public
from desktop_app.model import Cancelled, LoadError

STORY = (
    "<html><body><h2>Ferry stopped</h2><p>Nobody was hurt in the fire.</p><p>Čas je drahý.</p></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        routes = {
            "/redirect": (302, {"Location": "/story"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/to-other": (302, {"Location": "http://169.254.169.254/latest"}, b""),
            "/missing": (404, {}, b"no"),
            "/forbidden": (403, {}, b"no"),
            "/broken": (503, {}, b"no"),
            "/empty": (200, {}, b""),
            "/huge": (200, {"Content-Length": str(10**9)}, b"x"),
            "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * 30_000_000)),
            "/cut": (200, {"Content-Length": "99999"}, STORY.encode()),
            "/cut-packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(STORY.encode())[:-20]),
            "/odd": (200, {"Content-Encoding": "br"}, STORY.encode()),
            "/nothing": (204, {}, b""),
            "/busy": (429, {}, b"no"),
            "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(STORY.encode())),
            "/latin2": (200, {"Content-Type": "text/html; charset=iso-8859-2"}, STORY.encode("iso-8859-2")),
            "/plain.txt": (200, {"Content-Type": "text/plain"}, "Nobody was hurt.\nČas je drahý.".encode()),
            "/story": (200, {"Content-Type": "text/html; charset=utf-8"}, STORY.encode()),
        }
        if self.path == "/silent":
            self.server.released.wait(20)  # type: ignore[attr-defined]
            return
        if self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            while not self.server.released.wait(0.05):  # type: ignore[attr-defined]
                try:
                    self.wfile.write(b"<p>more</p>")
                    self.wfile.flush()
                except OSError:
                    return
            return
        status, headers, body = routes.get(self.path, (404, {}, b""))
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.released = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.released.set()  # type: ignore[attr-defined]
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/story", "/redirect", "/packed", "/latin2"])
def test_pages_are_fetched_and_read(site: str, path: str) -> None:
    article = load(site + path, allow_private=True)
    assert [p.text for p in article.paragraphs] == [
        "Ferry stopped",
        "Nobody was hurt in the fire.",
        "Čas je drahý.",
    ]
    assert article.source == site + ("/story" if path == "/redirect" else path)


def test_plain_text_from_an_address(site: str) -> None:
    assert [p.text for p in load(f"{site}/plain.txt", allow_private=True).paragraphs] == [
        "Nobody was hurt.",
        "Čas je drahý.",
    ]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/missing", "has no such page"),
        ("/forbidden", "does not let this page be read"),
        ("/broken", "has trouble of its own"),
        ("/empty", "is empty"),
        ("/huge", "is longer than"),
        ("/bomb", "is longer than"),
        ("/cut", "before the page was complete"),
        ("/cut-packed", "before the page was complete"),
        ("/odd", "packs its pages in an unknown way"),
        ("/nothing", "answered without a page"),
        ("/busy", "too many requests"),
        ("/loop", "without end"),
        ("/to-file", "Only addresses that begin with http"),
    ],
)
def test_every_failure_has_its_sentence(site: str, path: str, sentence: str) -> None:
    with pytest.raises(LoadError, match=sentence) as caught:
        load(site + path, allow_private=True)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://orme.example/story",
        "javascript:alert(1)",
        "data:text/html,<p>x",
        "http://",
        "http://user:secret@orme.example/",
        "http://[::1",
        "http://orme.example:99999/",
        "http://a b/",
    ],
)
def test_what_may_not_be_fetched_is_refused_at_once(address: str) -> None:
    with pytest.raises(LoadError):
        load(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::]", "10.0.0.1", "169.254.169.254", "2130706433", "0x7f.1"],
)
def test_this_computer_and_private_networks_are_refused(host: str) -> None:
    with pytest.raises(LoadError, match=r"this computer or to a private network|There is no"):
        load(f"http://{host}:1/")


def test_a_redirect_to_a_private_address_is_judged_anew(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here, as a real site that leads inside would."""
    import desktop_app.ingest.web as web

    real = web.is_public
    monkeypatch.setattr(web, "is_public", lambda number: number == "127.0.0.1" or real(number))
    with pytest.raises(LoadError, match="private network"):
        load(f"{site}/to-other")


def test_the_connection_goes_to_the_address_that_was_judged(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that means something else at the second look-up is not asked a second time."""
    port = int(site.rsplit(":", 1)[1])
    asked: list[str] = []
    real = socket.getaddrinfo

    def lookup(host: str, *arguments: object, **more: object) -> object:
        if host == "rebinding.example":
            asked.append(host)
            return real("127.0.0.1" if len(asked) == 1 else "127.0.0.2", *arguments, **more)  # type: ignore[arg-type]
        return real(host, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    article = load(f"http://rebinding.example:{port}/story", allow_private=True)
    assert article.paragraphs
    assert asked == ["rebinding.example"]


def test_an_address_that_is_dead_does_not_hide_the_next(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.rsplit(":", 1)[1])
    real = socket.getaddrinfo

    def lookup(host: str, *arguments: object, **more: object) -> object:
        names = ("127.0.0.3", "127.0.0.1") if host == "twofold.example" else (host,)
        return [entry for name in names for entry in real(name, *arguments, **more)]  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    assert load(f"http://twofold.example:{port}/story", allow_private=True).paragraphs


@pytest.fixture
def secure_site(tmp_path: Path) -> Iterator[str]:
    """A site whose certificate nobody vouches for."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    made += " -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    target = ("-keyout", str(key), "-out", str(certificate))
    subprocess.run([openssl, *made.split(), *target], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"https://localhost:{server.server_address[1]}/story"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_certificate_nobody_vouches_for_is_not_trusted(secure_site: str) -> None:
    with pytest.raises(LoadError, match="cannot be trusted: self"):
        load(secure_site, allow_private=True)


def test_a_certificate_that_is_vouched_for_is_trusted(
    secure_site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    assert load(secure_site, allow_private=True).title == "Ferry stopped"


@pytest.mark.parametrize("path", ["/silent", "/slow"])
def test_cancelling_does_not_wait_for_the_network(site: str, path: str) -> None:
    begun = time.monotonic()

    def stop(fraction: float, message: str) -> None:
        if time.monotonic() - begun > 0.3:
            raise Cancelled(f"{message}: {fraction}")

    with pytest.raises(Cancelled):
        load(site + path, stop, allow_private=True)
    assert time.monotonic() - begun < 2


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(LoadError, match="cannot be reached"):
        load(f"http://127.0.0.1:{port}/", allow_private=True)


def test_addresses_and_file_names_are_told_apart() -> None:
    assert all(is_address(text) for text in ("https://orme.example", "HTTP://x", "file:///x", "javascript:x"))
    assert not any(is_address(text) for text in ("C:\\story.txt", "story.txt", "a/b://c", "note: this", ""))


@pytest.mark.parametrize(
    "number",
    [
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1%eth0",
        "fc00::1",
        "100.64.0.1",
        "224.0.0.1",
        "x",
    ],
)
def test_wrapped_private_numbers_are_seen_through(number: str) -> None:
    assert not is_public(number)
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1::1")
