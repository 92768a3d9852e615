import type { Pipeline } from "@/api/types";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";

type LiveSwitchProps = {
  pipeline: Pipeline;
  isPending: boolean;
  onChange: (on: boolean) => void;
};

/** Live mode, on or off. */
export function LiveSwitch({ pipeline, isPending, onChange }: LiveSwitchProps) {
  const { state, ours, by } = pipeline;
  const isForeign = state === "live" && !ours;
  return (
    <Card className="flex items-center justify-between gap-6 p-5">
      <label htmlFor="live-mode" className="flex flex-col gap-1">
        <span className="font-semibold text-lg">Live mode</span>
        <span className="text-muted-foreground">
          {isForeign
            ? `Started outside the portal, by ${by ?? "somebody"}; it ends there.`
            : "New files flow on to gold within seconds, until you switch it off."}
        </span>
      </label>
      <Switch
        id="live-mode"
        checked={state === "live"}
        disabled={state === "running" || isPending || isForeign}
        onCheckedChange={onChange}
      />
    </Card>
  );
}
