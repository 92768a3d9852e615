import { useQueryClient } from "@tanstack/react-query";
import { $api } from "@/api/client";

/** Sends a decision; whatever the server answers, what it changed is asked for anew. */
export function useDecide(claimId: string) {
  const client = useQueryClient();
  return $api.useMutation("post", "/api/claims/{claim_id}/decision", {
    onSettled: () => {
      const ofClaim = { params: { path: { claim_id: claimId } } };
      for (const queryKey of [
        ["get", "/api/decisions/queue"],
        ["get", "/api/decisions/{claim_id}/proposal"],
        ["get", "/api/claims"],
        ["get", "/api/claims/{claim_id}", ofClaim],
        ["get", "/api/claims/{claim_id}/journey", ofClaim],
      ]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}

export type Deciding = ReturnType<typeof useDecide>;
