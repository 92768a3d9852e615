import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleEqual,
  CircleX,
  type LucideIcon,
} from "lucide-react";
import { Fragment } from "react";
import type { BoardState, BoardTable } from "@/features/pipeline/board";
import { duration, plural } from "@/format/numbers";
import { cn } from "@/lib/cn";

const LOOKS: Readonly<Record<BoardState, { word: string; Icon: LucideIcon; tone: string }>> = {
  waiting: { word: "waiting", Icon: CircleDashed, tone: "text-muted-foreground" },
  working: { word: "in work", Icon: CircleDot, tone: "animate-breathe text-coral" },
  built: { word: "built", Icon: CircleCheck, tone: "text-good" },
  unchanged: { word: "up to date", Icon: CircleEqual, tone: "text-muted-foreground" },
  stopped: { word: "not done", Icon: CircleX, tone: "text-destructive" },
};

/** One table: where it stands and why; once it is built, its version, rows and seconds. */
export function TableLine({ table }: { table: BoardTable }) {
  const { state, rows, seconds, version, reason } = table;
  const { word, Icon, tone } = LOOKS[state];
  return (
    <li className="flex min-h-13 items-center gap-3 px-4 py-1.5">
      <Icon aria-hidden className={cn("size-5 shrink-0", tone)} />
      <div className="min-w-0 flex-1">
        <p className="break-words font-semibold leading-tight">
          <BreakableName name={table.table} />
        </p>
        <p className="text-muted-foreground text-sm leading-tight">
          {version === null ? word : `v${version}`}
          <span className="sr-only">{version === null ? "" : `, ${word}`}</span>
          {reason !== null && (state === "working" || state === "built") && `: ${reason}`}
        </p>
      </div>
      {rows !== null && seconds !== null && (
        <p className="shrink-0 text-right tabular-nums leading-tight">
          <span className="block font-semibold">{plural(rows, "row")}</span>
          <span className="block text-muted-foreground text-sm">{duration(seconds * 1_000)}</span>
        </p>
      )}
    </li>
  );
}

/** A table's name without its schema; a long one may break behind an underscore. */
function BreakableName({ name }: { name: string }) {
  const parts = (name.split(".").at(-1) ?? name).split(/(?<=_)/);
  return parts.map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));
}
