from __future__ import annotations

from insurance import vocabulary


def test_statuses_are_those_of_the_contract() -> None:
    assert vocabulary.CLAIM_STATUSES == (
        "Submitted",
        "In Review",
        "Approved",
        "Partially Approved",
        "Denied",
    )
    assert vocabulary.POLICY_STATUSES == ("Pending", "Active", "Expired", "Cancelled")
    assert vocabulary.PAID_STATUSES == ("Approved", "Partially Approved")


def test_no_two_values_of_a_category_differ_only_by_case_or_spaces() -> None:
    for columns in vocabulary.CATEGORIES.values():
        for values in columns.values():
            assert len({value.strip().lower() for value in values}) == len(values)
