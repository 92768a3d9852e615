import {
  BadgeDollarSign,
  CircleCheck,
  FileText,
  Gauge,
  HandCoins,
  Hourglass,
  type LucideIcon,
  Receipt,
  Scale,
  ShieldCheck,
  UsersRound,
} from "lucide-react";
import type { Headline } from "@/features/insights/types";

type Named = {
  label: string;
  Icon: LucideIcon;
  /** Which direction is good news; neither where it depends. */
  good?: "up" | "down";
};

/** How each key figure is called, and whether more of it is better. */
export const FIGURES: Readonly<Record<Headline["figure"], Named>> = {
  total_claims: { label: "Claims", Icon: FileText },
  total_paid_amount: { label: "Paid out", Icon: HandCoins },
  earned_premium: { label: "Earned premium", Icon: BadgeDollarSign, good: "up" },
  loss_ratio: { label: "Loss ratio", Icon: Gauge, good: "down" },
  customers: { label: "Customers", Icon: UsersRound, good: "up" },
  active_policies: { label: "Policies in force", Icon: ShieldCheck, good: "up" },
  total_claim_amount: { label: "Claimed", Icon: Receipt },
  average_claim_amount: { label: "Average claim", Icon: Scale },
  approval_rate: { label: "Approval rate", Icon: CircleCheck },
  average_processing_days: { label: "Days to decide", Icon: Hourglass, good: "down" },
};

/** Those of the first row, in their order; the others follow in theirs. */
export const FIRST: readonly Headline["figure"][] = [
  "total_claims",
  "total_paid_amount",
  "earned_premium",
  "loss_ratio",
];
export const OTHERS = (Object.keys(FIGURES) as Headline["figure"][]).filter(
  (figure) => !FIRST.includes(figure),
);

/** What a change is: good or bad news, or none. */
export function newsOf(figure: Headline["figure"], change: number): "good" | "bad" | "none" {
  const { good } = FIGURES[figure];
  if (!good || change === 0) return "none";
  return change > 0 === (good === "up") ? "good" : "bad";
}
