import { Link } from "@tanstack/react-router";
import { Siren } from "lucide-react";
import type { OpenClaim } from "@/api/types";
import { Ago } from "@/components/ago";
import { Money } from "@/components/money";
import { Badge } from "@/components/ui/badge";
import { MarkBadge } from "@/features/decisions/mark-badge";
import { cn } from "@/lib/cn";

type OpenClaimRowProps = { claim: OpenClaim; page: number; isChosen: boolean };

/** One claim of the queue; the whole row puts it on the desk. */
export function OpenClaimRow({ claim, page, isChosen }: OpenClaimRowProps) {
  return (
    <li className={cn(isNew(claim) && "animate-rise")}>
      <Link
        to="/decisions"
        search={{ claim: claim.claim_id, page }}
        resetScroll={false}
        aria-current={isChosen}
        className={cn(
          "block border-l-4 px-4 py-3.5 transition-colors hover:bg-accent/50",
          isChosen ? "border-l-primary bg-accent" : "border-l-transparent",
        )}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="min-w-0 truncate font-semibold text-lg leading-snug">
            {claim.diagnosis ?? claim.diagnosis_code ?? "No diagnosis"}
          </span>
          <Money amount={claim.claim_amount} className="font-display font-semibold" />
        </span>
        <span className="flex justify-between gap-3 text-muted-foreground">
          <span className="truncate">
            {[claim.pet_name, claim.provider_name].filter(Boolean).join(" · ")}
          </span>
          {claim.landed_at && <Ago at={claim.landed_at} className="shrink-0" />}
        </span>
        <span className="mt-2 flex flex-wrap gap-2">
          <MarkBadge claim={claim} />
          {claim.is_emergency && (
            <Badge tone="coral">
              <Siren aria-hidden /> Emergency
            </Badge>
          )}
        </span>
      </Link>
    </li>
  );
}

/** Landed within the last seconds, in milliseconds: such a claim slides in. */
const NEW = 10_000;

const isNew = ({ landed_at }: OpenClaim): boolean =>
  landed_at !== null && Date.now() - Date.parse(landed_at) < NEW;
