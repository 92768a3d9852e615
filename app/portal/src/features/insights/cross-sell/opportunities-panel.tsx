import { BarList } from "@/features/insights/charts/bar-list";
import { Figure } from "@/features/insights/figure";
import { Panel } from "@/features/insights/panel";
import type { CrossSell } from "@/features/insights/types";
import { dollars } from "@/format/money";
import { count } from "@/format/numbers";

/** What each kind of offer would bring, and to how many. */
export function OpportunitiesPanel({ found }: { found: CrossSell }) {
  return (
    <Panel
      title="Opportunities"
      lead="Estimated revenue a year, if everyone said yes."
      sources={found.sources}
      parts={["by_opportunity"]}
    >
      <BarList
        label="Opportunities"
        bars={found.by_opportunity.map((group) => {
          const name = (key: string) => `cross-sell.${group.opportunity}.${key}`;
          const number = (key: "customers" | "high_priority" | "reachable") => (
            <Figure name={name(key)} value={group[key]} show={count} />
          );
          return {
            name: group.opportunity,
            size: group.estimated_annual_revenue,
            value: (
              <Figure
                name={name("estimated_annual_revenue")}
                value={group.estimated_annual_revenue}
                show={dollars}
              />
            ),
            note: (
              <>
                {number("customers")} customers, {number("high_priority")} of high priority,{" "}
                {number("reachable")} agreed to marketing
              </>
            ),
          };
        })}
      />
    </Panel>
  );
}
