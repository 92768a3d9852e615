import type { PastRun } from "@/api/types";
import { type Column, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/ui/card";
import { moment } from "@/format/dates";
import { duration } from "@/format/numbers";

const COLUMNS: readonly Column<PastRun>[] = [
  { header: "Started", cell: ({ started_at }) => moment(started_at) },
  { header: "By", cell: ({ by }) => by },
  { header: "Built", numeric: true, cell: ({ built }) => built.length },
  { header: "Up to date", numeric: true, cell: ({ unchanged }) => unchanged.length },
  { header: "Time", numeric: true, cell: ({ seconds }) => duration(seconds * 1_000) },
  { header: "End", cell: ({ ok, error }) => (ok ? "done" : (error ?? "ended early")) },
];

/** The newest runs, whoever started them. */
export function LastRuns({ runs }: { runs: readonly PastRun[] }) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="font-display font-semibold text-2xl">Last runs</h2>
      {runs.length === 0 ? (
        <EmptyState title="No run yet">The first one fills the tables.</EmptyState>
      ) : (
        <Card className="overflow-hidden">
          <DataTable
            label="Last runs"
            columns={COLUMNS}
            rows={runs}
            rowKey={({ run_id }) => run_id}
          />
        </Card>
      )}
    </section>
  );
}
