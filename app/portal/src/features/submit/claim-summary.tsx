import { Siren } from "lucide-react";
import { useWatch } from "react-hook-form";
import type { Pet, Policy } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import type { ClaimForm } from "@/features/submit/claim-form";
import { centsOf, sumOfCents } from "@/format/cents";
import { dollars, wholeDollars } from "@/format/money";
import { plural } from "@/format/numbers";

type ClaimSummaryProps = {
  pets: readonly Pet[];
  policies: readonly Policy[];
  /** What the button says while the claim is on its way. */
  sending: string | undefined;
};

/** What is about to be sent, with its total, and the button that sends it. */
export function ClaimSummary({ pets, policies, sending }: ClaimSummaryProps) {
  const form = useWatch<ClaimForm>();
  const lines = form.line_items ?? [];
  const sum = sumOfCents(lines.map((line) => line.amount ?? ""));
  const stated = form.claim_amount ? centsOf(form.claim_amount) : null;
  const pet = pets.find(({ pet_id }) => pet_id === form.pet_id);
  const policy = policies.find(({ policy_id }) => policy_id === form.policy_id);
  return (
    <Card aria-label="Summary" className="flex flex-col gap-5 p-6 lg:sticky lg:top-24">
      <div className="flex items-center gap-4">
        <PetAvatar
          id={pet?.pet_id ?? "nobody"}
          species={pet?.species ?? null}
          breed={pet?.breed ?? null}
          color={pet?.color}
          className="size-20"
        />
        <div className="min-w-0">
          <p className="font-display font-semibold text-2xl leading-tight">
            {pet?.pet_name ?? "Your pet"}
          </p>
          <p className="text-muted-foreground">{policy ? termsOf(policy) : "No policy chosen"}</p>
        </div>
      </div>
      {form.is_emergency && (
        <Badge tone="coral">
          <Siren aria-hidden /> Emergency
        </Badge>
      )}
      <div className="border-t pt-4">
        <p className="text-muted-foreground">{plural(lines.length, "line")}, together</p>
        <output className="block font-display font-semibold text-5xl tabular-nums tracking-tight">
          {dollars(sum / 100)}
        </output>
        {stated !== null && stated !== sum && (
          <p className="mt-1 font-semibold text-warning">You claim {dollars(stated / 100)}.</p>
        )}
      </div>
      <Button type="submit" variant="coral" size="lg" aria-disabled={sending !== undefined}>
        {sending ?? "Submit the claim"}
      </Button>
    </Card>
  );
}

const termsOf = (policy: Policy): string =>
  `${policy.plan_name}: pays ${policy.reimbursement_percentage}% after ${wholeDollars(policy.annual_deductible)}`;
