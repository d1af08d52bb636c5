"""SHA256SUMS.minisig: the sums signed with minisign, so that who has the public key knows who published; needs py-minisign."""

from pathlib import Path

import minisign

from iddia.errors import CouldNotRunError, Place, Problem
from iddia.sums import SIGNATURE


def sign(sums: bytes, secret_key_file: Path, trusted_comment: str) -> bytes:
    """The signature of the sums, in the form of a .minisig file.

    ``trusted_comment`` is signed too, and should say version and date: minisign's own would hold the time. Raises CouldNotRunError where
    the file is no secret key, or one with a password, which nobody is here to type.
    """
    key = _secret_key(secret_key_file)
    signature = key.sign(sums, untrusted_comment="signature of SHA256SUMS of iddia", trusted_comment=trusted_comment)
    return bytes(signature)


def check_signature(sums: bytes, signature: bytes | None, key_file: Path) -> Problem | None:
    """What is wrong with the signature of the sums, None where it is right. Raises CouldNotRunError where the key is none."""
    try:
        key = minisign.PublicKey.from_file(key_file)
    except (OSError, minisign.Error, ValueError) as error:
        why = _why(error)
        raise CouldNotRunError(
            (f"{key_file} is no minisign public key: {why}", f"{key_file} bir minisign açık anahtarı değil: {why}")
        ) from None
    if signature is None:
        return Problem("signature-missing", Place(SIGNATURE), _MISSING, expected=SIGNATURE, mend=_FETCH)
    try:
        key.verify(sums, minisign.Signature.from_bytes(signature))
    except (minisign.Error, ValueError) as error:
        return Problem("signature-wrong", Place(SIGNATURE), _WRONG, got=_why(error)[:120], mend=_FETCH)
    return None


def _secret_key(file: Path) -> minisign.SecretKey:
    try:
        key = minisign.SecretKey.from_file(file)
    except (OSError, minisign.Error, ValueError) as error:
        why = _why(error)
        raise CouldNotRunError((f"{file} is no minisign secret key: {why}", f"{file} bir minisign gizli anahtarı değil: {why}")) from None
    if key.is_encrypted():
        raise CouldNotRunError(
            (f"{file} has a password: give a key without one", f"{file} parolayla korunuyor: parolasız bir anahtar verin")
        )
    return key


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


_MISSING = ("the sums are not signed", "özetler imzalı değil")
_WRONG = ("the signature is not of these sums, or not by this key", "imza bu özetlerin ya da bu anahtarın imzası değil")
_FETCH = (
    "fetch the release and its signature anew from who publishes it, or give the right key",
    "sürümü ve imzasını yayımlayandan yeniden indirin ya da doğru anahtarı verin",
)
