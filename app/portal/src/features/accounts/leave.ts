import type { QueryClient } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import { sessionQuery } from "@/features/accounts/session";

/** Back to the sign-in as soon as any answer says that the session has ended. */
export function leaveWhenSignedOut(
  client: QueryClient,
  router: { invalidate: () => Promise<void> },
): void {
  const leave = (error: unknown): void => {
    if (asProblem(error).status !== 401 || !client.getQueryData(sessionQuery.queryKey)) return;
    client.setQueryData(sessionQuery.queryKey, null);
    void router.invalidate();
  };
  client.getQueryCache().config.onError = leave;
  client.getMutationCache().config.onError = leave;
}
