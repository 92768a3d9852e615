import { Badge, type Tone } from "@/components/ui/badge";
import type { Tier } from "@/features/insights/types";

const TONES: Readonly<Record<Tier, Tone>> = {
  Platinum: "brand",
  Gold: "gold",
  Silver: "silver",
  Bronze: "bronze",
};

/** What a customer's premiums in force make of them. */
export function TierBadge({ tier }: { tier: Tier }) {
  return <Badge tone={TONES[tier]}>{tier}</Badge>;
}
