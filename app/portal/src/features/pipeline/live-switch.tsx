import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";

type LiveSwitchProps = { on: boolean; disabled: boolean; onChange: (on: boolean) => void };

/** Live mode, on or off. */
export function LiveSwitch({ on, disabled, onChange }: LiveSwitchProps) {
  return (
    <Card className="flex items-center justify-between gap-6 p-6">
      <label htmlFor="live-mode" className="flex flex-col gap-1">
        <span className="font-semibold text-lg">Live mode</span>
        <span className="text-muted-foreground">
          New files flow on to gold within seconds, until you switch it off.
        </span>
      </label>
      <Switch id="live-mode" checked={on} disabled={disabled} onCheckedChange={onChange} />
    </Card>
  );
}
