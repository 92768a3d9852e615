from __future__ import annotations

from datetime import UTC, datetime

from dashboards.storage_tree import entries, kind, written_size
from lakehouse.storage import LakeFile


def file(path: str, size: int, day: int) -> LakeFile:
    return LakeFile(path, size, datetime(2026, 1, day, tzinfo=UTC), None)


FILES = [
    file("t/_delta_log/00000000000000000000.json", 5, 1),
    file("t/_delta_log/00000000000000000001.json", 7, 3),
    file("t/part-0.parquet", 100, 2),
    file("lake.json", 1, 1),
]


def test_a_folder_sums_up_all_that_is_below_it() -> None:
    folder, single = entries(FILES, "")
    assert (folder.name, folder.folder, folder.files, folder.size) == ("t", True, 3, 112)
    assert folder.modified.day == 3
    assert (single.name, single.folder) == ("lake.json", False)


def test_folders_come_first_and_are_called_what_they_are() -> None:
    log, data = entries(FILES, "t")
    assert [kind(log), kind(data)] == ["Delta log", "Parquet"]
    assert [kind(each) for each in entries(FILES, "t/_delta_log")] == ["commit", "commit"]


def test_sizes_read_as_people_say_them() -> None:
    assert [written_size(n) for n in (0, 999, 1000, 1_234_567, 2_500_000_000)] == [
        "0 B",
        "999 B",
        "1.0 kB",
        "1.2 MB",
        "2.5 GB",
    ]
