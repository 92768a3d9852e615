import { PageHeader } from "@/components/page-header";
import { QueryView } from "@/components/query-view";
import { Refusal } from "@/components/refusal";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { boardOf } from "@/features/pipeline/board";
import { LastRuns } from "@/features/pipeline/last-runs";
import { LiveSwitch } from "@/features/pipeline/live-switch";
import { RunForm } from "@/features/pipeline/run-form";
import { RunState } from "@/features/pipeline/run-state";
import { ScheduleField } from "@/features/pipeline/schedule-field";
import { TablesInWork } from "@/features/pipeline/tables-in-work";
import { usePipeline } from "@/features/pipeline/use-pipeline";

/** Starts runs, shows them table by table, and keeps the tables live. */
export function PipelinePage() {
  const { query, run, live, schedule, refusal } = usePipeline();
  return (
    <>
      <PageHeader title="Pipeline" />
      <QueryView query={query} skeleton={<PipelineSkeleton />}>
        {(pipeline) => (
          <div className="flex flex-col gap-6">
            {refusal !== null && (
              <Refusal
                key={`${refusal.requestId}`}
                problem={refusal}
                title="Not now"
                passing="Not available right now"
              />
            )}
            <div className="grid gap-6 lg:grid-cols-2">
              <Card className="flex min-w-0 flex-col divide-y">
                <RunState pipeline={pipeline} />
                <LiveSwitch
                  pipeline={pipeline}
                  isPending={live.isPending}
                  onChange={(on) => live.mutate({ body: { on } })}
                />
              </Card>
              <Card className="flex min-w-0 flex-col divide-y">
                <RunForm
                  isTaken={pipeline.state !== "idle" || run.isPending}
                  onRun={(body) => run.mutate({ body })}
                />
                <ScheduleField
                  schedule={pipeline.schedule}
                  onChange={(every_minutes) => schedule.mutate({ body: { every_minutes } })}
                />
              </Card>
            </div>
            <TablesInWork board={boardOf(pipeline)} />
            <LastRuns runs={pipeline.last_runs} />
          </div>
        )}
      </QueryView>
    </>
  );
}

function PipelineSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-6 lg:grid-cols-2">
        <Skeleton className="h-52 rounded-xl" />
        <Skeleton className="h-52 rounded-xl" />
      </div>
      <Skeleton className="h-96 rounded-xl" />
    </div>
  );
}
