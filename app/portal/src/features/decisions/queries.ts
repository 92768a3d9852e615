import { $api } from "@/api/client";
import type { OpenClaim } from "@/api/types";

export type Queue = { items: OpenClaim[]; total: number };

export const PAGE_SIZE = 6;

/** A claim may move on by a run that nobody here is told of: time refreshes what messages do not. */
const EVERY = 5_000;

/** One page of the claims that wait, the newest first. */
export const queueQuery = (page: number) => ({
  ...$api.queryOptions("get", "/api/decisions/queue", {
    params: { query: { page, page_size: PAGE_SIZE } },
  }),
  refetchInterval: EVERY,
});

/** What the plan would pay: of the whole claim, or of a part of its amount ("120.00"). */
export const proposalQuery = (claimId: string, part?: string) => ({
  ...$api.queryOptions("get", "/api/decisions/{claim_id}/proposal", {
    params: {
      path: { claim_id: claimId },
      query: part === undefined ? {} : { approved_amount: part },
    },
  }),
  refetchInterval: EVERY,
});
