import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/client";
import type { Claim } from "@/api/types";
import { OPEN_STATUSES, PAID_STATUSES } from "@/features/claims/queries";

const PAGE_SIZE = 100;

/** Every claim of the customer that we pay, however many pages that takes. */
export const settledQuery = queryOptions({
  queryKey: ["get", "/api/claims", "settled"],
  queryFn: async ({ signal }) =>
    (await Promise.all(PAID_STATUSES.map((each) => all(each, signal)))).flat(),
});

/** How many claims of the customer wait for their decision. */
export const openCountQuery = queryOptions({
  queryKey: ["get", "/api/claims", "open"],
  queryFn: async ({ signal }) => {
    const pages = await Promise.all(OPEN_STATUSES.map((status) => page(status, 1, 1, signal)));
    return pages.reduce((sum, each) => sum + (each?.total ?? 0), 0);
  },
});

async function all(status: string, signal: AbortSignal): Promise<Claim[]> {
  const found: Claim[] = [];
  for (let number = 1; ; number += 1) {
    const next = await page(status, number, PAGE_SIZE, signal);
    found.push(...(next?.items ?? []));
    if (!next?.items.length || found.length >= next.total) return found;
  }
}

async function page(status: string, number: number, size: number, signal: AbortSignal) {
  const query = { status, page: number, page_size: size };
  return (await api.GET("/api/claims", { params: { query }, signal })).data;
}
