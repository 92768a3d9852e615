import { BarList } from "@/features/insights/charts/bar-list";
import { MEASURES, type Measure } from "@/features/insights/claims/measures";
import { Figure } from "@/features/insights/figure";
import { exactPercent } from "@/features/insights/format";
import { Panel } from "@/features/insights/panel";
import type { ClaimGroup, Claims } from "@/features/insights/types";
import { dollars } from "@/format/money";

type BreakdownProps = {
  title: string;
  claims: Claims;
  part: "by_type" | "by_category" | "by_status" | "by_size_band";
  groups: readonly ClaimGroup[];
  measure: Measure;
  colour?: string;
  className?: string;
  listClassName?: string;
  /** Where the rate says nothing, as by status. */
  withoutRate?: boolean;
};

/** Claims by what they have in common. */
export function Breakdown(props: BreakdownProps) {
  const { title, claims, part, groups, measure, colour, className, listClassName } = props;
  const { show } = MEASURES[measure];
  return (
    <Panel title={title} sources={claims.sources} parts={[part]} {...(className && { className })}>
      <BarList
        label={title}
        {...(listClassName && { className: listClassName })}
        bars={groups.map((group) => ({
          name: group.name,
          size: group[measure],
          ...(colour && { colour }),
          value: (
            <Figure
              name={`claims.${part}.${group.name}.${measure}`}
              value={group[measure]}
              show={show}
            />
          ),
          note: noteOf(group, props.withoutRate ?? false),
        }))}
      />
    </Panel>
  );
}

function noteOf({ average_claim_amount, approval_rate }: ClaimGroup, withoutRate: boolean) {
  const average = average_claim_amount !== null && `${dollars(average_claim_amount)} on average`;
  const rate = !withoutRate && approval_rate !== null && `${exactPercent(approval_rate)} approved`;
  return [average, rate].filter(Boolean).join(", ");
}
