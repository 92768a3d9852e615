import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api } from "@/api/client";
import { RETRIED, RequestKey } from "@/api/idempotency";
import { asProblem, type Problem } from "@/api/problem";
import type { Receipt } from "@/api/types";
import { type ClaimForm, draftOf } from "@/features/submit/claim-form";

/** A claim that is in the lake, and how long it took from the click, in milliseconds. */
export type Landed = { receipt: Receipt; took: number };

/** Sends a form; the same filling sent twice is one claim. */
export function useSubmit(onRefused: (problem: Problem) => void) {
  const client = useQueryClient();
  const [key] = useState(() => new RequestKey());
  const [landed, setLanded] = useState<Landed | null>(null);
  const sending = $api.useMutation("post", "/api/claims", RETRIED);

  const submit = (form: ClaimForm): void => {
    if (sending.isPending) return;
    const body = draftOf(form);
    const began = performance.now();
    sending.mutate(
      { body, params: { header: { "Idempotency-Key": key.for(body) } } },
      {
        onSuccess: (receipt) => {
          key.renew();
          setLanded({ receipt, took: performance.now() - began });
          void client.invalidateQueries({ queryKey: ["get", "/api/claims"] });
        },
        onError: (error) => onRefused(asProblem(error)),
      },
    );
  };

  const again = (): void => {
    setLanded(null);
    sending.reset();
  };

  return { submit, again, landed, sending };
}
