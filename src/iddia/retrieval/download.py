"""Fetching a file from an address: within a limit of bytes and of waiting, and from no other kind of address than was asked."""

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from iddia.errors import CouldNotRunError
from iddia.language import Said

SCHEMES = ("https", "http", "file")
SECONDS = 30.0
"""How long an answer, or its next bytes, are waited for."""
_STEP = 1 << 20


class NotThereError(CouldNotRunError):
    """The address answers that it has no such file."""


class _SameKind(urllib.request.HTTPRedirectHandler):
    """Follows an address on to another of its own kind, or from http to https."""

    def redirect_request(self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:  # noqa: PLR0913, PLR0917 urllib's own
        """The request for the new address. Raises CouldNotRunError for one of another kind."""
        before, after = _scheme(req.full_url), _scheme(newurl)
        if after != before and (before, after) != ("http", "https"):
            fp.close()
            raise _elsewhere(req.full_url, newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str, limit: int, out: BinaryIO) -> str:
    """Write what is at the address to ``out``; the SHA-256 of it.

    Raises NotThereError where there is no such file, CouldNotRunError where the address is of no kind that is fetched, does not
    answer, sends more than ``limit`` bytes, or less than it announced.
    """
    if _scheme(address) not in SCHEMES:
        kinds = ", ".join(SCHEMES)
        raise CouldNotRunError((f"{address}: only {kinds} addresses are fetched", f"{address}: yalnızca {kinds} adresleri indirilir"))
    opener = urllib.request.build_opener(_SameKind)
    try:
        with opener.open(address, timeout=SECONDS) as answer:
            return _copied(address, answer, limit, out.write)
    except urllib.error.HTTPError as error:
        with error:
            raise _answered(address, error) from None
    except urllib.error.URLError as error:
        raise _unreached(address, error.reason) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unreached(address, error) from None


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:  # no address at all
        return ""


def _copied(address: str, answer: Any, limit: int, write: Callable[[bytes], int]) -> str:
    announced = answer.headers.get("Content-Length", "")
    size = int(announced) if announced.isdecimal() else None
    if size is not None and size > limit:
        raise _too_much(address, limit)
    digest, count = hashlib.sha256(), 0
    while chunk := answer.read(_STEP):
        count += len(chunk)
        if count > limit:
            raise _too_much(address, limit)
        digest.update(chunk)
        write(chunk)
    if size is not None and count < size:
        raise CouldNotRunError(
            (
                f"{address} broke off after {count:,} of {size:,} bytes: try again",
                f"{address} indirilirken {count} / {size} baytta bağlantı koptu: yeniden deneyin",
            )
        )
    return digest.hexdigest()


def _too_much(address: str, limit: int) -> CouldNotRunError:
    return CouldNotRunError(
        (f"{address} is larger than {limit:,} bytes, and is not fetched", f"{address} {limit} bayttan büyük; indirilmedi")
    )


def _answered(address: str, error: urllib.error.HTTPError) -> CouldNotRunError:
    if error.code in {404, 410}:
        return NotThereError((f"there is no {address} ({error.code})", f"{address} yok ({error.code})"))
    if error.code in {301, 302, 303, 307, 308} and (target := error.headers.get("Location")):
        return _elsewhere(address, target)
    return CouldNotRunError(
        (
            f"{address} answered {error.code} {error.reason}: try again later",
            f"{address} {error.code} {error.reason} yanıtını verdi: sonra yeniden deneyin",
        )
    )


def _unreached(address: str, reason: object) -> CouldNotRunError:
    if isinstance(reason, FileNotFoundError | IsADirectoryError | NotADirectoryError):
        return NotThereError((f"there is no {address}", f"{address} yok"))
    why: Said = (f"{reason}" or type(reason).__name__,) * 2
    if isinstance(reason, TimeoutError):
        why = (f"no answer within {SECONDS:g} seconds", f"{SECONDS:g} saniye içinde yanıt gelmedi")
    return CouldNotRunError((f"{address} cannot be fetched: {why[0]}", f"{address} indirilemiyor: {why[1]}"))


def _elsewhere(address: str, target: str) -> CouldNotRunError:
    return CouldNotRunError(
        (
            f"{address} leads on to {target[:200]}, another kind of address, or in a circle: give the address where the files are",
            f"{address} başka türden bir adrese ya da kendine yönlendiriyor ({target[:200]}): dosyaların bulunduğu adresi verin",
        )
    )
