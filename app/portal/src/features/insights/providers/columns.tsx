import { Figure } from "@/features/insights/figure";
import { exactPercent, tenths } from "@/features/insights/format";
import { ProviderTierBadge } from "@/features/insights/providers/tier-badge";
import type { ProvidersSearch } from "@/features/insights/search";
import type { SortableColumn } from "@/features/insights/sortable-table";
import type { ProviderRow } from "@/features/insights/types";
import { dollars } from "@/format/money";
import { count } from "@/format/numbers";

export type ProviderSort = NonNullable<ProvidersSearch["sort"]>;

const figure = (row: ProviderRow, key: ProviderSort, show: (value: number) => string) => (
  <Figure
    name={`providers.${row.provider_id}.${key}`}
    value={row[key] as number | null}
    show={show}
  />
);

/** Columns of the list of providers; on narrow screens the less important ones give way. */
export const PROVIDER_COLUMNS: readonly SortableColumn<ProviderRow, ProviderSort>[] = [
  {
    header: "Provider",
    sort: "provider_name",
    first: "asc",
    cell: (row) => (
      <span className="block min-w-40">
        <span className="font-medium">{row.provider_name ?? row.provider_id}</span>
        <span className="block text-muted-foreground text-sm">
          {[row.provider_type, row.city].filter(Boolean).join(" · ")}
          {!row.is_in_network && " · out of network"}
        </span>
      </span>
    ),
  },
  {
    header: "Tier",
    className: "hidden sm:table-cell",
    cell: ({ provider_tier }) => <ProviderTierBadge tier={provider_tier} />,
  },
  {
    header: "Claims",
    numeric: true,
    sort: "total_claims",
    className: "hidden md:table-cell",
    cell: (row) => figure(row, "total_claims", count),
  },
  {
    header: "Billed",
    numeric: true,
    sort: "total_billed_amount",
    className: "hidden sm:table-cell",
    cell: (row) => figure(row, "total_billed_amount", dollars),
  },
  ...(
    [
      ["Customers", "total_customers", count],
      ["Paid", "total_paid_amount", dollars],
      ["Average claim", "average_claim_amount", dollars],
    ] as const
  ).map(([header, sort, show]) => ({
    header,
    numeric: true,
    sort,
    // Shown while the rows are in its order only.
    className: "hidden",
    cell: (row: ProviderRow) => figure(row, sort, show),
  })),
  {
    header: "Against peers",
    numeric: true,
    sort: "cost_against_peers",
    className: "hidden lg:table-cell",
    cell: (row) => figure(row, "cost_against_peers", exactPercent),
  },
  {
    header: "Denied",
    numeric: true,
    sort: "denial_rate",
    className: "hidden xl:table-cell",
    cell: (row) => figure(row, "denial_rate", exactPercent),
  },
  {
    header: "Rating",
    numeric: true,
    sort: "average_rating",
    className: "hidden md:table-cell",
    cell: (row) => figure(row, "average_rating", tenths),
  },
];

/** The same orders in words, for screens that have no room for the columns. */
export const PROVIDER_ORDERS = [
  { value: "total_billed_amount.desc", label: "Most billed first" },
  { value: "total_claims.desc", label: "Most claims first" },
  { value: "total_customers.desc", label: "Most customers first" },
  { value: "total_paid_amount.desc", label: "Most paid first" },
  { value: "average_claim_amount.desc", label: "Dearest claims first" },
  { value: "cost_against_peers.desc", label: "Dearest against peers first" },
  { value: "denial_rate.desc", label: "Most often denied first" },
  { value: "average_rating.desc", label: "Best rated first" },
  { value: "provider_name.asc", label: "By name" },
] as const;
