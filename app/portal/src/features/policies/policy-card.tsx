import { Link } from "@tanstack/react-router";
import type { Pet, Policy } from "@/api/types";
import { Money } from "@/components/money";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { CoverMeter } from "@/features/policies/cover-meter";
import { PlanTerms } from "@/features/policies/plan-terms";
import { isPlanned } from "@/features/policies/queries";
import { day } from "@/format/dates";

/** One policy year: whom it covers, until when, for how much, on what terms. */
export function PolicyCard({ policy, pet }: { policy: Policy; pet: Pet | undefined }) {
  return (
    <Card className="flex h-full flex-col gap-4 p-5" aria-label={`Policy ${policy.policy_number}`}>
      <div className="flex items-start gap-4">
        <PetAvatar
          id={policy.pet_id}
          species={pet?.species ?? null}
          breed={pet?.breed ?? null}
          color={pet?.color}
          className="size-14"
        />
        <div className="min-w-0 flex-1">
          <h2 className="text-xl leading-tight">{policy.plan_name}</h2>
          <p className="text-muted-foreground">
            for{" "}
            <Link
              to="/pets/$petId"
              params={{ petId: policy.pet_id }}
              className="font-semibold text-foreground underline-offset-4 hover:underline"
            >
              {pet?.pet_name ?? policy.pet_id}
            </Link>
          </p>
        </div>
        <StateBadge policy={policy} />
      </div>
      <p className="font-display font-semibold text-3xl">
        <Money amount={policy.monthly_premium} />
        <span className="font-normal font-sans text-base text-muted-foreground"> a month</span>
      </p>
      <PlanTerms terms={policy} />
      {policy.in_force && <CoverMeter policy={policy} />}
      <p className="mt-auto border-t pt-3 text-muted-foreground">
        {day(policy.effective_date)} to {day(policy.expiration_date)}
        <span className="block text-sm">
          {[policy.policy_number, policy.payment_method].filter(Boolean).join(" · ")}
        </span>
      </p>
    </Card>
  );
}

function StateBadge({ policy }: { policy: Policy }) {
  if (policy.in_force) return <Badge tone="good">In force</Badge>;
  if (isPlanned(policy)) return <Badge tone="info">Begins soon</Badge>;
  return <Badge>{policy.cancellation_date ? "Cancelled" : "Ended"}</Badge>;
}
