"""Quest: a column more, filled by hand, and no row lost."""

from __future__ import annotations

from collections.abc import Iterator

from dashboards.evidence import Evidence
from dashboards.quests.asking import proof, rows, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.quests.tables import copied
from dashboards.sandbox import Sandbox

TABLE = "column_pets"
NEW = "weight_kg"
KILOGRAMS = "weight_lbs * 0.45359237"


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """A copy of the pets."""
    columns = "pet_id, pet_name, species, breed, weight_lbs"
    where = "_is_valid AND NOT _is_duplicate"
    yield copied(sandbox, "petinsure_silver.dim_pets", TABLE, columns=columns, where=where)
    yield {}


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """Whether the column is there, a decimal, and right in every row, with no row lost."""
    table = sandbox.table(TABLE)
    types = {row["col_name"]: row["data_type"] for row in rows(sandbox, f"DESCRIBE {table}")}
    if NEW not in types:
        return Verdict(False, f"`{TABLE}` has no column `{NEW}` yet; ALTER TABLE can add one.")
    if not types[NEW].startswith("decimal"):
        says = f"`{NEW}` is of type {types[NEW]}; a weight that is summed wants a decimal."
        return Verdict(False, says)
    compared = proof(
        sandbox,
        "The new column, held against the pounds, and the rows against version 0",
        f"SELECT count(*) AS pets, count({NEW}) AS weighed, count(weight_lbs) AS weighable,\n"
        f"  count_if(abs({NEW} - {KILOGRAMS}) > 0.01) AS wrong,\n"
        f"  (SELECT count(*) FROM {table} VERSION AS OF 0) AS pets_at_first\nFROM {table}",
    )
    found = told(compared)[0]
    if found["pets"] != found["pets_at_first"]:
        says = f"There are {found['pets']:,} pets, and {found['pets_at_first']:,} there were."
        return Verdict(False, f"{says} Restore version 0 and begin again.")
    if empty := found["weighable"] - found["weighed"]:
        return Verdict(False, f"The column is there; {empty:,} pets have no weight in it yet.")
    if found["wrong"]:
        says = f"{found['wrong']:,} weights are more than 10 grams off: a pound is 0.45359237 kg."
        return Verdict(False, says)
    return Verdict(True, f"{found['pets']:,} pets have their weight in kilograms.", (compared,))


QUEST = Quest(
    key="add-a-column",
    place=3,
    title="Add a column",
    story="A vet in Europe joins the network and knows no pounds. The table of pets is in use, so "
    "it can neither be built anew nor be closed for the evening.",
    task="Give `column_pets` a column `weight_kg`, a decimal with two places, and fill it for "
    "every pet that has a weight (a pound is 0.45359237 kg).",
    ask=Ask("deed"),
    hints=(
        "First the column, then its values: two statements.",
        "`ALTER TABLE column_pets ADD COLUMNS (weight_kg DECIMAL(9,2))`",
        "`UPDATE column_pets SET weight_kg = round(weight_lbs * 0.45359237, 2)`",
    ),
    explain="The new column is a line in the table's log: no file was rewritten for it, and files "
    "that lack it are read as null. Who read version 0 meanwhile saw the old columns.",
    step="schema-enforcement",
    tried="SELECT * FROM column_pets LIMIT 20",
    tables=(TABLE,),
    set_up=set_up,
    check=check,
)
