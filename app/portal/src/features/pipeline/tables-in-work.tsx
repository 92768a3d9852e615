import type { TableProgress } from "@/api/types";
import { type Column, DataTable } from "@/components/data-table";
import { Card } from "@/components/ui/card";
import { count, duration } from "@/format/numbers";

const STATES: Record<TableProgress["state"], string> = {
  waiting: "waiting",
  working: "in work…",
  built: "built",
  unchanged: "up to date",
};

const COLUMNS: readonly Column<TableProgress>[] = [
  { header: "Layer", cell: ({ layer }) => layer },
  { header: "Table", cell: ({ table }) => table.split(".").at(-1) },
  {
    header: "State",
    cell: ({ state, reason }) => <span title={reason ?? ""}>{STATES[state]}</span>,
  },
  { header: "Rows", numeric: true, cell: ({ rows }) => (rows === null ? "" : count(rows)) },
  { header: "Version", numeric: true, cell: ({ version }) => version },
  {
    header: "Time",
    numeric: true,
    cell: ({ seconds }) => (seconds === null ? "" : duration(seconds * 1_000)),
  },
];

/** The run in view, table by table. */
export function TablesInWork({ tables }: { tables: readonly TableProgress[] }) {
  if (tables.length === 0) return null;
  return (
    <Card className="overflow-hidden">
      <DataTable
        label="Tables of the run"
        columns={COLUMNS}
        rows={tables}
        rowKey={({ table }) => table}
      />
    </Card>
  );
}
