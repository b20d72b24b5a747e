"""Fetch a page from an http or https address, with bounds and without being led astray.

The host is looked up once, every address it stands for is judged, and the connection is made to the very
address that was judged (no second look-up that could give another one). Every redirect is judged anew.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import queue
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from desktop_app.model import LoadError, Progress, no_progress

_MOST_BYTES = 16 * 1024 * 1024
_MOST_REDIRECTS = 8
_MOST_ADDRESSES = 4
"""Of one host: a dead one must not hide the others, as where IPv6 leads nowhere."""
_SECONDS = 30.0
"""For everything together: looking up, connecting, reading."""
_PATIENCE = 15.0
"""For one silence on the line."""
_TICK = 0.05
"""Between two looks at whether somebody cancelled."""
_CHUNK = 64 * 1024
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Twicetold)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Page:
    """What came back: the bytes, the final address, a name to show, the encoding the server named."""

    data: bytes
    address: str
    name: str
    encoding: str


def fetch(address: str, progress: Progress = no_progress, *, allow_private: bool = False) -> Page:
    """Return the page at an http or https address.

    ``progress`` is called at least every 50 ms, whatever the network does; raising from it ends the
    fetch. Raises LoadError with a sentence for every way it can fail.
    """
    _split(address)  # the commonest mistakes, said at once
    host = urlsplit(address).hostname or address
    progress(0.0, f"Looking for {host}")
    job = _Job(address, allow_private)
    thread = threading.Thread(target=job.run, name="twicetold-fetch", daemon=True)
    thread.start()
    ends = time.monotonic() + _SECONDS
    fraction, message = 0.0, f"Looking for {host}"
    try:
        while True:
            try:
                news = job.news.get(timeout=_TICK)
            except queue.Empty:
                news = None
            if isinstance(news, Page):
                progress(1.0, f"Fetched {news.name}")
                return news
            if isinstance(news, BaseException):
                raise news
            if isinstance(news, tuple):
                fraction, message = news
            elif time.monotonic() > ends:
                raise LoadError(f"“{host}” did not answer in {_SECONDS:.0f} seconds. Try again later.")
            progress(fraction, message)
    finally:
        job.stop()


class _Job:
    """The fetch itself, in a thread of its own, so that a silent network never delays cancelling."""

    def __init__(self, address: str, allow_private: bool) -> None:
        self.news: queue.Queue[Page | BaseException | tuple[float, str]] = queue.Queue()
        self._address = address
        self._allow_private = allow_private
        self._stopped = threading.Event()
        self._socket: socket.socket | None = None

    def stop(self) -> None:
        """End the job soon; the caller does not wait for it."""
        self._stopped.set()
        if self._socket is not None:
            with contextlib.suppress(OSError):  # already closed
                self._socket.shutdown(socket.SHUT_RDWR)

    def run(self) -> None:
        """Fetch and put the page, or the error, into ``news``."""
        host = urlsplit(self._address).hostname or self._address
        try:
            self.news.put(self._follow())
        except LoadError as error:
            self.news.put(error)
        except TimeoutError:
            self.news.put(LoadError(f"“{host}” did not answer in time. Try again later."))
        except ssl.SSLError as error:
            reason = getattr(error, "verify_message", "") or "the secure connection failed"
            self.news.put(LoadError(f"“{host}” cannot be trusted: {reason}."))
        except (OSError, http.client.HTTPException, ValueError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            self.news.put(
                LoadError(f"“{host}” cannot be reached ({reason}). Check the address and the network.")
            )
        except Exception as error:  # nothing may leave the caller waiting
            self.news.put(LoadError(f"“{host}” cannot be read ({type(error).__name__})."))

    def _follow(self) -> Page:
        address = self._address
        for _ in range(_MOST_REDIRECTS + 1):
            target = self._get(address)
            if isinstance(target, Page):
                return target
            address = target
        raise LoadError("The address leads from one page to the next without end.")

    def _get(self, address: str) -> Page | str:
        """Return the page, or the address to which the server points."""
        scheme, host, port, path = _split(address)
        self.news.put((0.1, f"Connecting to {host}"))
        judged = _judged_addresses(host, port, allow_private=self._allow_private)
        connection = (_PinnedSecure if scheme == "https" else _Pinned)(host, port, judged)
        with contextlib.closing(connection):
            connection.connect()
            self._socket = connection.sock
            if self._stopped.is_set():
                raise LoadError("The fetch was cancelled.")
            connection.request("GET", path, headers=_HEADERS)
            with contextlib.closing(connection.getresponse()) as response:
                if response.status in _REDIRECTS and response.getheader("Location"):
                    return urljoin(address, response.getheader("Location") or "")
                _check_status(response.status, host)
                data = self._body(response, host)
                encoding = response.headers.get_content_charset() or ""
        name = unquote(path.split("?")[0].rstrip("/").rsplit("/", 1)[-1])[:80] or host
        return Page(data, address, name, encoding)

    def _body(self, response: http.client.HTTPResponse, host: str) -> bytes:
        declared = response.getheader("Content-Length") or ""
        total = int(declared) if declared.isdigit() else 0
        too_long = LoadError(
            f"The page at “{host}” is longer than {_MOST_BYTES >> 20} MB. Save the story and open it."
        )
        if total > _MOST_BYTES:
            raise too_long
        packed = (response.getheader("Content-Encoding") or "").lower()
        if packed not in ("", "identity", "gzip", "x-gzip"):
            raise LoadError(f"“{host}” packs its pages in an unknown way. Save the page and open the file.")
        unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in packed else None
        parts: list[bytes] = []
        size = read = 0
        ends = time.monotonic() + _SECONDS
        while chunk := response.read1(_CHUNK):
            if self._stopped.is_set():
                raise LoadError("The fetch was cancelled.")
            if time.monotonic() > ends:
                raise LoadError(f"“{host}” sends too slowly. Try again later.")
            read += len(chunk)
            if unpack is not None:
                chunk = unpack.decompress(chunk, _MOST_BYTES - size + 1)
            size += len(chunk)
            if size > _MOST_BYTES or (unpack is not None and unpack.unconsumed_tail):
                raise too_long
            parts.append(chunk)
            self.news.put((0.2 + 0.8 * min(1.0, read / (total or _MOST_BYTES)), f"Fetching from {host}"))
        if read < total or (unpack is not None and not unpack.eof):
            raise LoadError(f"The connection to “{host}” broke before the page was complete. Try again.")
        return b"".join(parts)


def _split(address: str) -> tuple[str, str, int, str]:
    """Return scheme, host, port and path of an address; raises LoadError for what may not be fetched."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        raise LoadError("That is not a web address. Check how it is written.") from None
    if parts.scheme not in ("http", "https"):
        raise LoadError("Only addresses that begin with http:// or https:// can be opened.")
    if not parts.hostname or any(character.isspace() or character in "\\@" for character in parts.hostname):
        raise LoadError("That is not a web address. Check how it is written.")
    if parts.username is not None or parts.password is not None:
        raise LoadError("Addresses with a name and a password in them are not opened.")
    try:
        host = (
            parts.hostname.encode("idna").decode("ascii") if not parts.hostname.isascii() else parts.hostname
        )
    except UnicodeError:
        raise LoadError("That is not a web address. Check how it is written.") from None
    path = urlunsplit(("", "", quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"), parts.query, ""))
    path = quote(path, safe="/%:@!$&'()*+,;=~-._?[]")
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path


def _check_status(status: int, host: str) -> None:
    if status == 200:
        return
    if status in (401, 402, 403, 451):
        raise LoadError(
            f"“{host}” does not let this page be read. Open it in a browser, save it and open the file."
        )
    if status in (404, 410):
        raise LoadError(f"“{host}” has no such page. Check the address.")
    if status == 429:
        raise LoadError(f"“{host}” gets too many requests at present. Try again later.")
    if status >= 500:
        raise LoadError(f"“{host}” has trouble of its own (error {status}). Try again later.")
    raise LoadError(f"“{host}” answered without a page (code {status}).")


def _judged_addresses(host: str, port: int, *, allow_private: bool) -> tuple[str, ...]:
    """Look a host up once; return the numbers of the addresses that may be asked, the likeliest first.

    Raises LoadError where any of its addresses is private, loopback, link-local or otherwise not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (socket.gaierror, UnicodeError):
        raise LoadError(f"There is no “{host}”, or the network is not there. Check the address.") from None
    numbers = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private and not all(is_public(number) for number in numbers):
        raise LoadError(f"“{host}” belongs to this computer or to a private network and is not opened.")
    return numbers[:_MOST_ADDRESSES]


def is_public(number: str) -> bool:
    """Return whether an IP address is one of the public internet, looking inside IPv6 wrappings of IPv4."""
    try:
        address = ipaddress.ip_address(number.split("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address.teredo is not None:
            inner = address.teredo[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not address.is_unspecified
    )


def _connect(numbers: Sequence[str], port: int) -> socket.socket:
    """Return a socket to the first of some judged addresses that answers; raises OSError where none does."""
    failed = OSError("no address")
    for number in numbers:
        try:
            return socket.create_connection((number, port), _PATIENCE)
        except OSError as error:
            failed = error
    raise failed


class _Pinned(http.client.HTTPConnection):
    """A connection to judged addresses, not to whatever the host's name means by now."""

    def __init__(self, host: str, port: int, judged: Sequence[str]) -> None:
        super().__init__(host, port, timeout=_PATIENCE)
        self._judged = judged

    def connect(self) -> None:
        """Connect to a judged address; the host's name goes into the request."""
        self.sock = _connect(self._judged, self.port)


class _PinnedSecure(http.client.HTTPSConnection):
    """The same with TLS: the certificate has to be the host's."""

    def __init__(self, host: str, port: int, judged: Sequence[str]) -> None:
        self._secure = ssl.create_default_context()
        super().__init__(host, port, timeout=_PATIENCE, context=self._secure)
        self._judged = judged

    def connect(self) -> None:
        """Connect to a judged address and check that its certificate is the host's."""
        plain = _connect(self._judged, self.port)
        try:
            self.sock = self._secure.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise
