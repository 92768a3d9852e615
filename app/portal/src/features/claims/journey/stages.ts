import { Coins, FileJson2, Layers, type LucideIcon, SearchCheck } from "lucide-react";
import type { Journey, Stage } from "@/api/types";

type StageLook = {
  stage: Stage;
  name: string;
  /** What happens there, in a few words. */
  what: string;
  Icon: LucideIcon;
  disc: string;
  text: string;
};

/** The four layers of the lake in the order of the journey. */
export const STAGES: readonly StageLook[] = [
  {
    stage: "raw",
    name: "Raw",
    what: "The file, as it was handed in",
    Icon: FileJson2,
    disc: "border-raw bg-raw-soft text-raw",
    text: "text-raw",
  },
  {
    stage: "bronze",
    name: "Bronze",
    what: "Taken in, unchanged",
    Icon: Layers,
    disc: "border-bronze bg-bronze-soft text-bronze",
    text: "text-bronze",
  },
  {
    stage: "silver",
    name: "Silver",
    what: "Checked and scored",
    Icon: SearchCheck,
    disc: "border-silver bg-silver-soft text-silver",
    text: "text-silver",
  },
  {
    stage: "gold",
    name: "Gold",
    what: "Counted in every figure",
    Icon: Coins,
    disc: "border-gold bg-gold-soft text-gold",
    text: "text-gold",
  },
];

export type Progress = "reached" | "stopped" | "next" | "ahead";

const ORDER: readonly Stage[] = STAGES.map(({ stage }) => stage);

/** How a journey stands at a layer; `next` is the layer that is waited for. */
export function progressAt(journey: Pick<Journey, "reached" | "stops_at">, stage: Stage): Progress {
  const at = ORDER.indexOf(stage);
  const reached = ORDER.indexOf(journey.reached);
  if (journey.stops_at === stage) return "stopped";
  if (at <= reached) return "reached";
  return at === reached + 1 && journey.stops_at === null ? "next" : "ahead";
}
