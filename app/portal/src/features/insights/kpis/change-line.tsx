import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import { Figure } from "@/features/insights/figure";
import { briefly, changeText, inUnit } from "@/features/insights/format";
import { newsOf } from "@/features/insights/kpis/figures";
import type { Headline } from "@/features/insights/types";
import { cn } from "@/lib/cn";

const TONES = { good: "text-good", bad: "text-destructive", none: "text-foreground" };

/** Of a time there is room for so many letters: "Oct", "Year". */
const LETTERS = 4;

type ChangeLineProps = {
  headline: Headline;
  span: "month" | "year";
  /** The time, such as "Oct 2026" or "Year", and the time before it. */
  time: string;
  before: string;
};

/** A figure over a time, and how it has changed against the time before. */
export function ChangeLine({ headline, span, time, before }: ChangeLineProps) {
  const { figure, unit } = headline;
  const { current, change } = headline[span];
  const name = `kpis.${figure}.${span}`;
  const Arrow = !change ? ArrowRight : change > 0 ? ArrowUpRight : ArrowDownRight;
  return (
    <li
      className="col-span-3 grid grid-cols-subgrid items-baseline whitespace-nowrap text-sm"
      title={told(headline, span, time, before)}
    >
      <span className="text-muted-foreground">
        {time.slice(0, LETTERS)}
        <span className="sr-only">{time.slice(LETTERS)}</span>
      </span>
      <Figure
        name={name}
        value={current}
        show={(value) => briefly(unit, value)}
        className="text-right"
      />
      {change !== null && (
        <span className={cn("text-right font-semibold", TONES[newsOf(figure, change)])}>
          <Arrow aria-hidden className="mr-0.5 inline size-[1.1em] align-[-0.15em]" />
          <Figure
            name={`${name}.change`}
            value={change}
            show={(value) => changeText(unit, value)}
          />
          <span className="sr-only"> against {before}</span>
        </span>
      )}
    </li>
  );
}

/** Both figures to the cent, for whoever points at the line. */
function told(headline: Headline, span: "month" | "year", time: string, before: string) {
  const { current, previous } = headline[span];
  const said = (name: string, value: number | null) =>
    value !== null && `${name}: ${inUnit(headline.unit, value)}`;
  return [said(time, current), said(before, previous)].filter(Boolean).join(", ");
}
