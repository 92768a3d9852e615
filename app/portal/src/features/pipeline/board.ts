import type { PastRun, Pipeline, TableProgress } from "@/api/types";

export type Layer = TableProgress["layer"];
/** `stopped`: the run ended before the table was done. */
export type BoardState = TableProgress["state"] | "stopped";
export type BoardTable = Omit<TableProgress, "state"> & { state: BoardState };
export type Board = { title: string; note?: string; tables: readonly BoardTable[] };

/** The tables to show: of the run that goes on, else of the last one, whoever started it. */
export function boardOf(pipeline: Pipeline): Board {
  const { state, ours, run_id, tables, last_runs } = pipeline;
  const [last] = last_runs;
  if (state !== "idle") {
    if (ours) return { title: state === "live" ? "The newest pass" : "This run", tables };
    return {
      ...ofPast(last),
      note: "What goes on was started outside the portal; its tables show here once it has ended.",
    };
  }
  if (tables.length > 0 && (last === undefined || last.run_id === run_id)) {
    return { title: "The last run", tables: tables.map(atRest) };
  }
  return ofPast(last);
}

/** How many tables of a board are done with. */
export const doneOf = ({ tables }: Board): number =>
  tables.filter(({ state }) => state === "built" || state === "unchanged").length;

function atRest(table: TableProgress): BoardTable {
  const isOver = table.state === "built" || table.state === "unchanged";
  return isOver ? table : { ...table, state: "stopped" };
}

function ofPast(run: PastRun | undefined): Board {
  if (!run) return { title: "The last run", tables: [] };
  const built = run.built.map(
    (table): BoardTable => ({
      ...table,
      layer: layerOf(table.table),
      state: "built",
      reason: null,
    }),
  );
  const unchanged = run.unchanged.map(
    (table): BoardTable => ({
      table,
      layer: layerOf(table),
      state: "unchanged",
      version: null,
      rows: null,
      seconds: null,
      reason: null,
    }),
  );
  return { title: "The last run", tables: [...built, ...unchanged] };
}

/** The layer in a table's full name: "petinsure_gold.monthly_kpis". */
const layerOf = (table: string): Layer => table.split(".")[0]?.split("_").at(-1) as Layer;
