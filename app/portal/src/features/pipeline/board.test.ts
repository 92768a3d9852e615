import { describe, expect, it } from "vitest";
import type { PastRun, Pipeline, TableProgress } from "@/api/types";
import { boardOf, doneOf } from "@/features/pipeline/board";

const table = (state: TableProgress["state"]): TableProgress => ({
  table: "petinsure_silver.fact_claims",
  layer: "silver",
  state,
  version: null,
  rows: null,
  seconds: null,
  reason: null,
});

const PAST: PastRun = {
  run_id: "20261103091500",
  by: "alex",
  started_at: "2026-11-03T09:15:00Z",
  seconds: 12,
  ok: true,
  built: [{ table: "petinsure_gold.monthly_kpis", version: 3, rows: 37, seconds: 1.2 }],
  unchanged: ["petinsure_bronze.pets_raw"],
  error: null,
};

const pipeline = (changes: Partial<Pipeline>): Pipeline => ({
  state: "idle",
  by: null,
  since: null,
  ours: false,
  run_id: null,
  new_files: null,
  tables: [],
  warnings: [],
  error: null,
  schedule: { every_minutes: null, next_at: null },
  last_runs: [PAST],
  ...changes,
});

describe("boardOf", () => {
  it("shows the run that the portal started", () => {
    const tables = [table("working")];
    const board = boardOf(pipeline({ state: "running", ours: true, tables }));
    expect(board.tables).toEqual(tables);
    expect(doneOf(board)).toBe(0);
  });

  it("shows the last run, layer by layer, where this server has seen none", () => {
    const board = boardOf(pipeline({}));
    expect(board.tables.map(({ layer, state }) => [layer, state])).toEqual([
      ["gold", "built"],
      ["bronze", "unchanged"],
    ]);
    expect(doneOf(board)).toBe(2);
  });

  it("shows a newer run of somebody else instead of the one it saw", () => {
    const seen = pipeline({ run_id: "20261101000000", tables: [table("built")] });
    expect(boardOf(seen).tables).toHaveLength(2);
  });

  it("says of a run that ended early where it stopped", () => {
    const seen = {
      run_id: PAST.run_id,
      tables: [table("built"), table("working"), table("waiting")],
    };
    const states = boardOf(pipeline(seen)).tables.map(({ state }) => state);
    expect(states).toEqual(["built", "stopped", "stopped"]);
  });

  it("never passes an old run off as the one that goes on elsewhere", () => {
    const board = boardOf(pipeline({ state: "running", by: "alex", tables: [table("built")] }));
    expect(board.note).toContain("outside the portal");
    expect(board.tables).toHaveLength(2);
  });
});
