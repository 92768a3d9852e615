import { Card } from "@/components/ui/card";
import { Figure } from "@/features/insights/figure";
import { ProviderTierBadge } from "@/features/insights/providers/tier-badge";
import type { ProviderRow, Providers } from "@/features/insights/types";
import { dollars } from "@/format/money";
import { count } from "@/format/numbers";

type Tier = ProviderRow["provider_tier"];

const MEANINGS: Readonly<Record<Tier, string>> = {
  Preferred: "In network, well rated, no dearer than its like.",
  Standard: "Nothing to remark.",
  Watch: "Much dearer than its like, or often denied.",
  Unrated: "Too few claims to tell.",
};
const ORDER = Object.keys(MEANINGS) as Tier[];

/** How many providers are in which tier, and what they bill. */
export function TierCards({ found }: { found: Providers }) {
  const tiers = found.tiers.toSorted((a, b) => ORDER.indexOf(a.tier) - ORDER.indexOf(b.tier));
  return (
    <section aria-label="Tiers" className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      {tiers.map(({ tier, providers, total_claims, total_billed_amount }) => (
        <Card key={tier} className="flex flex-col gap-1 p-4 lg:p-5">
          <ProviderTierBadge tier={tier} />
          <p className="mt-1 font-display font-semibold text-3xl leading-tight tracking-tight lg:text-4xl">
            <Figure name={`providers.tiers.${tier}.providers`} value={providers} show={count} />
          </p>
          <p className="text-sm">
            <Figure
              name={`providers.tiers.${tier}.total_claims`}
              value={total_claims}
              show={count}
            />{" "}
            claims,{" "}
            <Figure
              name={`providers.tiers.${tier}.total_billed_amount`}
              value={total_billed_amount}
              show={dollars}
            />
          </p>
          <p className="text-muted-foreground text-sm">{MEANINGS[tier]}</p>
        </Card>
      ))}
    </section>
  );
}
