import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Claim, Pet } from "@/api/types";
import { Money } from "@/components/money";
import { isOpen } from "@/features/claims/queries";
import { StageBadge } from "@/features/claims/stage-badge";
import { StatusBadge } from "@/features/claims/status-badge";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { day } from "@/format/dates";
import { cn } from "@/lib/cn";

type ClaimRowProps = {
  claim: Claim;
  /** The claim's pet, where the reader knows it. */
  pet: Pet | undefined;
  className?: string;
  /** More of the claim, below its line. */
  children?: ReactNode;
};

/** One claim of a list; the whole row leads to it. */
export function ClaimRow({ claim, pet, className, children }: ClaimRowProps) {
  const where = claim.provider_name ?? claim.provider_id;
  return (
    <li className={cn("@container", className)}>
      <Link
        to="/claims/$claimId"
        params={{ claimId: claim.claim_id }}
        className="group flex items-center gap-4 px-4 py-4 transition-colors hover:bg-accent/50 lg:px-5"
      >
        <PetAvatar
          id={claim.pet_id ?? claim.claim_id}
          species={pet?.species ?? null}
          breed={pet?.breed ?? null}
          color={pet?.color}
          className="size-12 lg:size-14"
        />
        <span className="grid grid-cols-1 min-w-0 flex-1 gap-x-6 gap-y-1.5 @4xl:grid-cols-[minmax(0,1fr)_auto] @4xl:items-center">
          <span className="min-w-0">
            <span className="block truncate font-semibold text-lg leading-snug">
              {claim.diagnosis ?? claim.diagnosis_code}
            </span>
            <span className="block truncate text-muted-foreground">
              {[claim.pet_name, claim.service_date && day(claim.service_date), where]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-2 @4xl:justify-end">
            {isOpen(claim) && <StageBadge claim={claim} />}
            <StatusBadge status={claim.status} />
            <Money
              amount={claim.claim_amount}
              className="ml-auto min-w-24 text-right font-display font-semibold text-lg @4xl:ml-0"
            />
          </span>
        </span>
        <ChevronRight
          aria-hidden
          className="size-5 shrink-0 text-muted-foreground transition-transform group-hover:translate-x-0.5"
        />
      </Link>
      {children}
    </li>
  );
}
