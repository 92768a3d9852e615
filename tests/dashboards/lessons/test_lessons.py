"""Lessons: each does on the real engine what it says, and its facts are those of the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from dashboards.evidence import Evidence
from dashboards.lessons import lesson_of, lessons
from dashboards.sandbox import Sandbox
from lakehouse.settings import Settings
from tests.lakehouse.lakes import versions


@dataclass(frozen=True)
class Told:
    """All that a lesson told."""

    evidence: list[Evidence]

    def __getitem__(self, fact: str) -> Any:
        """A fact by its name."""
        (found,) = [each.facts[fact] for each in self.evidence if fact in each.facts]
        return found

    @property
    def errors(self) -> list[str]:
        """The engine's own words, where it refused."""
        return [each.error for each in self.evidence if each.error]


Run = Callable[[str], Told]


@pytest.fixture(scope="module")
def run(own: Sandbox, lake: Settings) -> Run:
    """Run a lesson; the lake's own tables are what they were."""

    def once(key: str) -> Told:
        before = versions(lake)
        told = Told(list(lesson_of(key).run(own)))
        assert versions(lake) == before
        assert told[lesson_of(key).predict.proof] is not None
        assert all(each.code and each.seconds > 0 for each in told.evidence)
        return told

    return once


def test_there_are_nine_lessons_each_with_one_right_answer_among_three() -> None:
    assert len(lessons()) == 9
    for key, lesson in lessons().items():
        assert lesson.key == key
        assert 0 <= lesson.predict.right < len(lesson.predict.choices) == 3


def test_a_killed_write_leaves_files_and_no_version(run: Run) -> None:
    told = run("killed-write")
    assert told["died_of_signal"] == 9
    assert told["orphan_files"] >= 3
    assert told["newest_version"] == 0
    before = told["customers_at_first"], told["lifetime_value_at_first"]
    for when in ("during_the_write", "after_the_kill"):
        assert (told[f"customers_{when}"], told[f"lifetime_value_{when}"]) == before, when
    assert told["customers_imported"] == 400


def test_of_two_writers_both_append_and_one_update_is_refused(run: Run) -> None:
    told = run("two-writers")
    assert told["customers_appended"] == 200
    assert (told["appends_committed"], told["appends_refused"]) == (2, 0)
    assert (told["updates_committed"], told["updates_refused"]) == (1, 1)
    (error,) = told.errors
    assert "DELTA_CONCURRENT" in error
    assert told["raised_in_all"] == told["customers_raised"] * Decimal("11.00") > 0


def test_versions_are_read_by_number_and_time_and_compared_by_row(run: Run) -> None:
    told = run("time-travel")
    first = told["customers_at_first"]
    assert told["customers_in_version_0"] == told["customers_at_that_time"] == first
    assert told["lifetime_value_in_version_0"] == told["lifetime_value_at_first"]
    assert (told["record_count_current"], told["record_count_previous"]) == (first + 2, first)
    assert [told[f"rows_{kind}"] for kind in ("added", "removed", "changed")] == [4, 2, 3]


def test_a_disaster_is_undone_to_the_cent(run: Run) -> None:
    told = run("disaster")
    assert told["rows_ruined"] == told["customers_at_first"]
    assert told["lifetime_value_ruined"] == 0
    assert told["lifetime_value_restored"] == told["lifetime_value_at_first"] > 0
    assert told["equal"] == "yes"
    assert told["rows_that_differ"] == 0
    assert told["versions"] == 3


def test_a_schema_is_enforced_merged_checked_and_restored(run: Run) -> None:
    told = run("schema")
    mismatch, violated = told.errors
    assert "DELTA_METADATA_MISMATCH" in mismatch
    assert "mergeSchema" in mismatch
    assert "CHECK constraint value_not_negative" in violated
    assert (told["append_refused"], told["customers_added"]) == ("yes", 0)
    assert told["with_newsletter"] == 1
    assert told["without_newsletter"] == told["customers_at_first"]
    assert told["newsletter_columns"] == 0


def test_a_stream_killed_in_a_batch_takes_every_file_once(run: Run) -> None:
    told = run("exactly-once")
    assert told["died_of_signal"] == 9
    assert told["batches_begun"] == told["batches_committed"] + 1
    assert told["claims_after_kill"] < told["claim_files"]
    assert told["claims_streamed"] == told["different_files_streamed"] == told["claim_files"] + 1
    assert told["claims_naive"] == 2 * told["different_files_naive"] == 2 * told["claim_files"]


def test_history_and_change_feed_say_who_changed_which_rows(run: Run) -> None:
    told = run("audit")
    assert (told["who_updated"], told["who_deleted"]) == ("Ann", "Ben")
    changed = told["rows_updated"], told["rows_updated"], told["rows_deleted"]
    assert changed[0] > 0
    feed = [told[f"feed_{k}"] for k in ("update_preimage", "update_postimage", "delete")]
    assert tuple(feed) == changed
    assert told["feed_insert"] == 0


def test_optimize_keeps_old_files_and_vacuum_takes_them_with_the_past(run: Run) -> None:
    told = run("maintenance")
    assert [told[f"files_{when}"] for when in ("before", "optimized", "vacuumed")] == [12, 13, 1]
    guard, gone = told.errors
    assert "at least 168 hours" in guard
    assert "time travel" in gone
    assert told["customers_after_vacuum"] == told["customers_at_first"]


def test_deletion_vectors_and_column_mapping_rewrite_nothing(run: Run) -> None:
    told = run("features")
    assert (told["reader_version"], told["writer_version"]) == (3, 7)
    assert (told["rows_deleted"], told["deletion_vectors"]) == (1, 1)
    assert told["data_files_rewritten"] == told["data_files_rewritten_by_all"] == 0
    assert "segment" in told["columns"].split(", ")
    assert "email" not in told["columns"].split(", ")
    assert told["equal"] == "yes"
