"""Part 3, the lessons: guess, run, see, put back; what they claim is read from the copy's files."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboards.lessons import lesson_of
from kit.rehearsal.readings import DELTA_RS, LOG, STORAGE
from kit.rehearsal.scene import Scene
from kit.rehearsal.scripts import script
from kit.rehearsal.seen import Seen

COPY = "customers"


class Told:
    """All that a lesson has shown, and the viewer's own tables beside it."""

    def __init__(self, scene: Scene, seen: list[Seen]) -> None:
        """What the page shows once the lesson has ended."""
        self.scene, self.viewer = scene, scene.window.viewer
        self.facts = {label: value for each in seen for label, value in each.facts.items()}
        self.refusals = "\n".join(words for each in seen for words in each.refusals)

    def check(self, label: str, found: Any, by: str = DELTA_RS) -> None:
        """A tile is what was found by another way."""
        self.scene.check(label.capitalize(), self.facts.get(label, "-"), found, by)

    def totals(self, version: int | None = None) -> tuple[int, Decimal]:
        """Customers and the sum of their values in a version of the copy."""
        return self.scene.read.totals(self.viewer, COPY, version)

    def log(self) -> list[tuple[int, dict[str, Any]]]:
        """The actions of the copy's log."""
        read = self.scene.read
        return read.log("sandbox", read.place(self.viewer, COPY))

    def newest(self) -> int:
        """The copy's newest version."""
        return int(self.scene.read.copy(self.viewer, COPY).version())


def play(scene: Scene, key: str, *, wrong: bool = False) -> Told:
    """Guess (rightly or not), run the lesson, see the verdict."""
    page, predict = scene.window, lesson_of(key).predict
    guess = (predict.right + 1) % len(predict.choices) if wrong else predict.right
    with scene.act(f"Guess: “{predict.choices[guess]}”"):
        page.pick(f"guess-{key}", predict.choices[guess])
    with scene.act("Press “Run it”"):
        page.run(f"lesson-{key}")
        page.at(f"why-{key}").wait_for()
    verdict = page.everything()
    begins = "You thought" if wrong else "You were right"
    right = predict.choices[predict.right]
    scene.holds("The verdict on the guess", verdict.text, begins, "the guess")
    scene.holds("The answer", verdict.text, right, "what the lesson declares")
    scene.shoot("Guessed, run, and the answer", show=f"guess-{key}")
    scene.shoot("How it ended", show=page.keys(f"evidence-lesson-{key}-")[-2])
    return Told(scene, page.all_evidence())


@script("killed-write")
def killed_write(scene: Scene) -> None:
    """Killed in the midst: files without a version; the retry is whole."""
    told = play(scene, "killed-write")
    told.check("died of signal", 9, "kill -9")
    first, value = told.totals(0)
    for when in ("at first", "during the write", "after the kill"):
        told.check(f"customers {when}", first)
        told.check(f"lifetime value {when}", value)
    told.check("newest version", 0, "the lesson's text")
    whole, _ = told.totals()
    told.check("customers after the retry", whole)
    told.check("customers imported", whole - first)
    known = {action["add"]["path"] for _, action in told.log() if "add" in action}
    files = scene.read.data_files(told.viewer, COPY)
    orphans, shown = files.keys() - known, int(told.facts.get("orphan files", "0"))
    held = 3 <= shown <= len(orphans)  # the last one may come to light after its writer's death
    scene.true("Files that no version names", held, f"{shown} files", STORAGE)


@script("two-writers")
def two_writers(scene: Scene) -> None:
    """Two appends both count; of two updates one is refused and tries again."""
    told = play(scene, "two-writers", wrong=True)
    told.check("customers appended", told.totals(2)[0] - told.totals(0)[0])
    told.check("appends committed", 2, LOG)
    told.check("updates committed", 1, "the lesson's text")
    told.check("updates refused", 1, "the lesson's text")
    scene.holds("The refusal, in Delta's words", told.refusals, "DELTA_CONCURRENT", "Delta")
    newest = told.newest()
    told.check("raised in all", told.totals(newest)[1] - told.totals(newest - 2)[1])


def time_travel(scene: Scene) -> None:
    """Three statements on a copy; versions read by number and time, compared row by row."""
    told = play(scene, "time-travel")
    first, value = told.totals(0)
    told.check("customers in version 0", first)
    told.check("lifetime value in version 0", value)
    told.check("customers at that time", first)
    told.check("record count current", told.totals(3)[0])
    told.check("record count previous", first)
    ids = {
        version: set(scene.read.copy(told.viewer, COPY, version).to_pandas()["customer_id"])
        for version in (0, 3)
    }
    told.check("rows added", len(ids[3] - ids[0]))
    told.check("rows removed", len(ids[0] - ids[3]))


