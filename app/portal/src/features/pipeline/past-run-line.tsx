import { CircleCheck, CircleX } from "lucide-react";
import type { PastRun } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { moment } from "@/format/dates";
import { count, duration } from "@/format/numbers";

/** One run: when, by whom, what it built; behind a fold, table by table. */
export function PastRunLine({ run }: { run: PastRun }) {
  const { by, started_at, seconds, ok, error, built, unchanged } = run;
  return (
    <li className="px-5 py-3.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 tabular-nums">
        <p className="font-semibold">{moment(started_at)}</p>
        <p className="flex shrink-0 items-center gap-3">
          {duration(seconds * 1_000)}
          {ok ? (
            <CircleCheck aria-label="done" role="img" className="size-5 text-good" />
          ) : (
            <Badge tone="destructive">
              <CircleX aria-hidden /> ended early
            </Badge>
          )}
        </p>
      </div>
      <p className="text-muted-foreground">
        {built.length} built, {unchanged.length} up to date; by {by}
      </p>
      {error !== null && <p className="mt-1 break-words text-destructive">{error}</p>}
      {built.length > 0 && (
        <details className="mt-1">
          <summary className="w-fit font-semibold text-primary text-sm">What it built</summary>
          <ul className="mt-2 grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
            {built.map((table) => (
              <li key={table.table} className="flex justify-between gap-4 tabular-nums">
                <span className="min-w-0 break-words">{table.table}</span>
                <span className="shrink-0 text-muted-foreground">
                  v{table.version} · {count(table.rows)} rows · {duration(table.seconds * 1_000)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
