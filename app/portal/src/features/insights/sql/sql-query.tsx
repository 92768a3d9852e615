import { Code } from "@/components/code";
import { CopyButton } from "@/features/insights/sql/copy-button";
import { literal, runnable } from "@/features/insights/sql/runnable";
import { SqlText } from "@/features/insights/sql/sql-text";
import type { Source } from "@/features/insights/types";
import { duration } from "@/format/numbers";

/** One query: what it read, how long it took, and its text to run again. */
export function SqlQuery({ source }: { source: Source }) {
  const { view, version, milliseconds, remembered, sql, parameters } = source;
  return (
    <section className="flex min-w-0 flex-col gap-2.5" aria-label={`Query of ${source.part}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-muted-foreground">
          <Code className="text-foreground">{view}</Code>, version {version} of its gold table:{" "}
          <strong className="text-foreground">{duration(milliseconds)}</strong>
          {remembered && ", read earlier from this very version"}
        </p>
        <CopyButton text={runnable(source)} label={`Copy the query of ${source.part}`} />
      </div>
      <SqlText sql={sql} />
      {parameters.length > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {parameters.map((value, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the parameter's name
            <span key={place}>
              ${place + 1} = <Code>{literal(value)}</Code>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
