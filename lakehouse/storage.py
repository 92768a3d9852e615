"""Storage of the lake: its URLs for every engine, and reading, writing and listing its files."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError
from obstore.store import AzureStore, LocalStore, ObjectStore

from lakehouse.errors import PetInsureError, StorageUnavailable
from lakehouse.settings import Settings

CONTAINERS = ("raw", "bronze", "silver", "gold")
SANDBOX = "sandbox"
"""Container beside the lake's own: copies of its tables that people try things on."""


@dataclass(frozen=True)
class LakeFile:
    """One file of a container: its path in it, size in bytes, last change (UTC) and etag."""

    path: str
    size: int
    modified: datetime
    etag: str | None


def spark_url(settings: Settings, container: str, path: str = "") -> str:
    """URL by which Spark knows a path: `abfs[s]://…`, or `file:///…` in `local`."""
    if settings.storage == "local":
        # Hadoop takes the path as it is; an encoded one would hide the patterns in it.
        return f"file://{(settings.lake_root / container / path).resolve()}"
    scheme = "abfs" if settings.storage == "azurite" else "abfss"
    return f"{scheme}://{container}@{settings.account}.dfs.core.windows.net/{path}".rstrip("/")


def delta_url(settings: Settings, container: str, path: str) -> str:
    """URL by which delta-rs and DuckDB know a table: `az://…`, a plain path in `local`."""
    if settings.storage == "local":
        return str((settings.lake_root / container / path).resolve())
    return f"az://{container}/{path}"


def delta_options(settings: Settings) -> dict[str, str]:
    """Storage options by which delta-rs reaches the account; empty in `local`."""
    if settings.storage == "local":
        return {}
    options = {"azure_storage_account_name": settings.account}
    if settings.key:
        options["azure_storage_account_key"] = settings.key
    else:
        options["azure_use_azure_cli"] = "true"
    if settings.storage == "azurite":
        options["azure_storage_endpoint"] = blob_endpoint(settings)
        options["allow_http"] = "true"
    # An answer that never comes must become an error within seconds, not minutes.
    return options | {"timeout": "20s", "connect_timeout": "3s"}


def blob_endpoint(settings: Settings) -> str:
    """URL of the account's blob endpoint, without a trailing slash."""
    if settings.storage == "azurite":
        return f"http://{settings.host}:{settings.azurite_port}/{settings.account}"
    return f"https://{settings.account}.blob.core.windows.net"


def connection_string(settings: Settings) -> str:
    """Azure connection string of the account (holds the key: never log it)."""
    return (
        f"DefaultEndpointsProtocol={'http' if settings.storage == 'azurite' else 'https'};"
        f"AccountName={settings.account};AccountKey={settings.key or ''};"
        f"BlobEndpoint={blob_endpoint(settings)};"
    )


def make_container(settings: Settings, container: str) -> None:
    """Create a container, or its folder in `local`, where there is none.

    Raises `StorageUnavailable` where storage does not answer.
    """
    if settings.storage == "local":
        (settings.lake_root / container).mkdir(parents=True, exist_ok=True)
        return
    if settings.storage == "adls":
        return  # the account is made with its containers, by its own deployment
    from azure.core.exceptions import AzureError, ResourceExistsError
    from azure.storage.blob import BlobServiceClient

    access = connection_string(settings)
    with BlobServiceClient.from_connection_string(access, retry_total=1) as client:
        try:
            client.create_container(container)
        except ResourceExistsError:
            return
        except AzureError as error:
            raise unavailable(settings, error) from error


def open_container(settings: Settings, container: str) -> ObjectStore:
    """Object store of one container; it connects on first use, not here."""
    if settings.storage == "local":
        return LocalStore(settings.lake_root / container, mkdir=True)
    retry: Any = {"max_retries": 2, "retry_timeout": timedelta(seconds=8)}
    client: Any = {"timeout": timedelta(seconds=20), "connect_timeout": timedelta(seconds=3)}
    azure: dict[str, Any] = {"account_name": settings.account}
    if settings.key:
        azure["account_key"] = settings.key
    else:
        azure["use_azure_cli"] = True
    if settings.storage == "azurite":
        azure["endpoint"] = blob_endpoint(settings)
        client["allow_http"] = True
    return AzureStore(container, client_options=client, retry_config=retry, **azure)


