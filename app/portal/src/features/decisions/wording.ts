import type { Decision, Proposal } from "@/api/types";

type Finding = Proposal["findings"][number];

/** What each decision is called. */
export const VERBS: Readonly<Record<Decision["decision"], string>> = {
  approve: "Approve",
  partly: "Approve a part",
  deny: "Deny",
};

/** A finding's name in words: "waiting_period_over" is "Waiting period over". */
export function nameOf(name: string): string {
  const words = name.replace(/^is_/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const RANK = (ok: boolean | null): number => (ok === false ? 0 : ok === null ? 1 : 2);

/** Objections, then what nobody knows yet, then what is in order; each in its order. */
export const objectionsFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((one, other) => RANK(one.ok) - RANK(other.ok));