@script("disaster-and-restore")
def disaster(scene: Scene) -> None:
    """Every row ruined, one statement, and all is as it was."""
    told = play(scene, "disaster")
    first, value = told.totals(0)
    told.check("customers at first", first)
    told.check("rows ruined", told.totals(1)[0])
    told.check("lifetime value ruined", told.totals(1)[1])
    told.check("customers restored", told.totals(2)[0])
    told.check("lifetime value restored", told.totals(2)[1])
    scene.true("Restored to the cent", told.totals(2) == (first, value), f"{value:,.2f}", DELTA_RS)
    before, after = (
        scene.read.copy(told.viewer, COPY, version).to_pandas().sort_values("customer_id")
        for version in (0, 2)
    )
    same = before.reset_index(drop=True).equals(after.reset_index(drop=True))
    told.check("rows that differ", 0 if same else "some")
    told.check("versions", told.newest() + 1, LOG)


@script("schema-enforcement")
def schema(scene: Scene) -> None:
    """Refused, let in, checked, and put back."""
    told = play(scene, "schema")
    scene.holds("The append is refused", told.refusals, "DELTA_METADATA_MISMATCH", "Delta")
    scene.holds("The CHECK refuses", told.refusals, "value_not_negative", "Delta")
    first = told.totals(0)[0]
    merged = scene.read.copy(told.viewer, COPY, 1).to_pandas()["newsletter"]
    told.check("customers added", 0, "the lesson's text")
    told.check("customers after refusal", first)
    told.check("with newsletter", int(merged.notna().sum()))
    told.check("without newsletter", int(merged.isna().sum()))
    columns = [field.name for field in scene.read.copy(told.viewer, COPY).schema().fields]
    told.check("newsletter columns", columns.count("newsletter"))


@script("exactly-once")
def exactly_once(scene: Scene) -> None:
    """A killed stream counts every file once; the naive way doubles."""
    told = play(scene, "exactly-once")
    told.check("died of signal", 9, "kill -9")
    streamed, naive = (
        scene.read.copy(told.viewer, name).to_pandas()
        for name in ("claims_streamed", "claims_naive")
    )
    told.check("claims streamed", len(streamed))
    told.check("different files streamed", int(streamed["file"].nunique()))
    scene.true(
        "Each file once", bool(streamed["file"].is_unique), f"{len(streamed)} rows", DELTA_RS
    )
    told.check("claim files", len(streamed) - 1)
    told.check("claims naive", len(naive))
    scene.true(
        "The naive way doubles",
        len(naive) == 2 * naive["file"].nunique(),
        f"{len(naive)} rows of {naive['file'].nunique()} files",
        DELTA_RS,
    )


@script("audit-trail-of-a-table")
def audit(scene: Scene) -> None:
    """Who did it, and which rows."""
    import pyarrow as pa

    told = play(scene, "audit")
    who = {
        action["commitInfo"]["operation"]: action["commitInfo"].get("userMetadata", "")
        for _, action in told.log()
        if "commitInfo" in action
    }
    for label, operation in (("who updated", "UPDATE"), ("who deleted", "DELETE")):
        name = told.facts.get(label, "-")
        scene.holds(f"{label.capitalize()}: {name}", who.get(operation, ""), f'"{name}"', LOG)
    feed = scene.read.copy(told.viewer, COPY).load_cdf(starting_version=1, ending_version=2)
    kinds = pa.table(feed.read_all()).to_pandas()["_change_type"]
    for kind in ("update_preimage", "update_postimage", "delete", "insert"):
        told.check(f"feed {kind.replace('_', ' ')}", int((kinds == kind).sum()))
    told.check("rows updated", int((kinds == "update_postimage").sum()))
    told.check("rows deleted", int((kinds == "delete").sum()))


@script("maintenance")
def maintenance(scene: Scene) -> None:
    """Twelve files, one more, one; VACUUM refused, then the past is gone."""
    told = play(scene, "maintenance")
    added = [(version, action) for version, action in told.log() if "add" in action]
    told.check("files before", sum(version == 0 for version, _ in added), LOG)
    told.check("files optimized", len(added), LOG)
    told.check("files vacuumed", len(scene.read.data_files(told.viewer, COPY)), STORAGE)
    told.check("customers after vacuum", told.totals()[0])
    scene.holds("VACUUM RETAIN 0 is refused", told.refusals, "168 hours", "Delta")
    try:
        gone = f"{told.totals(0)[0]:,} rows"
    except Exception:  # whatever a reader says whose files are not there
        gone = ""
    scene.true(
        "Version 0 cannot be read any more", not gone, gone or "its files are gone", DELTA_RS
    )


@script("features")
def features(scene: Scene) -> None:
    """A row, a name, a column: nothing is rewritten."""
    told = play(scene, "features")
    log = told.log()
    protocol = next(action["protocol"] for _, action in log if "protocol" in action)
    told.check("reader version", protocol["minReaderVersion"], LOG)
    told.check("writer version", protocol["minWriterVersion"], LOG)
    vectors = sum(bool(a["add"].get("deletionVector")) for _, a in log if "add" in a)
    told.check("deletion vectors", vectors, LOG)
    first = {a["add"]["path"] for version, a in log if version == 0 and "add" in a}
    files = set(scene.read.data_files(told.viewer, COPY))
    told.check("data files rewritten by all", len(files - first), STORAGE)
    told.check("equal", True, "the lesson's text")
