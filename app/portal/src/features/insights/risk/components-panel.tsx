import { BarList } from "@/features/insights/charts/bar-list";
import { Figure } from "@/features/insights/figure";
import { exact } from "@/features/insights/format";
import { Panel } from "@/features/insights/panel";
import { COMPONENTS } from "@/features/insights/risk/components";
import type { Risk } from "@/features/insights/types";

/** What the scores are made of, on average. */
export function ComponentsPanel({ risk }: { risk: Risk }) {
  const names = new Map(COMPONENTS.map((each) => [each.key, each]));
  return (
    <Panel
      title="What the score is made of"
      lead="Average points of all customers; a full bar is the most a component can add."
      sources={risk.sources}
      parts={["components"]}
    >
      <BarList
        label="Components of the score"
        full={100}
        bars={risk.components.map(({ component, average_points, most_points, meaning }) => ({
          name: component,
          label: names.get(component)?.name,
          size: (100 * average_points) / most_points,
          colour: names.get(component)?.colour ?? "var(--chart-1)",
          value: (
            <>
              <Figure name={`risk.components.${component}`} value={average_points} show={exact} />
              <span className="font-normal text-muted-foreground"> of {exact(most_points)}</span>
            </>
          ),
          note: meaning,
        }))}
      />
    </Panel>
  );
}
