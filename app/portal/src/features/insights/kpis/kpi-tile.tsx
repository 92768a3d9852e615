import { Card } from "@/components/ui/card";
import { BigDollars } from "@/features/insights/big-dollars";
import { Figure } from "@/features/insights/figure";
import { inUnit } from "@/features/insights/format";
import { ChangeLine } from "@/features/insights/kpis/change-line";
import { FIGURES } from "@/features/insights/kpis/figures";
import type { Headline } from "@/features/insights/types";
import { cn } from "@/lib/cn";

type KpiTileProps = { headline: Headline; months: { last: string; before: string }; big?: boolean };

/** One key figure over all time, and how it moves by month and by year. */
export function KpiTile({ headline, months, big = false }: KpiTileProps) {
  const { figure, unit, value } = headline;
  const { label, Icon } = FIGURES[figure];
  return (
    <Card className={cn("flex flex-col p-4 lg:p-5", big ? "lg:py-5" : "lg:py-4")}>
      <h3 className="flex items-center gap-2 font-medium font-sans text-base text-muted-foreground tracking-normal">
        <Icon aria-hidden className="size-5 shrink-0" />
        {label}
      </h3>
      <p
        className={cn(
          "font-display font-semibold leading-tight tracking-tight",
          big ? "mt-1 text-3xl" : "text-2xl",
        )}
      >
        <Figure
          name={`kpis.${figure}`}
          value={value}
          show={(amount) =>
            unit === "usd" ? <BigDollars amount={amount} /> : inUnit(unit, amount)
          }
        />
      </p>
      <ul
        className={cn(
          "mt-2 grid grid-cols-[1fr_auto_auto] gap-x-2.5",
          big ? "gap-y-1 border-t pt-2.5" : "gap-y-0.5",
        )}
      >
        <ChangeLine headline={headline} span="month" time={months.last} before={months.before} />
        <ChangeLine headline={headline} span="year" time="Year" before="the twelve months before" />
      </ul>
    </Card>
  );
}
