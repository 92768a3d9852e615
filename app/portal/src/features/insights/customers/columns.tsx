import { Money } from "@/components/money";
import { CustomerLink } from "@/features/insights/customers/customer-link";
import { TierBadge } from "@/features/insights/customers/tier-badge";
import { Figure } from "@/features/insights/figure";
import { exactPercent, tenths } from "@/features/insights/format";
import type { CustomersSearch } from "@/features/insights/search";
import type { SortableColumn } from "@/features/insights/sortable-table";
import type { CustomerRow } from "@/features/insights/types";
import { day } from "@/format/dates";
import { dollars } from "@/format/money";
import { count } from "@/format/numbers";

export type CustomerSort = NonNullable<CustomersSearch["sort"]>;

const figure = (row: CustomerRow, key: keyof CustomerRow, show: (value: number) => string) => (
  <Figure
    name={`customers.${row.customer_id}.${key}`}
    value={row[key] as number | null}
    show={show}
  />
);

/** Columns of the list of customers; on narrow screens the less important ones give way. */
export const customerColumns = (
  search: CustomersSearch,
): readonly SortableColumn<CustomerRow, CustomerSort>[] => [
  {
    header: "Customer",
    sort: "full_name",
    first: "asc",
    cell: (row) => (
      <CustomerLink
        id={row.customer_id}
        name={row.full_name}
        note={[row.customer_id, row.city].filter(Boolean).join(" · ")}
        search={search}
      />
    ),
  },
  {
    header: "Tier",
    className: "hidden sm:table-cell",
    cell: (row) => <TierBadge tier={row.customer_value_tier} />,
  },
  {
    header: "Premium a year",
    numeric: true,
    sort: "annual_premium",
    className: "hidden sm:table-cell",
    cell: (row) => figure(row, "annual_premium", dollars),
  },
  {
    header: "Claims",
    numeric: true,
    sort: "total_claims",
    className: "hidden md:table-cell",
    cell: (row) => figure(row, "total_claims", count),
  },
  {
    header: "Paid out",
    numeric: true,
    sort: "total_paid_amount",
    className: "hidden md:table-cell",
    cell: (row) => <Money amount={row.total_paid_amount} />,
  },
  {
    header: "Loss ratio",
    numeric: true,
    sort: "loss_ratio",
    className: "hidden lg:table-cell",
    cell: (row) => figure(row, "loss_ratio", exactPercent),
  },
  {
    header: "Risk",
    numeric: true,
    sort: "risk_score",
    className: "hidden sm:table-cell",
    cell: (row) => figure(row, "risk_score", tenths),
  },
  {
    header: "Since",
    numeric: true,
    sort: "customer_since",
    className: "hidden",
    cell: ({ customer_since }) =>
      customer_since ? <span className="whitespace-nowrap">{day(customer_since)}</span> : "–",
  },
  {
    header: "Renewal",
    numeric: true,
    sort: "days_until_renewal",
    first: "asc",
    className: "hidden xl:table-cell",
    cell: ({ days_until_renewal: days }) => (days === null ? "–" : `${count(days)} days`),
  },
];

/** The same orders in words, for screens that have no room for the columns. */
export const CUSTOMER_ORDERS = [
  { value: "annual_premium.desc", label: "Highest premium first" },
  { value: "total_claims.desc", label: "Most claims first" },
  { value: "total_paid_amount.desc", label: "Most paid out first" },
  { value: "loss_ratio.desc", label: "Highest loss ratio first" },
  { value: "risk_score.desc", label: "Riskiest first" },
  { value: "days_until_renewal.asc", label: "Renewal soonest first" },
  { value: "customer_since.desc", label: "Newest customers first" },
  { value: "full_name.asc", label: "By name" },
] as const;
