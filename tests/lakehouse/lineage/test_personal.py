"""Personal data: the marks of the declarations agree with where the data was seen to go."""

from __future__ import annotations

from lakehouse.lineage import Lineage, personal_columns
from lakehouse.tables import tables


def holders(lineage: Lineage) -> dict[str, bool]:
    return {str(one.column): one.declared for one in personal_columns(lineage)}


def test_names_contacts_addresses_birth_dates_and_chips_are_personal() -> None:
    marked = {
        name: {c for c, column in table.all_columns.items() if column.personal}
        for name, table in tables().items()
    }
    person = {"first_name", "last_name", "email", "phone", "address_line1", "city", "zip_code"}
    assert marked["customers_raw"] == marked["dim_customers"] == person | {"date_of_birth"}
    assert marked["pets_raw"] == marked["dim_pets"] == {"microchip_id"}
    assert marked["dim_providers"] == set()


def test_every_gold_and_view_column_that_holds_personal_data_is_declared(lineage: Lineage) -> None:
    found = holders(lineage)
    served = {
        name: declared for name, declared in found.items() if name.startswith(("gold.", "vw"))
    }
    assert served == dict.fromkeys(served, True)
    assert {name.partition(".")[2] for name in served if name.startswith("gold.")} == {
        "customer_360_view.full_name",
        "customer_360_view.email",
        "customer_360_view.phone",
        "customer_360_view.city",
        "risk_scoring.full_name",
        "cross_sell_recommendations.full_name",
    }


def test_a_declared_column_that_holds_none_would_be_found(lineage: Lineage) -> None:
    declared_in_gold = [
        one
        for one in personal_columns(lineage)
        if one.declared and one.column.dataset.startswith("gold.")
    ]
    assert all(one.same_as for one in declared_in_gold)


def test_the_pipelines_own_columns_that_quote_what_was_delivered_hold_it_too(
    lineage: Lineage,
) -> None:
    found = holders(lineage)
    quoting = {name for name in found if name.rpartition(".")[2].startswith("_")}
    assert {
        "bronze.customers_raw._corrupt_record",
        "silver.dim_customers._corrupt_record",
        "silver.dim_customers._repairs",
        "silver.dim_pets._repairs",
    } <= quoting
    assert "silver.dim_customers._is_valid" not in quoting


def test_it_is_followed_back_to_the_files(lineage: Lineage) -> None:
    found = {str(one.column): one for one in personal_columns(lineage)}
    assert [str(ref) for ref in found["raw/customers.csv.email"].same_as] == [
        "silver.dim_customers.email"
    ]
    assert "raw/customers.csv.preferred_contact" not in found


def test_what_is_only_decided_by_personal_data_holds_none(lineage: Lineage) -> None:
    found = holders(lineage)
    assert "gold.claims_analytics.life_stage" not in found
    assert "gold.customer_360_view.customer_value_tier" not in found
