from __future__ import annotations

import re

from lakehouse.settings import PROJECT

PAGE = (PROJECT / "docs" / "security.md").read_text()


def test_every_test_that_the_security_page_names_is_there() -> None:
    code = "\n".join(file.read_text() for file in (PROJECT / "tests").rglob("test_*.py"))
    there = set(re.findall(r"^def (test_\w+)", code, re.MULTILINE))
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert len(named) > 40
    assert named <= there


def test_every_row_of_the_security_page_is_shown_by_a_test() -> None:
    rows = [line.split("|")[1:-1] for line in PAGE.splitlines() if line.startswith("| ")]
    claims = [row for row in rows if row[2].strip() != "shown by"]
    assert [what.strip() for what, _, shown in claims if "`test_" not in shown] == [
        "API10 consumption of other APIs"
    ]
