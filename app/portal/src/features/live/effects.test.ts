import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { Notification } from "@/api/types";
import { outdatedBy } from "@/features/live/effects";

function message(
  kind: Notification["kind"],
  claim_id: string | null = null,
  data: Notification["data"] = {},
): Notification {
  return {
    cursor: "a1:1",
    id: 1,
    kind,
    created_at: "2026-11-03T09:15:08Z",
    title: "",
    body: "",
    claim_id,
    data,
    read: false,
  };
}

/** Which of some cached queries a message makes stale, by TanStack's own matching. */
async function stale(notification: Notification): Promise<string[]> {
  const client = new QueryClient();
  const ofClaim = (claim_id: string) => ({ params: { path: { claim_id } } });
  const keys = {
    list: ["get", "/api/claims", { params: { query: { page: 2 } } }],
    mine: ["get", "/api/claims/{claim_id}/journey", ofClaim("CLM-P-1")],
    other: ["get", "/api/claims/{claim_id}/journey", ofClaim("CLM-P-2")],
    pipeline: ["get", "/api/pipeline"],
    kpis: ["get", "/api/insights/kpis", {}],
    risk: ["get", "/api/insights/risk", { params: { query: { page: 1, page_size: 20 } } }],
    customer: [
      "get",
      "/api/insights/customers/{customer_id}",
      { params: { path: { customer_id: "DEMO-002" } } },
    ],
    session: ["session"],
  };
  for (const key of Object.values(keys)) client.setQueryData(key, {});
  for (const queryKey of outdatedBy(notification)) await client.invalidateQueries({ queryKey });
  return Object.entries(keys)
    .filter(([, key]) => client.getQueryState(key)?.isInvalidated)
    .map(([name]) => name);
}

describe("outdatedBy", () => {
  it("refreshes lists and the one claim that moved, on whatever page", async () => {
    expect(await stale(message("claim_in_silver", "CLM-P-1"))).toEqual(["list", "mine"]);
  });

  it("refreshes the pipeline while a run goes on", async () => {
    const built = { table: "petinsure_silver.fact_claims", layer: "silver" };
    expect(await stale(message("run_started"))).toEqual(["pipeline"]);
    expect(await stale(message("table_finished", null, built))).toEqual(["pipeline"]);
  });

  it("refreshes the insights on a table as soon as it has reached gold", async () => {
    const built = { table: "petinsure_gold.risk_scoring", layer: "gold" };
    const shown = ["pipeline", "risk", "customer"];
    expect(await stale(message("table_finished", null, built))).toEqual(shown);
  });

  it("refreshes everything that stands on tables once a run has ended", async () => {
    const all = ["list", "mine", "other", "pipeline", "kpis", "risk", "customer"];
    expect(await stale(message("run_finished"))).toEqual(all);
  });
});
