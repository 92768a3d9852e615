import type { Column } from "@/components/data-table";
import { Money } from "@/components/money";
import { StatusBadge } from "@/features/claims/status-badge";
import { FraudSigns } from "@/features/insights/fraud-signs";
import type { ClaimRow } from "@/features/insights/types";
import { day } from "@/format/dates";

export const TREATED: Column<ClaimRow> = {
  header: "Treated",
  className: "hidden whitespace-nowrap sm:table-cell",
  cell: ({ service_date }) => service_date && day(service_date),
};

export const CLAIM: Column<ClaimRow> = {
  header: "Claim",
  cell: (claim) => (
    <span className="block min-w-40">
      <span className="font-medium">
        {[claim.pet_name, claim.claim_category].filter(Boolean).join(": ")}
      </span>
      <span className="block text-muted-foreground text-sm">
        {claim.claim_number ?? claim.claim_id}
        <span className="sm:hidden">{claim.service_date && ` · ${day(claim.service_date)}`}</span>
      </span>
    </span>
  ),
};

export const STATUS: Column<ClaimRow> = {
  header: "Status",
  className: "hidden md:table-cell",
  cell: ({ status }) => status && <StatusBadge status={status} />,
};

export const SIGNS_SHOWN: Column<ClaimRow> = {
  header: "Signs of fraud",
  cell: (claim) => <FraudSigns claim={claim} />,
};

export const AMOUNT: Column<ClaimRow> = {
  header: "Amount",
  numeric: true,
  cell: ({ claim_amount }) => <Money amount={claim_amount} />,
};

export const PAID: Column<ClaimRow> = {
  header: "Paid",
  numeric: true,
  className: "hidden md:table-cell",
  cell: ({ paid_amount }) => <Money amount={paid_amount} />,
};
