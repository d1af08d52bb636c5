"""A web server of this machine over a folder, which can be told to answer otherwise."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

Answer = Callable[[SimpleHTTPRequestHandler], None]


@dataclass
class Site:
    """A web server over a folder: what it was asked for, and answers that a test gives instead of files."""

    address: str
    asked: list[str] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)


class _Files(SimpleHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append(self.path)
        answer = self.site.answers.get(self.path)
        if answer is None:
            super().do_GET()
        else:
            answer(self)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """The folder at an address, for as long as it is needed."""
    site = Site("")
    handler = type("Handler", (_Files,), {"site": site})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        site.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=partial(server.serve_forever, poll_interval=0.01), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
