import {
  CircleStop,
  Database,
  FileJson2,
  Gavel,
  type LucideIcon,
  Play,
  Radio,
  Table2,
} from "lucide-react";
import type { Notification } from "@/api/types";
import type { Tone } from "@/components/ui/badge";

/** What each kind of notification looks like. */
export const KINDS: Readonly<Record<Notification["kind"], { Icon: LucideIcon; tone: Tone }>> = {
  claim_landed: { Icon: FileJson2, tone: "raw" },
  claim_in_bronze: { Icon: Database, tone: "bronze" },
  claim_in_silver: { Icon: Database, tone: "silver" },
  claim_in_gold: { Icon: Database, tone: "gold" },
  claim_decided: { Icon: Gavel, tone: "coral" },
  run_started: { Icon: Play, tone: "info" },
  table_finished: { Icon: Table2, tone: "neutral" },
  run_finished: { Icon: Database, tone: "good" },
  run_stopped: { Icon: CircleStop, tone: "destructive" },
  live_changed: { Icon: Radio, tone: "info" },
};
