import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";

/** Milliseconds before the next try: 0.5 s, 1 s, 2 s … at most 8 s. */
const pause = (attempt: number): number => Math.min(500 * 2 ** attempt, 8_000);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The server may be this very machine: being offline says nothing about it.
      networkMode: "always",
      staleTime: 15_000,
      retry: (failures, error) => {
        const { isPassing, isEmptyLake } = asProblem(error);
        return isPassing && !isEmptyLake && failures < 3;
      },
      retryDelay: pause,
      // A page that could not load mends itself once the server is back.
      refetchInterval: (query) =>
        query.state.error && asProblem(query.state.error).isPassing ? 5_000 : false,
    },
    mutations: { networkMode: "always", retry: false },
  },
});
