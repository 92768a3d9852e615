import { CodeXml } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { SqlQuery } from "@/features/insights/sql/sql-query";
import type { Source } from "@/features/insights/types";
import { duration } from "@/format/numbers";

type SqlButtonProps = {
  /** What the numbers are, such as "Claims by month". */
  title: string;
  sources: readonly Source[];
  /** Those of the answer's parts that are shown here. */
  parts: readonly string[];
};

/** The way to the SQL behind some numbers, with the time it took. */
export function SqlButton({ title, sources, parts }: SqlButtonProps) {
  const shown = sources.filter(({ part }) => parts.includes(part));
  const milliseconds = shown.reduce((sum, source) => sum + source.milliseconds, 0);
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button
          variant="outline"
          size="sm"
          className="-my-1"
          aria-label={`SQL ${duration(milliseconds)}, behind ${title}`}
        >
          <CodeXml aria-hidden /> SQL
          <span className="font-normal text-muted-foreground tabular-nums">
            {duration(milliseconds)}
          </span>
        </Button>
      </DialogTrigger>
      <DialogContent className="max-w-4xl gap-6">
        <div>
          <DialogTitle>{title}: the SQL behind it</DialogTitle>
          <DialogDescription>
            Asked of the lake's views. Copied, it has its parameters filled in, for{" "}
            <span className="font-mono">./petinsure sql</span> or any console.
          </DialogDescription>
        </div>
        {shown.map((source) => (
          <SqlQuery key={source.part} source={source} />
        ))}
      </DialogContent>
    </Dialog>
  );
}
