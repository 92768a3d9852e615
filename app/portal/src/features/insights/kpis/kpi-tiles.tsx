import { monthName } from "@/features/insights/format";
import { FIRST, OTHERS } from "@/features/insights/kpis/figures";
import { KpiTile } from "@/features/insights/kpis/kpi-tile";
import type { Kpis } from "@/features/insights/types";

/** All key figures: the four that make an insurer first. */
export function KpiTiles({ kpis }: { kpis: Kpis }) {
  const months = {
    last: monthName(kpis.last_month),
    before: monthName(monthBefore(kpis.last_month)),
  };
  const found = new Map(kpis.headline.map((headline) => [headline.figure, headline]));
  const tiles = (figures: typeof FIRST, big: boolean) =>
    figures.map((figure) => {
      const headline = found.get(figure);
      return headline && <KpiTile key={figure} headline={headline} months={months} big={big} />;
    });
  return (
    <section aria-labelledby="totals" className="flex flex-col gap-4">
      <h2 id="totals" className="sr-only">
        All time, last month and last twelve months
      </h2>
      <div className="grid gap-4 sm:grid-cols-2 min-[87.5rem]:grid-cols-4">
        {tiles(FIRST, true)}
      </div>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{tiles(OTHERS, false)}</div>
      <p className="text-muted-foreground text-sm">
        Large: all time. {months.last.slice(0, 3)}: {months.last} against {months.before}. Year: the
        twelve months up to then against the twelve before.
      </p>
    </section>
  );
}

function monthBefore(yearMonth: string): string {
  const [year = 0, month = 1] = yearMonth.split("-").map(Number);
  return new Date(Date.UTC(year, month - 2)).toISOString().slice(0, 7);
}
