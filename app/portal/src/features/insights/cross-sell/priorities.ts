import type { Tone } from "@/components/ui/badge";
import type { Opportunity } from "@/features/insights/types";

/** Tone of an offer's priority. */
export const PRIORITY_TONES: Readonly<Record<Opportunity["priority"], Tone>> = {
  High: "coral",
  Medium: "info",
  Low: "neutral",
};
