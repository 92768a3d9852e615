"""Lessons: what Delta Lake does, tried out for real on a viewer's own tables; without Streamlit."""

from __future__ import annotations

from dashboards.lessons.lesson import Lesson, Prediction, lesson_of, lessons

__all__ = ["Lesson", "Prediction", "lesson_of", "lessons"]
