import { useQueryClient } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { $api } from "@/api/client";
import { asProblem } from "@/api/problem";
import { PageHeader } from "@/components/page-header";
import { QueryView } from "@/components/query-view";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { LastRuns } from "@/features/pipeline/last-runs";
import { LiveSwitch } from "@/features/pipeline/live-switch";
import { RunState } from "@/features/pipeline/run-state";
import { TablesInWork } from "@/features/pipeline/tables-in-work";

/** Starts runs, shows them table by table, and keeps the tables live. */
export function PipelinePage() {
  const client = useQueryClient();
  const query = $api.useQuery("get", "/api/pipeline", {}, { refetchInterval: 2_000 });
  const refresh = () => client.invalidateQueries({ queryKey: ["get", "/api/pipeline"] });
  const run = $api.useMutation("post", "/api/pipeline/runs", { onSettled: refresh });
  const live = $api.useMutation("put", "/api/pipeline/live", { onSettled: refresh });
  const refusal = run.error ?? live.error;
  const busy = query.data?.state !== "idle" || run.isPending || live.isPending;
  return (
    <>
      <PageHeader
        title="Pipeline"
        lead="Raw to bronze, silver and gold: new files only, every table in one commit."
        actions={
          <Button disabled={busy} onClick={() => run.mutate({ body: { full: false } })}>
            <Play aria-hidden /> Run now
          </Button>
        }
      />
      <QueryView query={query} skeleton={<Skeleton className="h-96 rounded-xl" />}>
        {(pipeline) => (
          <div className="flex flex-col gap-6">
            {refusal !== null && (
              <Alert tone="destructive" role="alert">
                {asProblem(refusal).message}
              </Alert>
            )}
            <RunState pipeline={pipeline} />
            <LiveSwitch
              on={pipeline.state === "live"}
              disabled={pipeline.state === "running" || live.isPending || !canSwitch(pipeline)}
              onChange={(on) => live.mutate({ body: { on } })}
            />
            <TablesInWork tables={pipeline.tables} />
            <LastRuns runs={pipeline.last_runs} />
          </div>
        )}
      </QueryView>
    </>
  );
}

/** A live mode that somebody started on the command line ends there. */
function canSwitch({ state, ours }: { state: string; ours: boolean }): boolean {
  return state !== "live" || ours;
}
