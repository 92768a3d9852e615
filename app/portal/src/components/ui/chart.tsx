import type { ComponentProps, ReactElement } from "react";
import { ResponsiveContainer, Tooltip } from "recharts";

type ChartContainerProps = { children: ReactElement };

/** A Recharts chart that fills its frame and takes its text from the theme. */
export function ChartContainer({ children }: ChartContainerProps) {
  return (
    <div
      aria-hidden
      className="size-full text-sm [&_.recharts-cartesian-axis-tick_text]:fill-muted-foreground [&_.recharts-cartesian-grid_line]:stroke-border [&_.recharts-surface]:outline-none"
    >
      <ResponsiveContainer width="100%" height="100%">
        {children}
      </ResponsiveContainer>
    </div>
  );
}

const BOX = {
  background: "var(--popover)",
  color: "var(--popover-foreground)",
  border: "1px solid var(--border)",
  borderRadius: "var(--radius)",
  boxShadow: "var(--shadow)",
};

const PLAIN = { color: "var(--popover-foreground)" };

/** The box under the pointer; give it a `formatter` for units. */
export function ChartTooltip(props: ComponentProps<typeof Tooltip>) {
  return (
    <Tooltip
      cursor={{ fill: "var(--muted)", opacity: 0.5 }}
      contentStyle={BOX}
      labelStyle={{ fontWeight: 600 }}
      itemStyle={PLAIN}
      {...props}
    />
  );
}
