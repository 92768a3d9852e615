import * as z from "zod";

/** Text of a filter, also where an address has it bare and it looks like a number. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);
const page = z.number().int().min(1).max(100_000).optional().catch(undefined);
const direction = z.enum(["asc", "desc"]).optional().catch(undefined);

/** What each area is narrowed to; it stands in the address, to be shared and to survive a reload. */
export const kpisSearch = z.object({
  months: z
    .union([z.literal(12), z.literal(24), z.literal("all")])
    .optional()
    .catch(undefined),
});

export const customersSearch = z.object({
  page,
  search: text,
  tier: z.enum(["Platinum", "Gold", "Silver", "Bronze"]).optional().catch(undefined),
  sort: z
    .enum([
      "full_name",
      "customer_since",
      "annual_premium",
      "total_claims",
      "total_claim_amount",
      "total_paid_amount",
      "loss_ratio",
      "risk_score",
      "days_until_renewal",
    ])
    .optional()
    .catch(undefined),
  direction,
});

export const claimsSearch = z.object({
  page,
  measure: z.enum(["claims", "claim_amount", "paid_amount"]).optional().catch(undefined),
});

export const riskSearch = z.object({
  page,
  category: z.enum(["Low", "Medium", "High", "Critical"]).optional().catch(undefined),
});

export const crossSellSearch = z.object({
  page,
  opportunity: z
    .enum(["New policy", "Win back", "Plan upgrade", "Wellness cover"])
    .optional()
    .catch(undefined),
  priority: z.enum(["High", "Medium", "Low"]).optional().catch(undefined),
});

export const providersSearch = z.object({
  page,
  search: text,
  tier: z.enum(["Preferred", "Standard", "Watch", "Unrated"]).optional().catch(undefined),
  network: z.enum(["in", "out"]).optional().catch(undefined),
  sort: z
    .enum([
      "provider_name",
      "total_claims",
      "total_customers",
      "total_billed_amount",
      "total_paid_amount",
      "average_claim_amount",
      "cost_against_peers",
      "denial_rate",
      "average_rating",
    ])
    .optional()
    .catch(undefined),
  direction,
});

export type CustomersSearch = z.infer<typeof customersSearch>;
export type ClaimsSearch = z.infer<typeof claimsSearch>;
export type RiskSearch = z.infer<typeof riskSearch>;
export type CrossSellSearch = z.infer<typeof crossSellSearch>;
export type ProvidersSearch = z.infer<typeof providersSearch>;
