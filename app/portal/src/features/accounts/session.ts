import { queryOptions } from "@tanstack/react-query";
import { useRouteContext } from "@tanstack/react-router";
import { api } from "@/api/client";
import { asProblem } from "@/api/problem";
import { queryClient } from "@/api/query-client";
import type { Me } from "@/api/types";

/** Who is signed in; null for nobody. Asking renews a session that is half spent. */
export async function fetchSession(): Promise<Me | null> {
  try {
    const { data } = await api.GET("/api/accounts/me");
    return data ?? null;
  } catch (error) {
    if (asProblem(error).status === 401) return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: fetchSession,
  staleTime: 60_000,
});

/**
 * Who is signed in, on a page that only they can see. The page's own word, not the query's: a
 * session that ends under one's eyes leaves the page as it is until the sign-in has come up.
 */
export function useMe(): Me {
  return useRouteContext({ from: "/signed-in" }).me;
}

/** Start afresh as somebody: nothing of another's stays in memory. */
export function beginSession(me: Me): void {
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, me);
}
