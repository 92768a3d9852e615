"""Measure everything, or the parts named: `python -m benchmarks [demo scale …]`."""

from __future__ import annotations

import sys

from benchmarks.clone import cloned
from benchmarks.demo import first_demo, later_demo, scaled, tour
from benchmarks.generation import generation
from benchmarks.naive_way import naive_way
from benchmarks.table import OUT, Measurements, machine
from benchmarks.walkthrough import walkthrough

PARTS = ("generation", "demo", "scale", "walkthrough", "naive")


def main() -> int:
    """Measure and print; the exit code is 2 for a part there is not."""
    wanted = sys.argv[1:] or list(PARTS)
    if unknown := [part for part in wanted if part not in PARTS]:
        OUT.print(f"There is no part {unknown[0]}; the parts are {', '.join(PARTS)}.")
        return 2
    table = Measurements()
    OUT.print(machine())
    if "generation" in wanted:
        generation(table)
    if {"demo", "scale"} & {*wanted}:
        with cloned() as clone:
            first_demo(table, clone)
            if "demo" in wanted:
                tour(table, clone)
                later_demo(table, clone)
            if "scale" in wanted:
                scaled(table, clone)
    if "walkthrough" in wanted:
        walkthrough(table)
    if "naive" in wanted:
        naive_way(table)
    table.show()
    return 0


if __name__ == "__main__":
    sys.exit(main())
