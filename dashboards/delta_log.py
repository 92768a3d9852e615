"""Delta log: the actions of one commit, each told in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from dashboards.storage_tree import written_size

MEANING = {
    "commitInfo": "Who made this version, when, with which operation, and what it counted.",
    "protocol": "What a reader and a writer must understand to touch this table.",
    "metaData": "The table's columns, their comments, its partitioning and properties.",
    "add": "A data file that belongs to the table from this version on.",
    "remove": "A data file that belongs to it no more. It stays in storage, for time travel.",
    "txn": "How far a stream has come. Both in one commit: that is why nothing is doubled.",
    "cdc": "A file with the rows that changed, for the change data feed.",
    "domainMetadata": "A note that a feature of the table keeps for itself.",
}
"""What each kind of action is for."""


@dataclass(frozen=True)
class Action:
    """One line of a commit: its kind, what it says in one sentence, its details, the line."""

    kind: str
    sentence: str
    details: dict[str, str] = field(default_factory=dict)
    line: dict[str, Any] = field(default_factory=dict)

    @property
    def meaning(self) -> str:
        """What this kind of action is for."""
        return MEANING.get(self.kind, "An action that this page does not know yet.")


def actions(commit: bytes) -> Iterator[Action]:
    """The actions of a commit's file, in its order."""
    for line in commit.decode().splitlines():
        if line.strip():
            [(kind, content)] = json.loads(line).items()
            yield _action(kind, content)


def _action(kind: str, content: dict[str, Any]) -> Action:
    tell = {
        "commitInfo": _commit_info,
        "protocol": _protocol,
        "metaData": _metadata,
        "add": _add,
        "remove": _remove,
        "txn": _txn,
    }.get(kind)
    sentence, details = tell(content) if tell else ("", {})
    return Action(kind, sentence, details, content)


Told = tuple[str, dict[str, str]]


def _commit_info(info: dict[str, Any]) -> Told:
    notes = _notes(info.get("userMetadata"))
    who = f", by {notes['by']}" if notes.get("by") else ""
    metrics = info.get("operationMetrics", {})
    details = {"engine": str(info.get("engineInfo", "not told"))}
    details |= {name: str(value) for name, value in metrics.items()}
    details |= {f"noted: {name}": _short(value) for name, value in notes.items()}
    moment = _moment(info.get("timestamp"))
    return f"{info.get('operation', 'An operation')} at {moment}{who}.", details


def _notes(metadata: str | None) -> dict[str, Any]:
    """What the maker noted; words that are no object stand for themselves."""
    try:
        notes = json.loads(metadata or "{}")
    except ValueError:
        return {"words": metadata}
    return notes if isinstance(notes, dict) else {"words": metadata}


def _protocol(protocol: dict[str, Any]) -> Told:
    reader, writer = protocol.get("minReaderVersion"), protocol.get("minWriterVersion")
    details = {
        name: ", ".join(protocol[name])
        for name in ("readerFeatures", "writerFeatures")
        if protocol.get(name)
    }
    return f"Readers need version {reader}, writers version {writer}.", details


def _metadata(metadata: dict[str, Any]) -> Told:
    fields = json.loads(metadata.get("schemaString", "{}")).get("fields", [])
    parts = metadata.get("partitionColumns") or []
    split = f"partitioned by {', '.join(parts)}" if parts else "not partitioned"
    details = {each["name"]: _column(each) for each in fields}
    details |= {f"property: {k}": str(v) for k, v in metadata.get("configuration", {}).items()}
    many = "1 column" if len(fields) == 1 else f"{len(fields)} columns"
    return f"{many}, {split}.", details


def _column(column: dict[str, Any]) -> str:
    kind = column["type"] if isinstance(column["type"], str) else json.dumps(column["type"])
    comment = column.get("metadata", {}).get("comment")
    return f"{kind}: {comment}" if comment else kind


def _add(file: dict[str, Any]) -> Told:
    stats = json.loads(file.get("stats") or "{}")
    rows = stats.get("numRecords")
    told = f"{rows:,} rows, " if rows is not None else ""
    details = {"path": file["path"], "modified": _moment(file.get("modificationTime"))}
    for name, words in (("minValues", "least"), ("maxValues", "greatest")):
        details |= {f"{words} {k}": _short(v) for k, v in stats.get(name, {}).items()}
    return f"A file joins: {told}{written_size(file.get('size', 0))}.", details


def _remove(file: dict[str, Any]) -> Told:
    details = {"path": file["path"], "since": _moment(file.get("deletionTimestamp"))}
    return f"A file leaves: {written_size(file.get('size') or 0)}.", details


def _txn(transaction: dict[str, Any]) -> Told:
    details = {"stream": str(transaction.get("appId"))}
    return f"A stream has written its batch number {transaction.get('version')}.", details


def _moment(milliseconds: int | None) -> str:
    if milliseconds is None:
        return "a time not told"
    return f"{datetime.fromtimestamp(milliseconds / 1000, UTC):%Y-%m-%d %H:%M:%S} UTC"


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= 120 else f"{text[:117]}…"
