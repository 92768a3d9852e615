import type { QueryKey } from "@tanstack/react-query";

/** Where each gold table's numbers are shown: addresses under /api/insights. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  claims_analytics: ["kpis", "claims", "customers/{customer_id}"],
  customer_360_view: ["kpis", "customers", "customers/{customer_id}"],
  monthly_kpis: ["kpis"],
  risk_scoring: ["risk", "customers/{customer_id}"],
  cross_sell_recommendations: ["cross-sell", "customers/{customer_id}"],
  provider_performance: ["providers"],
};

const keyOf = (place: string): QueryKey => ["get", `/api/insights/${place}`];

/** Every insight. */
export const INSIGHTS: readonly QueryKey[] = [...new Set(Object.values(SHOWN).flat())].map(keyOf);

/** The insights that a new version of a table outdates, such as "petinsure_gold.risk_scoring". */
export function insightsOn(table: unknown): readonly QueryKey[] {
  const [database, name] = String(table).split(".");
  return database === "petinsure_gold" ? (SHOWN[name ?? ""] ?? []).map(keyOf) : [];
}
