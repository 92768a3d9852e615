import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/client";
import type { Claim } from "@/api/types";

const PAGE_SIZE = 100;
const STATUSES = ["Approved", "Partially Approved"] as const;

/** Every claim of the customer that we pay, however many pages that takes. */
export const settledQuery = queryOptions({
  queryKey: ["get", "/api/claims", "settled"],
  queryFn: async ({ signal }) => (await Promise.all(STATUSES.map((s) => all(s, signal)))).flat(),
});

async function all(status: string, signal: AbortSignal): Promise<Claim[]> {
  const found: Claim[] = [];
  for (let page = 1; ; page += 1) {
    const query = { status, page, page_size: PAGE_SIZE };
    const { data } = await api.GET("/api/claims", { params: { query }, signal });
    found.push(...(data?.items ?? []));
    if (!data || data.items.length === 0 || found.length >= data.total) return found;
  }
}
