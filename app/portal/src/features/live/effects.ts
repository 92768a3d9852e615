import type { QueryKey } from "@tanstack/react-query";
import type { Notification } from "@/api/types";
import { INSIGHTS, insightsOn } from "@/features/insights/outdated";

const CLAIM_LISTS: readonly QueryKey[] = [
  ["get", "/api/claims"],
  ["get", "/api/decisions/queue"],
  // What one decision uses up of a policy is not left for the next.
  ["get", "/api/decisions/{claim_id}/proposal"],
];

/** The queries whose answers are no longer right after a message. */
export function outdatedBy({ kind, claim_id, data }: Notification): readonly QueryKey[] {
  if (claim_id !== null) {
    return [
      ...CLAIM_LISTS,
      ["get", "/api/claims/{claim_id}", { params: { path: { claim_id } } }],
      ["get", "/api/claims/{claim_id}/journey", { params: { path: { claim_id } } }],
    ];
  }
  const pipeline: QueryKey = ["get", "/api/pipeline"];
  if (kind === "table_finished") return [pipeline, ...insightsOn(data.table)];
  if (kind !== "run_finished") return [pipeline];
  return [
    pipeline,
    ...CLAIM_LISTS,
    ["get", "/api/pets"],
    ["get", "/api/policies"],
    ["get", "/api/claims/{claim_id}"],
    ["get", "/api/claims/{claim_id}/journey"],
    ...INSIGHTS,
  ];
}
