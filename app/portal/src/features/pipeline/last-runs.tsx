import type { PastRun } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/ui/card";
import { PastRunLine } from "@/features/pipeline/past-run-line";

/** The newest runs, whoever started them. */
export function LastRuns({ runs }: { runs: readonly PastRun[] }) {
  return (
    <section aria-label="Last runs" className="flex flex-col gap-4">
      <h2 className="font-semibold text-2xl">Last runs</h2>
      {runs.length === 0 ? (
        <EmptyState title="No run yet">The first one fills the tables.</EmptyState>
      ) : (
        <Card className="overflow-hidden">
          <ul className="divide-y">
            {runs.map((run) => (
              <PastRunLine key={run.run_id} run={run} />
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}
