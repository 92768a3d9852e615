import { Badge, type Tone } from "@/components/ui/badge";
import type { ProviderRow } from "@/features/insights/types";

const TONES: Readonly<Record<ProviderRow["provider_tier"], Tone>> = {
  Preferred: "good",
  Standard: "info",
  Watch: "warning",
  Unrated: "neutral",
};

/** What a provider's costs, denials and ratings make of it. */
export function ProviderTierBadge({ tier }: { tier: ProviderRow["provider_tier"] }) {
  return <Badge tone={TONES[tier]}>{tier}</Badge>;
}
