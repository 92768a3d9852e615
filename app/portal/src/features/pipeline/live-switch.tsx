import type { Pipeline } from "@/api/types";
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
    <div className="flex items-center justify-between gap-6 px-5 py-4">
      <label htmlFor="live-mode" className="min-w-0">
        <span className="block font-semibold text-lg leading-snug">Live mode</span>
        <span className="block text-muted-foreground">
          {isForeign
            ? `Started outside the portal, by ${by ?? "somebody"}; it ends there.`
            : "New files flow on to gold within seconds."}
        </span>
      </label>
      <Switch
        id="live-mode"
        checked={state === "live"}
        disabled={state === "running" || isPending || isForeign}
        onCheckedChange={onChange}
      />
    </div>
  );
}
