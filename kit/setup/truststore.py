"""Trust store: the certificates this machine trusts, in Java's format.

The Java from the package index knows none of a machine's or a company's own certificates,
so without this it reaches nothing behind a TLS proxy.
"""

from __future__ import annotations

import os
import ssl
import warnings
from pathlib import Path

from kit.setup.progress import say
from kit.setup.running import SetupError
from kit.setup.stamps import fingerprint, is_done, mark_done
from kit.toolchain import TRUST_STORE_PASSWORD, Toolchain

BUNDLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
"""Environment variables by which people name a CA bundle of their own."""


def ensure_trust_store(tools: Toolchain) -> None:
    """Write the trust store, unless the one there holds today's certificates."""
    pem = trusted_certificates()
    stamp, mark = tools.root / "trust.stamp", fingerprint([pem])
    if is_done(stamp, mark) and tools.trust_store.exists():
        return
    partial = tools.trust_store.with_suffix(".partial")
    count = _write(pem, partial)
    partial.replace(tools.trust_store)
    mark_done(stamp, mark)
    say("trust", f"{count} certificates of this machine for Java")


def trusted_certificates() -> str:
    """The machine's CA certificates as PEM; those of certifi where the machine names none."""
    named = [os.environ.get(name) for name in BUNDLES]
    for candidate in [*named, ssl.get_default_verify_paths().cafile]:
        if candidate and Path(candidate).is_file():
            return Path(candidate).read_text(errors="ignore")
    found = ssl.create_default_context().get_ca_certs(binary_form=True)
    if found:
        return "".join(ssl.DER_cert_to_PEM_cert(each) for each in found)
    import certifi

    return Path(certifi.where()).read_text()


def _write(pem: str, place: Path) -> int:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
    from cryptography.hazmat.primitives.serialization.pkcs12 import (
        PKCS12Certificate,
        serialize_java_truststore,
    )

    certificates = []
    for each in _split(pem):
        try:
            with warnings.catch_warnings(action="ignore"):  # of old roots with odd serial numbers
                certificates.append(x509.load_pem_x509_certificate(each.encode()))
        except ValueError:  # a certificate too odd for the library; Java would refuse it as well
            continue
    if not certificates:
        msg = (
            "No trusted certificates were found on this machine; "
            "set SSL_CERT_FILE to a CA bundle and run `make setup` again."
        )
        raise SetupError(msg)
    entries = [PKCS12Certificate(c, str(n).encode()) for n, c in enumerate(certificates)]
    encryption = BestAvailableEncryption(TRUST_STORE_PASSWORD.encode())
    place.write_bytes(serialize_java_truststore(entries, encryption))
    return len(entries)


def _split(pem: str) -> list[str]:
    end = "-----END CERTIFICATE-----"
    pieces = pem.split(end)[:-1]
    return [piece[piece.index("-----BEGIN CERTIFICATE-----") :] + end + "\n" for piece in pieces]
