import { Badge } from "@/components/ui/badge";
import { PRIORITY_TONES } from "@/features/insights/cross-sell/priorities";
import { Figure } from "@/features/insights/figure";
import { Panel } from "@/features/insights/panel";
import type { Customer360 } from "@/features/insights/types";
import { dollars } from "@/format/money";

/** What to offer to a customer, and what it would bring. */
export function Recommendations({ found }: { found: Customer360 }) {
  const { recommendations, sources } = found;
  return (
    <Panel title="What to offer" sources={sources} parts={["recommendations"]}>
      {recommendations.length === 0 ? (
        <p className="text-muted-foreground">Nothing at present.</p>
      ) : (
        <ul className="divide-y">
          {recommendations.map((offer) => (
            <li key={offer.opportunity} className="py-3 first:pt-0 last:pb-0">
              <p className="flex items-center justify-between gap-2.5 font-semibold">
                {offer.opportunity}
                <Badge tone={PRIORITY_TONES[offer.priority]}>{offer.priority}</Badge>
              </p>
              <p>
                {offer.recommendation}:{" "}
                <Figure
                  name={`customer.recommendations.${offer.opportunity}`}
                  value={offer.estimated_annual_revenue}
                  show={(amount) => `${dollars(amount)} a year`}
                  className="font-semibold"
                />
              </p>
              <p className="text-muted-foreground">{offer.reason}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
