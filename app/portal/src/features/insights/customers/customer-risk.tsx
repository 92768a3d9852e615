import { $api } from "@/api/client";
import { BarList } from "@/features/insights/charts/bar-list";
import { Figure } from "@/features/insights/figure";
import { exact, tenths } from "@/features/insights/format";
import { Panel } from "@/features/insights/panel";
import { CategoryBadge } from "@/features/insights/risk/category-badge";
import { COMPONENTS } from "@/features/insights/risk/components";
import type { Customer360 } from "@/features/insights/types";

/** What a customer's risk score is made of, beside the average of all. */
export function CustomerRisk({ found }: { found: Customer360 }) {
  const { risk, sources } = found;
  const all = $api.useQuery("get", "/api/insights/risk", {
    params: { query: { page: 1, page_size: 1 } },
  });
  const others = new Map(all.data?.components.map((each) => [each.component, each]));
  if (!risk) return null;
  return (
    <Panel
      title="Risk"
      lead={risk.recommended_action}
      sources={[...sources, ...(all.data?.sources ?? [])]}
      parts={["risk", "components"]}
    >
      <p className="mb-5 flex items-center gap-4">
        <span className="font-display font-semibold text-4xl leading-none tracking-tight">
          <Figure name="customer.risk_score" value={risk.risk_score} show={tenths} />
          <span className="text-lg text-muted-foreground"> of 100</span>
        </span>
        <CategoryBadge category={risk.risk_category} />
      </p>
      <BarList
        label="Components of the score"
        full={100}
        bars={COMPONENTS.map(({ key, name, colour }) => {
          const other = others.get(key);
          const most = other?.most_points;
          return {
            name,
            colour,
            size: most ? (100 * risk[key]) / most : 0,
            value: (
              <>
                <Figure name={`customer.${key}`} value={risk[key]} show={tenths} />
                <span className="font-normal text-muted-foreground">
                  {most === undefined ? "" : ` of ${exact(most)}`}
                </span>
              </>
            ),
            note: other ? `All customers: ${exact(other.average_points)} on average` : "\u00a0",
          };
        })}
      />
    </Panel>
  );
}
