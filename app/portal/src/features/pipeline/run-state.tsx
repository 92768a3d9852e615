import { CircleAlert, Radio, TriangleAlert } from "lucide-react";
import type { Pipeline } from "@/api/types";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Elapsed } from "@/features/pipeline/elapsed";
import { moment, timeOfDay } from "@/format/dates";
import { duration, plural } from "@/format/numbers";
import { cn } from "@/lib/cn";

const STATES: Record<Pipeline["state"], string> = {
  idle: "Nothing runs",
  running: "A run goes on",
  live: "Live: the tables follow their files",
};

/** What the pipeline does now, who holds it since when, and what went wrong. */
export function RunState({ pipeline }: { pipeline: Pipeline }) {
  const { state, warnings, error, new_files } = pipeline;
  const isBusy = state !== "idle";
  return (
    <div className="flex flex-1 flex-col justify-center gap-1.5 p-5">
      <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span
          aria-hidden
          className={cn(
            "size-3.5 shrink-0 rounded-full",
            isBusy ? "animate-breathe bg-coral" : error === null ? "bg-good" : "bg-destructive",
          )}
        />
        <p className="font-display font-semibold text-2xl">{STATES[state]}</p>
        {isBusy && new_files !== null && <Badge>{plural(new_files, "new file")}</Badge>}
        {state === "live" && (
          <Badge tone="coral">
            <Radio aria-hidden /> Live
          </Badge>
        )}
      </div>
      <p className="text-muted-foreground tabular-nums">
        {isBusy ? held(pipeline) : rested(pipeline)}
      </p>
      {error !== null && !isBusy && (
        <Alert tone="destructive" role="alert" className="mt-1">
          <CircleAlert aria-hidden />
          <p className="min-w-0 break-words">{error}</p>
        </Alert>
      )}
      {warnings.map((warning) => (
        <Alert key={warning} tone="warning" className="mt-1">
          <TriangleAlert aria-hidden />
          <p className="min-w-0 break-words">{warning}</p>
        </Alert>
      ))}
    </div>
  );
}

function held({ by, since, ours }: Pipeline) {
  return (
    <>
      Held by {by ?? "somebody"}
      {since !== null && (
        <>
          {" "}
          since {timeOfDay(since)}, for <Elapsed since={since} />
        </>
      )}
      {!ours && "; started outside the portal"}
    </>
  );
}

function rested({ last_runs: [last] }: Pipeline): string {
  if (!last) return "No run has filled the tables yet.";
  const end = last.ok ? `took ${duration(last.seconds * 1_000)}` : "ended early";
  return `The last run began ${moment(last.started_at)}, by ${last.by}, and ${end}.`;
}
