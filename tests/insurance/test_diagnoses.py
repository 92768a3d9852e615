from __future__ import annotations

import pytest

from insurance.diagnoses import DIAGNOSES, SEASON_WEIGHTS, Diagnosis
from insurance.invoices import CARE
from insurance.vocabulary import CLAIM_CATEGORIES, CLAIM_TYPES, SPECIES


def _code(diagnosis: Diagnosis) -> str:
    return diagnosis.code


@pytest.mark.parametrize("diagnosis", DIAGNOSES.values(), ids=_code)
def test_every_diagnosis_is_complete_and_speaks_the_vocabulary(diagnosis: Diagnosis) -> None:
    lowest, highest = diagnosis.cost
    assert diagnosis.category in CLAIM_CATEGORIES
    assert diagnosis.claim_type in CLAIM_TYPES
    assert diagnosis.species in ("Any", *SPECIES)
    assert diagnosis.sex in ("Any", "Male", "Female")
    assert diagnosis.stage.removeprefix("Only ") in ("Any", "Young", "Adult", "Senior")
    assert diagnosis.season in SEASON_WEIGHTS
    assert diagnosis.care in CARE
    assert 50 <= lowest < highest <= 10_000
    assert diagnosis.frequency > 0
    assert 0 <= diagnosis.emergency_percent <= 100
    assert diagnosis.description
    assert diagnosis.notes.endswith(".")


def test_every_category_and_type_has_a_diagnosis_for_dogs_and_for_cats() -> None:
    for species in SPECIES:
        fitting = [diagnosis for diagnosis in DIAGNOSES.values() if diagnosis.affects(species)]
        assert {diagnosis.claim_type for diagnosis in fitting} == set(CLAIM_TYPES)
    assert {diagnosis.category for diagnosis in DIAGNOSES.values()} == set(CLAIM_CATEGORIES)


def test_a_tom_never_has_pyometra_and_a_dog_is_never_poisoned_by_lilies() -> None:
    assert not DIAGNOSES["REP-01"].affects("Dog", "Male")
    assert not DIAGNOSES["POI-03"].affects("Dog")
    assert DIAGNOSES["URI-02"].affects("Cat", "Male")


def test_heat_strokes_come_in_summer_and_chocolate_with_the_holidays() -> None:
    summer = SEASON_WEIGHTS[DIAGNOSES["TRA-06"].season]
    holiday = SEASON_WEIGHTS[DIAGNOSES["POI-01"].season]
    assert max(summer) == summer[6]
    assert max(holiday) == holiday[11]


@pytest.mark.parametrize("season", SEASON_WEIGHTS)
def test_seasons_shift_visits_but_do_not_add_many(season: str) -> None:
    assert len(SEASON_WEIGHTS[season]) == 12
    assert sum(SEASON_WEIGHTS[season]) == pytest.approx(12, rel=0.05)
