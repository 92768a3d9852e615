import { CalendarClock, ShieldCheck, ShieldOff } from "lucide-react";
import type { Pet, Policy } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { Skeleton } from "@/components/ui/skeleton";
import { coverOf, plannedOf } from "@/features/policies/queries";
import { day } from "@/format/dates";

type CoverBadgeProps = {
  pet: Pet;
  /** The customer's policies; undefined until they are known. */
  policies: readonly Policy[] | undefined;
};

/** Whether a pet is covered today, and by which plan. */
export function CoverBadge({ pet, policies }: CoverBadgeProps) {
  if (pet.is_active === false) return <Badge>Remembered</Badge>;
  if (!policies) return <Skeleton className="h-6 w-28 rounded-full" />;
  const cover = coverOf(policies, pet.pet_id);
  if (cover) {
    return (
      <Badge tone="good">
        <ShieldCheck aria-hidden /> {cover.plan_name}
      </Badge>
    );
  }
  const planned = plannedOf(policies, pet.pet_id);
  if (planned) {
    return (
      <Badge tone="info">
        <CalendarClock aria-hidden /> From {day(planned.effective_date)}
      </Badge>
    );
  }
  return (
    <Badge tone="warning">
      <ShieldOff aria-hidden /> Not insured
    </Badge>
  );
}
