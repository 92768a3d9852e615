import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import { Figure } from "@/features/insights/figure";
import { changeText, inUnit } from "@/features/insights/format";
import { newsOf } from "@/features/insights/kpis/figures";
import type { Headline } from "@/features/insights/types";
import { cn } from "@/lib/cn";

const TONES = { good: "text-good", bad: "text-destructive", none: "text-foreground" };

type ChangeLineProps = {
  headline: Headline;
  span: "month" | "year";
  /** The time, such as "Oct 2026", and the time before it. */
  time: string;
  before: string;
};

/** A figure over a time, and how it has changed against the time before. */
export function ChangeLine({ headline, span, time, before }: ChangeLineProps) {
  const { figure, unit } = headline;
  const { current, previous, change } = headline[span];
  const name = `kpis.${figure}.${span}`;
  const Arrow = !change ? ArrowRight : change > 0 ? ArrowUpRight : ArrowDownRight;
  return (
    <li
      className="flex flex-wrap items-baseline justify-between gap-x-2 text-sm"
      title={previous === null ? undefined : `${before}: ${inUnit(unit, previous)}`}
    >
      <span className="text-muted-foreground">{time}</span>
      <span className="flex items-baseline gap-x-2 whitespace-nowrap">
        <Figure name={name} value={current} show={(value) => inUnit(unit, value)} />
        {change !== null && (
          <span className={cn("font-semibold", TONES[newsOf(figure, change)])}>
            <Arrow aria-hidden className="mr-0.5 inline size-[1.1em] align-[-0.15em]" />
            <Figure
              name={`${name}.change`}
              value={change}
              show={(value) => changeText(unit, value)}
            />
            <span className="sr-only"> against {before}</span>
          </span>
        )}
      </span>
    </li>
  );
}
