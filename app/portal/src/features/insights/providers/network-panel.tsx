import { Legend } from "@/features/insights/charts/legend";
import { Figure } from "@/features/insights/figure";
import { exact, exactPercent } from "@/features/insights/format";
import { Panel } from "@/features/insights/panel";
import type { NetworkGroup, Providers } from "@/features/insights/types";
import { dollars } from "@/format/money";
import { count } from "@/format/numbers";

const SIDES = [
  { key: "in", name: "In network", colour: "var(--chart-1)" },
  { key: "out", name: "Out of network", colour: "var(--chart-2)" },
] as const;

type Measure = { key: keyof NetworkGroup; name: string; show: (value: number) => string };

const MEASURES: readonly Measure[] = [
  { key: "providers", name: "Providers", show: count },
  { key: "total_claims", name: "Claims", show: count },
  { key: "total_billed_amount", name: "Billed", show: dollars },
  { key: "total_paid_amount", name: "Paid", show: dollars },
  { key: "average_claim_amount", name: "Average claim", show: dollars },
  { key: "denial_rate", name: "Denied of the decided", show: exactPercent },
  { key: "average_rating", name: "Rating, of 5 stars", show: exact },
];

/** The network against those outside of it. */
export function NetworkPanel({ found }: { found: Providers }) {
  const groups = {
    in: found.network.find(({ is_in_network }) => is_in_network),
    out: found.network.find(({ is_in_network }) => !is_in_network),
  };
  return (
    <Panel
      title="In and out of network"
      lead={<Legend entries={SIDES} />}
      sources={found.sources}
      parts={["network"]}
    >
      <ul className="grid gap-x-10 gap-y-5 sm:grid-cols-2 xl:grid-cols-4">
        {MEASURES.map(({ key, name, show }) => {
          const values = SIDES.map((side) => ({
            ...side,
            value: (groups[side.key]?.[key] ?? null) as number | null,
          }));
          const most = Math.max(...values.map(({ value }) => value ?? 0));
          return (
            <li key={key}>
              <h3 className="font-medium font-sans text-base tracking-normal">{name}</h3>
              {values.map((side) => (
                <div key={side.key} className="flex items-center gap-3">
                  <span className="sr-only">{side.name}: </span>
                  <div aria-hidden className="h-2.5 flex-1 overflow-hidden rounded-full bg-muted">
                    <div
                      className="h-full rounded-full transition-[width] duration-500"
                      style={{
                        width: `${most > 0 ? (100 * (side.value ?? 0)) / most : 0}%`,
                        background: side.colour,
                      }}
                    />
                  </div>
                  <Figure
                    name={`providers.network.${side.key}.${key}`}
                    value={side.value}
                    show={show}
                    className="min-w-24 text-right font-semibold"
                  />
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
