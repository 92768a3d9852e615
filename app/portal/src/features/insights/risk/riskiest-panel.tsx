import type { Column } from "@/components/data-table";
import { Pagination } from "@/components/pagination";
import { Legend } from "@/features/insights/charts/legend";
import { CustomerLink } from "@/features/insights/customers/customer-link";
import { Figure } from "@/features/insights/figure";
import { exact, exactPercent, tenths } from "@/features/insights/format";
import { Panel } from "@/features/insights/panel";
import { CategoryBadge } from "@/features/insights/risk/category-badge";
import { COMPONENTS } from "@/features/insights/risk/components";
import { ScoreBar } from "@/features/insights/risk/score-bar";
import { Segmented } from "@/features/insights/segmented";
import { SortableTable } from "@/features/insights/sortable-table";
import type { Risk, RiskCategory, RiskRow } from "@/features/insights/types";

const OPTIONS = (["All", "Critical", "High", "Medium", "Low"] as const).map((value) => ({
  value,
  label: value,
}));

const COLUMNS: readonly Column<RiskRow>[] = [
  {
    header: "Customer",
    cell: ({ customer_id, full_name }) => <CustomerLink id={customer_id} name={full_name} />,
  },
  {
    header: "Score",
    numeric: true,
    cell: ({ customer_id, risk_score }) => (
      <Figure
        name={`risk.${customer_id}.risk_score`}
        value={risk_score}
        show={tenths}
        className="font-semibold text-lg"
      />
    ),
  },
  {
    header: "Made of",
    className: "hidden w-1/4 md:table-cell",
    cell: (row) => <ScoreBar row={row} />,
  },
  {
    header: "Category",
    className: "hidden sm:table-cell",
    cell: ({ risk_category }) => <CategoryBadge category={risk_category} />,
  },
  {
    header: "Claims a year",
    numeric: true,
    className: "hidden lg:table-cell",
    cell: ({ claims_per_year }) => (claims_per_year === null ? "–" : exact(claims_per_year)),
  },
  {
    header: "Loss ratio",
    numeric: true,
    cell: ({ loss_ratio }) => (loss_ratio === null ? "–" : exactPercent(loss_ratio)),
  },
];

type RiskiestPanelProps = {
  risk: Risk;
  category: RiskCategory | undefined;
  stale: boolean;
  onCategory: (category: RiskCategory | undefined) => void;
  onPage: (page: number) => void;
};

/** Customers by risk, the riskiest first. */
export function RiskiestPanel(props: RiskiestPanelProps) {
  const { risk, category, stale, onCategory, onPage } = props;
  const { items, page, page_size, total } = risk.customers;
  return (
    <Panel
      title="The riskiest customers"
      lead={<Legend entries={COMPONENTS} />}
      sources={risk.sources}
      parts={["customers", "customers.total"]}
      flush
    >
      <Segmented
        label="Category"
        className="mx-5 mb-3 max-w-[calc(100%-2.5rem)]"
        options={OPTIONS}
        value={category ?? "All"}
        onChange={(next) => onCategory(next === "All" ? undefined : next)}
      />
      <SortableTable
        label="The riskiest customers"
        columns={COLUMNS}
        rows={items}
        rowKey={({ customer_id }) => customer_id}
        stale={stale}
      />
      <div className="border-t" data-testid="risk.customers.total" data-value={total}>
        <Pagination page={page} pageSize={page_size} total={total} onPage={onPage} />
      </div>
    </Panel>
  );
}
