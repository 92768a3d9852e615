from __future__ import annotations

import json

from dashboards.delta_log import MEANING, actions

COMMIT = [
    {
        "commitInfo": {
            "timestamp": 1_767_225_600_000,
            "operation": "MERGE",
            "operationMetrics": {"numOutputRows": "12"},
            "engineInfo": "Apache-Spark/4.2.0 Delta-Lake/4.4.0",
            "userMetadata": json.dumps({"by": "alex", "via": "sql"}),
        }
    },
    {"protocol": {"minReaderVersion": 3, "minWriterVersion": 7, "readerFeatures": ["v2"]}},
    {
        "metaData": {
            "schemaString": json.dumps(
                {"fields": [{"name": "n", "type": "long", "metadata": {"comment": "A number."}}]}
            ),
            "partitionColumns": ["day"],
            "configuration": {"delta.appendOnly": "true"},
        }
    },
    {
        "add": {
            "path": "part-1.parquet",
            "size": 2048,
            "modificationTime": 0,
            "stats": json.dumps({"numRecords": 1234, "minValues": {"n": 1}, "maxValues": {"n": 9}}),
        }
    },
    {"remove": {"path": "part-0.parquet", "deletionTimestamp": 0, "size": 10}},
    {"txn": {"appId": "a-stream", "version": 4}},
    {"somethingNew": {"a": 1}},
]


def test_a_note_that_is_plain_words_is_told_as_it_stands() -> None:
    line = {"commitInfo": {"operation": "WRITE", "userMetadata": "by hand"}}
    [action] = actions(json.dumps(line).encode())
    assert action.details["noted: words"] == "by hand"


def test_each_action_of_a_commit_is_told_in_words() -> None:
    data = "\n".join(json.dumps(line) for line in COMMIT).encode()
    info, protocol, metadata, add, remove, txn, new = actions(data)
    assert info.sentence == "MERGE at 2026-01-01 00:00:00 UTC, by alex."
    assert info.details["numOutputRows"] == "12"
    assert protocol.sentence == "Readers need version 3, writers version 7."
    assert protocol.details == {"readerFeatures": "v2"}
    assert metadata.sentence == "1 column, partitioned by day."
    assert metadata.details == {"n": "long: A number.", "property: delta.appendOnly": "true"}
    assert add.sentence == "A file joins: 1,234 rows, 2.0 kB."
    assert (add.details["least n"], add.details["greatest n"]) == ("1", "9")
    assert remove.sentence == "A file leaves: 10 B."
    assert txn.sentence == "A stream has written its batch number 4."
    assert new.meaning not in MEANING.values()
