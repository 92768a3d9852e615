import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { RETRIED, RequestKey } from "@/api/idempotency";
import { asProblem } from "@/api/problem";
import type { Receipt } from "@/api/types";

/** A record that is in the lake, and how long it took from the click, in milliseconds. */
export type Landed = { receipt: Receipt; took: number };

type LandingOptions<Body> = {
  /** Sends the body under an `Idempotency-Key`. */
  send: (body: Body, key: string) => Promise<{ data?: Receipt }>;
  /** Queries whose answers are no longer right once it has landed. */
  outdates: readonly QueryKey[];
};

/** Hands something in; the same content sent twice is one record in the lake. */
export function useLanding<Body>({ send, outdates }: LandingOptions<Body>) {
  const client = useQueryClient();
  const [key] = useState(() => new RequestKey());
  const [landed, setLanded] = useState<Landed | null>(null);
  const sending = useMutation({
    ...RETRIED,
    mutationFn: ({ body, name }: { body: Body; name: string }) => send(body, name),
  });

  const submit = (body: Body): void => {
    if (sending.isPending) return;
    const began = performance.now();
    sending.mutate(
      { body, name: key.for(body) },
      {
        onSuccess: ({ data }) => {
          key.renew();
          if (data) setLanded({ receipt: data, took: performance.now() - began });
          for (const queryKey of outdates) void client.invalidateQueries({ queryKey });
        },
      },
    );
  };

  const problem = useMemo(
    () => (sending.error ? asProblem(sending.error) : undefined),
    [sending.error],
  );

  /** Back to an empty form. */
  const again = (): void => {
    setLanded(null);
    sending.reset();
  };

  return {
    submit,
    again,
    landed,
    /** Why it was not taken; another try makes another problem. */
    problem,
    /** What the button says while it is on its way. */
    word: sending.isPending ? wordOf(sending.failureCount) : undefined,
    forget: sending.reset,
  };
}

const wordOf = (failures: number): string => (failures > 0 ? "Trying again" : "Storing");