class Lake:
    """The lake's files, container by container.

    Every method raises `StorageUnavailable` within seconds when storage does not answer.
    """

    def __init__(self, settings: Settings) -> None:
        """A lake where the settings say; nothing is contacted yet."""
        self.settings = settings
        self._stores: dict[str, ObjectStore] = {}

    def files(self, container: str, prefix: str = "") -> list[LakeFile]:
        """Files below a prefix, hidden ones (a part that starts with `_` or `.`) included."""
        with self._reaching():
            return [
                LakeFile(m["path"], m["size"], m["last_modified"], m["e_tag"])
                for batch in obstore.list(self._store(container), prefix or None)
                for m in batch
            ]

    def source_files(self) -> list[LakeFile]:
        """Files of container raw that the pipeline reads; hidden ones are not among them."""
        return [f for f in self.files("raw") if not hidden(f.path) and not _marks_folder(f)]

    def folders(self, container: str, prefix: str = "") -> list[str]:
        """Names of the folders directly below a prefix."""
        with self._reaching():
            listing = obstore.list_with_delimiter(self._store(container), prefix or None)
        return [p.rstrip("/").rsplit("/", 1)[-1] for p in listing["common_prefixes"]]

    def read(self, container: str, path: str) -> bytes | None:
        """A whole file, or None where there is none."""
        with self._reaching():
            try:
                return bytes(obstore.get(self._store(container), path).bytes())
            except FileNotFoundError:
                return None

    def head(self, container: str, path: str, size: int) -> bytes:
        """The first bytes of a file, at most `size` of them; none of an empty one."""
        with self._reaching():
            for piece in obstore.get(self._store(container), path).stream(size):
                return bytes(piece)[:size]
        return b""

    def write(self, container: str, path: str, data: bytes | Iterable[bytes]) -> None:
        """Write a file whole, replacing what was there."""
        with self._reaching():
            obstore.put(self._store(container), path, data)

    def create(self, container: str, path: str, data: bytes) -> bool:
        """Write a file only where none is; False where one was there (it stays as it is)."""
        with self._reaching():
            try:
                obstore.put(self._store(container), path, data, mode="create")
            except AlreadyExistsError:
                return False
            return True

    def delete(self, container: str, paths: list[str]) -> None:
        """Delete files; those not there are no error."""
        with self._reaching():
            for path in paths:
                try:
                    obstore.delete(self._store(container), path)
                except FileNotFoundError:
                    continue

    def clear(self, container: str, folder: str) -> None:
        """Delete a folder with all that is in it; one that is not there is no error."""
        self.delete(container, [file.path for file in self.files(container, f"{folder}/")])
        if self.settings.storage == "local":  # where folders are there without files, too
            shutil.rmtree(self.settings.lake_root / container / folder, ignore_errors=True)

    def stream(self, container: str, path: str) -> Iterator[bytes]:
        """A file's bytes in pieces of about 1 MiB."""
        with self._reaching():
            for piece in obstore.get(self._store(container), path).stream(1 << 20):
                yield bytes(piece)

    def _store(self, container: str) -> ObjectStore:
        if container not in self._stores:
            self._stores[container] = open_container(self.settings, container)
        return self._stores[container]

    def _reaching(self) -> Reaching:
        return Reaching(self.settings)


class Reaching:
    """Turns a storage library's error into one sentence that names the address and the remedy."""

    def __init__(self, settings: Settings) -> None:
        """Guard calls to the storage of these settings."""
        self.settings = settings

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: type | None, error: BaseException | None, trace: object) -> None:
        """Re-raise a library's error as `StorageUnavailable`."""
        if error is None or isinstance(error, PetInsureError) or not _is_outage(error):
            return
        raise unavailable(self.settings, error) from error


def unavailable(settings: Settings, error: BaseException) -> StorageUnavailable:
    """The one sentence for storage that does not answer."""
    remedy = {
        "azurite": "start it with `./petinsure up`",
        "local": "check that the folder exists and may be written",
        "adls": "check the account's name, your sign-in and the network",
    }[settings.storage]
    place = settings.lake_root if settings.storage == "local" else blob_endpoint(settings)
    return StorageUnavailable(f"Storage at {place} does not answer ({_reason(error)}); {remedy}.")


REASONS = {
    "connection refused": "nothing listens there",
    "timed out": "it takes too long",
    "dns error": "the name is not known",
    "authenticationfailed": "it refuses the key",
    "authorizationpermissionmismatch": "it refuses this identity",
    "generic microsoftazure error": "what listens there does not answer as storage does",
}
"""What libraries write somewhere in a long text, in a few words."""


def _reason(error: BaseException) -> str:
    text = str(error).strip()
    known = (words for sign, words in REASONS.items() if sign in text.lower())
    return next(known, text.splitlines()[0][:160] if text else "no answer")


def hidden(path: str) -> bool:
    """Whether Spark's file sources pass over a path: a part of it starts with `_` or `.`."""
    return any(part.startswith(("_", ".")) for part in path.split("/"))


def _marks_folder(file: LakeFile) -> bool:
    """Whether this is how Hadoop writes down a folder, where storage has files only."""
    return not file.size and "." not in file.path.rpartition("/")[2]


def _is_outage(error: BaseException) -> bool:
    return isinstance(error, BaseError) and not isinstance(error, NotFoundError)
