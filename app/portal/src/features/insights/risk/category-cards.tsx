import { Card } from "@/components/ui/card";
import { Figure } from "@/features/insights/figure";
import { share, tenths } from "@/features/insights/format";
import { CategoryBadge } from "@/features/insights/risk/category-badge";
import type { Risk } from "@/features/insights/types";
import { count, percent } from "@/format/numbers";

/** How many customers are how risky, and what is to be done. */
export function CategoryCards({ risk }: { risk: Risk }) {
  const all = risk.categories.reduce((sum, { customers }) => sum + customers, 0);
  return (
    <section aria-label="Categories" className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      {risk.categories.map(({ category, customers, average_risk_score, recommended_action }) => (
        <Card key={category} className="flex flex-col gap-1 p-4 lg:p-5">
          <CategoryBadge category={category} />
          <p className="mt-1 font-display font-semibold text-3xl leading-tight tracking-tight lg:text-4xl">
            <Figure name={`risk.categories.${category}.customers`} value={customers} show={count} />
          </p>
          <p className="text-sm">
            {percent(share(customers, all))} of all; score{" "}
            <Figure
              name={`risk.categories.${category}.average_risk_score`}
              value={average_risk_score}
              show={tenths}
            />{" "}
            on average
          </p>
          <p className="text-muted-foreground text-sm">{recommended_action}</p>
        </Card>
      ))}
    </section>
  );
}
