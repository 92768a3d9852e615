import { Badge, type Tone } from "@/components/ui/badge";
import type { RiskCategory } from "@/features/insights/types";

const TONES: Readonly<Record<RiskCategory, Tone>> = {
  Low: "good",
  Medium: "info",
  High: "warning",
  Critical: "destructive",
};

/** How risky a customer is to insure. */
export function CategoryBadge({ category }: { category: RiskCategory }) {
  return <Badge tone={TONES[category]}>{category}</Badge>;
}
