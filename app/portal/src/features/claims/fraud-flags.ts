const TEXTS: Readonly<Record<string, string>> = {
  is_repeated_invoice: "Another claim carries the same invoice number.",
  is_early_claim: "More than $1,000 within 30 days of the first cover.",
  is_amount_outlier: "More than three times the average of its diagnosis.",
  is_claim_burst: "One of three claims of the pet within 30 days, above $1,500 in all.",
  is_provider_ring: "Provider out of network whose customers share invoices.",
};

/** What a sign of fraud says, in words. */
export const flagText = (flag: string): string => TEXTS[flag] ?? flag;
