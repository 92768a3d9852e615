"""Terms of Delta Lake: the log, versions, and what can be done with them."""

from __future__ import annotations

from dashboards.glossary.term import Term

FIELD = "Delta Lake"
PLACE = 2

TERMS = (
    Term(
        "Delta log",
        "The folder `_delta_log` beside a table's data files: one file a commit, which says which "
        "data files count from then on. It is the table; the data files are its content.",
        "a-commit-opened",
        ("transaction log",),
    ),
    Term(
        "Commit",
        "One change of a table, whole or not at all: a numbered file in the log.",
        "a-commit-opened",
    ),
    Term(
        "Checkpoint",
        "In a Delta log: the state of the table in one file, so that a reader need not go through "
        "all commits. In a stream: the note of what has been taken in already.",
        "exactly-once",
    ),
    Term(
        "Snapshot version",
        "The table as of one commit: the list of data files that count in it. An old one is read "
        "like the newest.",
        "versions-of-the-lake",
        ("version",),
    ),
    Term(
        "Time travel",
        "Reading an older version, by number (VERSION AS OF) or by the clock (TIMESTAMP AS OF).",
        "versions-of-the-lake",
    ),
    Term(
        "RESTORE",
        "A commit that makes an older version the newest: it names old files again, copies none.",
        "disaster-and-restore",
    ),
    Term(
        "ACID",
        "A write happens whole or not at all, leaves valid data, does not disturb others at work, "
        "and stays once it is confirmed.",
        "killed-write",
        ("transaction", "atomicity"),
    ),
    Term(
        "Optimistic concurrency",
        "Writers do not wait for each other: each tries to write the next commit, and who comes "
        "second looks whether both changes go together, or fails.",
        "two-writers",
    ),
    Term(
        "Schema enforcement",
        "A write whose columns do not fit the table's is refused.",
        "schema-enforcement",
    ),
    Term(
        "Schema evolution",
        "New columns are let in where the writer asks for it, by `mergeSchema`.",
        "schema-enforcement",
        ("mergeSchema",),
    ),
    Term(
        "Constraint",
        "A condition that the table itself holds every write against, whoever writes.",
        "schema-enforcement",
        ("CHECK",),
    ),
    Term(
        "Exactly once",
        "Each delivered record ends up in the table one time, even where a job dies and is run "
        "again.",
        "exactly-once",
        ("idempotent",),
    ),
    Term(
        "Structured Streaming",
        "Spark's way to take in what is new since the last time. It remembers in a checkpoint how "
        "far it is.",
        "exactly-once",
    ),
    Term(
        "History",
        "The commits of a table: when, which operation, by whom, on how many rows.",
        "audit-trail-of-a-table",
        ("audit trail", "DESCRIBE HISTORY"),
    ),
    Term(
        "userMetadata",
        "A note that a writer attaches to a commit. Here it says who ran what.",
        "audit-trail-of-a-table",
    ),
    Term(
        "Change data feed",
        "The rows that a commit changed, as they were and as they became.",
        "audit-trail-of-a-table",
        ("table_changes",),
    ),
    Term(
        "OPTIMIZE",
        "Puts many small files together into few large ones; the rows stay as they are.",
        "maintenance",
        ("compaction",),
    ),
    Term(
        "VACUUM",
        "Deletes data files that no version of the last days needs, and with them the way back to "
        "older ones.",
        "maintenance",
    ),
    Term(
        "Deletion vector",
        "A small file that marks rows of a data file as deleted, in place of writing it anew.",
        "features",
    ),
    Term(
        "Column mapping",
        "Columns have an inner name that never changes, so one can be renamed or dropped without "
        "writing files anew.",
        "features",
    ),
    Term(
        "Parquet",
        "A file format that keeps each column by itself, compressed, so that a query reads only "
        "those it needs.",
        "browse-the-lake",
    ),
)
