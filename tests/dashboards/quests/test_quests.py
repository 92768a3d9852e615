"""Quests: each can be solved as a viewer would, a near miss is refused with help, all in a sandbox.

The answers are found by SQL in the workbench, so its guard lets through what quests need.
"""

from __future__ import annotations

import re

import pytest

from dashboards.evidence import Evidence
from dashboards.quests import Quest, quest_of, quests
from dashboards.quests.quest import Secret
from dashboards.registry import steps
from dashboards.sandbox import Sandbox
from lakehouse.settings import Settings
from tests.dashboards.quests.solutions import SOLUTIONS, WRONG, Facts
from tests.lakehouse.lakes import versions

CHANGED_BY_A_NEAR_MISS = {"restore-yesterday", "add-a-column", "undo-one-update"}
"""Quests whose near miss changes the tables, which are then set up again."""
NONSENSE = ("O'Hara", "1; DROP TABLE x", "\\")


def set_up(quest: Quest, own: Sandbox) -> Facts:
    """Execute the set-up; the task can be read with what it found, and gives nothing away."""
    facts: Facts = {}
    for told in quest.set_up(own):
        if isinstance(told, dict):
            facts = told
        else:
            evidence = told.evidence if isinstance(told, Secret) else told
            assert isinstance(evidence, Evidence)
            assert evidence.code
            assert evidence.seconds > 0
    assert quest.missing(own) == []
    for text in (quest.story, quest.task, quest.tried, *quest.hints):
        assert "{" not in text.format(**facts), "a fact that no set-up finds"
    return facts


@pytest.mark.parametrize("key", quests())
def test_a_near_miss_is_helped_on_and_the_solution_is_known(
    own: Sandbox, lake: Settings, key: str
) -> None:
    before, quest = versions(lake), quest_of(key)
    facts = set_up(quest, own)
    for answer in NONSENSE if quest.ask.kind == "value" else ():
        refused = quest.check(own, facts, answer)
        assert not refused.solved
        assert refused.says.endswith(".")
    near, helps = WRONG[key]
    refused = quest.check(own, facts, near(own, facts))
    assert not refused.solved
    assert helps in refused.says
    assert refused.proof == (), "a proof would give the answer away"
    if key in CHANGED_BY_A_NEAR_MISS:
        facts = set_up(quest, own)
    solved = quest.check(own, facts, SOLUTIONS[key](own, facts))
    assert solved.solved, solved.says
    assert solved.proof
    assert versions(lake) == before, "the lake's own tables were changed"


@pytest.mark.parametrize("answer", ["SELECT 1", "SELEC", "SELECT * FROM nowhere", "DROP TABLE x"])
def test_the_loss_ratio_is_no_number_out_of_the_air(own: Sandbox, answer: str) -> None:
    quest = quest_of("loss-ratio-by-hand")
    refused = quest.check(own, {"month": "2026-01"}, answer)
    assert not refused.solved
    assert "Traceback" not in refused.says


@pytest.mark.parametrize("rule", ["", "(SELECT 1) > 0", "claim_amount >", "no_such_column > 1"])
def test_what_is_no_rule_is_refused(own: Sandbox, rule: str) -> None:
    quest = quest_of("catch-defects")
    facts = set_up(quest, own)
    refused = quest.check(own, facts, rule)
    assert not refused.solved
    assert "\n" not in refused.says


def test_every_quest_is_told_in_two_sentences_with_hints_and_a_step_that_exists() -> None:
    keys = {step.key for step in steps()}
    assert len(quests()) >= 8
    assert set(SOLUTIONS) == set(WRONG) == set(quests())
    for quest in quests().values():
        assert len(re.findall(r"[.!?](?:\s|$)", quest.story)) == 2, quest.key
        assert len(quest.hints) >= 2, quest.key
        assert quest.explain, quest.key
        assert quest.step in keys, quest.key
        assert bool(quest.ask.choices) == (quest.ask.kind == "choice"), quest.key
