import type { Pipeline } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { moment } from "@/format/dates";
import { plural } from "@/format/numbers";

const STATES: Record<Pipeline["state"], string> = {
  idle: "Nothing runs",
  running: "A run goes on",
  live: "Live: the tables follow their files",
};

/** What the pipeline does now, who started it, and what it warned of. */
export function RunState({ pipeline }: { pipeline: Pipeline }) {
  const { state, by, since, new_files, warnings, error } = pipeline;
  return (
    <Card className="flex flex-col gap-2 p-6" role="status">
      <p className="flex flex-wrap items-center gap-3 font-display font-semibold text-2xl">
        {STATES[state]}
        {new_files !== null && state !== "idle" && <Badge>{plural(new_files, "new file")}</Badge>}
      </p>
      {by !== null && since !== null && (
        <p className="text-muted-foreground">
          Started by {by}, {moment(since)}
        </p>
      )}
      {error !== null && <p className="text-destructive">{error}</p>}
      {warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
    </Card>
  );
}
