import type { ComponentRisk } from "@/features/insights/types";

type Component = ComponentRisk["component"];

/** The components of a risk score: names and colours, in their order. */
export const COMPONENTS: readonly { key: Component; name: string; colour: string }[] = [
  { key: "frequency_points", name: "Frequent claims", colour: "var(--chart-1)" },
  { key: "loss_points", name: "Loss ratio", colour: "var(--chart-2)" },
  { key: "health_points", name: "Age and health", colour: "var(--chart-4)" },
  { key: "emergency_points", name: "Emergencies", colour: "var(--chart-3)" },
  { key: "denial_points", name: "Denied claims", colour: "var(--chart-5)" },
];
