"""Hops: the rows of a claim's files in each layer, each with the commit that brought it there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.journey.log import Log
from app.journey.rules import broken_rules
from app.journey.schemas import BronzeHop, CommitSeen, GoldHop, SignOfFraud, SilverHop
from app.tracker.models import TrackedFile
from app.tracker.progress import Arrival, arrival
from app.tracker.sightings import FLAGS
from app.tracker.wording import flag_meaning
from lakehouse.commits import Commit
from lakehouse.journey.rows import Row
from lakehouse.table import Layer


class Hops:
    """The way of one claim's files; `revisions` and `tracked` are by path in container raw."""

    def __init__(self, revisions: Mapping[str, int], tracked: Mapping[str, TrackedFile]) -> None:
        """Files that are not the portal's own count as the first revision."""
        self._revisions = revisions
        self._tracked = tracked

    def bronze(self, log: Log, rows: Sequence[Row]) -> list[BronzeHop]:
        """The rows taken in."""
        hops = [
            BronzeHop(
                revision=self._revision(row),
                source_file=row["_source_file"],
                batch_id=row["_batch_id"],
                ingestion_timestamp=row["_ingestion_timestamp"],
                quality=row["_quality"],
                commit=_shown(
                    log.taken_in(
                        self._seen(row, "bronze"),
                        max(row["_ingestion_timestamp"], row["_source_modified_at"]),
                    )
                ),
            )
            for row in rows
        ]
        return sorted(hops, key=lambda hop: hop.revision)

    def silver(self, log: Log, rows: Sequence[Row], bronze: Sequence[BronzeHop]) -> list[SilverHop]:
        """The rows judged, from what bronze took in."""
        taken = {hop.source_file: _version(hop.commit) for hop in bronze}
        hops = [
            SilverHop(
                revision=self._revision(row),
                source_file=row["_source_file"],
                is_valid=row["_is_valid"],
                quality_score=float(row["_quality_score"]),
                rules_broken=broken_rules(row["_rules_broken"]),
                repairs=row["_repairs"] or [],
                is_duplicate=row["_is_duplicate"],
                duplicate_of=row["_duplicate_of"],
                status=row["status"],
                processed_at=row["_silver_processed_at"],
                commit=_shown(
                    log.built_from(
                        self._seen(row, "silver"),
                        "claims_raw",
                        taken.get(row["_source_file"], 0),
                    )
                    or log.of_run(row["_silver_processed_at"])
                ),
            )
            for row in rows
        ]
        return sorted(hops, key=lambda hop: hop.revision)

    def gold(self, log: Log, row: Row, silver: Sequence[SilverHop]) -> GoldHop:
        """The row that gold counts: that of the newest valid file it was built from."""
        valid = [hop for hop in reversed(silver) if hop.is_valid]
        for hop in valid:
            seen = arrival_of(self._tracked.get(_path(hop.source_file)), "gold")
            if commit := log.built_from(seen, "fact_claims", _version(hop.commit)):
                return _gold(row, hop.revision, commit)
        oldest = valid[-1].revision if valid else 1
        return _gold(row, oldest, log.of_run(row["_gold_processed_at"]))

    def _revision(self, row: Row) -> int:
        return self._revisions.get(_path(row["_source_file"]), 1)

    def _seen(self, row: Row, layer: Layer) -> Arrival | None:
        return arrival_of(self._tracked.get(_path(row["_source_file"])), layer)


def arrival_of(file: TrackedFile | None, layer: Layer) -> Arrival | None:
    """How a file was seen to come into a layer, if it was."""
    return None if file is None else arrival(file, layer)


def _gold(row: Row, revision: int, commit: Commit | None) -> GoldHop:
    values: dict[str, Any] = {name: row[name] for name in GoldHop.model_fields if name in row}
    return GoldHop(
        **values,
        revision=revision,
        fraud_flags=[_sign(flag) for flag in FLAGS if row[flag]],
        processed_at=row["_gold_processed_at"],
        commit=_shown(commit),
    )


def _sign(flag: str) -> SignOfFraud:
    return SignOfFraud(name=flag, meaning=flag_meaning(flag))


def _shown(commit: Commit | None) -> CommitSeen | None:
    if commit is None:
        return None
    return CommitSeen(
        version=commit.version, at=commit.timestamp, run_id=commit.run_id, by=commit.by
    )


def _version(commit: CommitSeen | None) -> int:
    return commit.version if commit else 0


def _path(source_file: str) -> str:
    return source_file.removeprefix("raw/")
