import { Segmented } from "@/features/insights/segmented";
import type { Tier } from "@/features/insights/types";
import { count } from "@/format/numbers";

type TierFilterProps = {
  tiers: readonly { tier: Tier; customers: number }[];
  value: Tier | undefined;
  onChange: (tier: Tier | undefined) => void;
};

const TIERS: readonly Tier[] = ["Platinum", "Gold", "Silver", "Bronze"];

/** The tiers with how many the search finds in each. */
export function TierFilter({ tiers, value, onChange }: TierFilterProps) {
  const found = new Map(tiers.map(({ tier, customers }) => [tier, customers]));
  const all = tiers.reduce((sum, { customers }) => sum + customers, 0);
  const options = [
    { value: "All" as const, label: "All", customers: all },
    ...TIERS.map((tier) => ({ value: tier, label: tier, customers: found.get(tier) ?? 0 })),
  ];
  return (
    <Segmented
      label="Tier"
      value={value ?? "All"}
      options={options.map(({ value: tier, label, customers }) => ({
        value: tier,
        label: (
          <>
            {label}{" "}
            <data
              value={customers}
              data-testid={`customers.tiers.${tier}`}
              data-value={customers}
              className="font-normal tabular-nums"
            >
              {count(customers)}
            </data>
          </>
        ),
      }))}
      onChange={(tier) => onChange(tier === "All" ? undefined : tier)}
    />
  );
}
