"""Quests: things to find out or to put right in a lake of one's own, each checked against it."""

from __future__ import annotations

from dashboards.quests.quest import Quest, Verdict, quest_of, quests

__all__ = ["Quest", "Verdict", "quest_of", "quests"]
