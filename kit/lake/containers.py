"""Containers: raw, bronze, silver and gold, made where they are missing."""

from __future__ import annotations

from lakehouse.settings import Settings
from lakehouse.storage import CONTAINERS, connection_string, unavailable


def create_containers(settings: Settings) -> None:
    """Create the lake's containers, or folders in `local`; those that exist stay as they are.

    Raises `StorageUnavailable` where storage does not answer.
    """
    if settings.storage == "local":
        for name in CONTAINERS:
            (settings.lake_root / name).mkdir(parents=True, exist_ok=True)
        return
    if settings.storage == "adls":
        return  # the account is made with its containers, by its own deployment
    from azure.core.exceptions import AzureError, ResourceExistsError
    from azure.storage.blob import BlobServiceClient

    access = connection_string(settings)
    with BlobServiceClient.from_connection_string(access, retry_total=1) as client:
        for name in CONTAINERS:
            try:
                client.create_container(name)
            except ResourceExistsError:
                continue
            except AzureError as error:
                raise unavailable(settings, error) from error
