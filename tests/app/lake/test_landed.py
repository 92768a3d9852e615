"""The mirror of the portal's own files knows them from the first question on."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.lake.landed import Landed
from lakehouse.errors import StorageUnavailable
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from tests.app.proxy import between

CLAIM = b'{"claim_id": "CLM-P-1", "customer_id": "DEMO-001"}'


def test_whoever_asks_before_the_first_look_waits_for_it(tmp_path: Path) -> None:
    lake = Lake(Settings(home=tmp_path, storage="local"))
    lake.write("raw", "claims/CLM-P-1.json", CLAIM)
    found = Landed(lake).find("claims", "CLM-P-1")
    assert found is not None
    assert found.customer_id == "DEMO-001"
    assert [file.key for file in Landed(lake).newest("claims")] == ["CLM-P-1"]
    assert [file.path for file in Landed(lake).claims()] == ["claims/CLM-P-1.json"]
    assert len(Landed(lake).revisions("claims", "CLM-P-1")) == 1


def test_while_storage_is_away_nothing_is_said_to_be_missing(storage: Settings) -> None:
    with between(storage.azurite_port) as proxy:
        proxy.turn("refused")
        landed = Landed(Lake(storage.model_copy(update={"azurite_port": proxy.port})))
        with pytest.raises(StorageUnavailable):
            landed.find("claims", "CLM-P-1")
