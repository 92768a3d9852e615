import { keepPreviousData } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { $api } from "@/api/client";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CUSTOMER_ORDERS, customerColumns } from "@/features/insights/customers/columns";
import { CustomersSkeleton } from "@/features/insights/customers/customers-skeleton";
import { TierFilter } from "@/features/insights/customers/tier-filter";
import { InsightView } from "@/features/insights/insight-view";
import { OrderChoice } from "@/features/insights/order-choice";
import type { CustomersSearch } from "@/features/insights/search";
import { SearchBox } from "@/features/insights/search-box";
import { SortableTable } from "@/features/insights/sortable-table";
import { HeaderSql } from "@/features/insights/sql/header-sql";

const PAGE_SIZE = 20;

/** Customers by name, e-mail address or id. */
export function CustomersPage() {
  const filter = useSearch({ from: "/signed-in/insights/customers" });
  const navigate = useNavigate({ from: "/insights/customers" });
  const { page = 1, search, tier, sort = "annual_premium", direction = "desc" } = filter;
  const query = $api.useQuery(
    "get",
    "/api/insights/customers",
    { params: { query: { page, page_size: PAGE_SIZE, search, tier, sort, direction } } },
    { placeholderData: keepPreviousData },
  );
  const change = useCallback(
    (next: CustomersSearch) =>
      void navigate({
        search: (before) => ({ ...before, page: undefined, ...next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const searchFor = useCallback((text?: string) => change({ search: text }), [change]);
  return (
    <>
      <PageHeader
        title="Customers"
        lead="Customer 360: everyone with their cover, claims and risk."
        actions={<HeaderSql query={query} title="Customers" parts={["items", "total", "tiers"]} />}
      />
      <search className="mb-4 grid gap-4 sm:grid-cols-[minmax(0,1fr)_16rem]">
        <SearchBox
          label="Search"
          placeholder="Name, e-mail address or id"
          value={search}
          onSearch={searchFor}
        />
        <OrderChoice
          orders={CUSTOMER_ORDERS}
          sort={sort}
          direction={direction}
          onSort={(by, way) => change({ sort: by, direction: way })}
        />
      </search>
      <InsightView query={query} skeleton={<CustomersSkeleton rows={PAGE_SIZE} />}>
        {({ items, total, tiers }) => (
          <>
            <TierFilter tiers={tiers} value={tier} onChange={(next) => change({ tier: next })} />
            {total === 0 ? (
              <div className="mt-4">
                <EmptyState
                  title="Nobody fits"
                  action={
                    <Button
                      variant="outline"
                      onClick={() => change({ search: undefined, tier: undefined })}
                    >
                      Show all customers
                    </Button>
                  }
                />
              </div>
            ) : (
              <Card className="mt-4 overflow-hidden">
                <SortableTable
                  label="Customers"
                  columns={customerColumns(filter)}
                  rows={items}
                  rowKey={({ customer_id }) => customer_id}
                  sort={sort}
                  direction={direction}
                  onSort={(by, way) => change({ sort: by, direction: way })}
                  stale={query.isPlaceholderData}
                />
                <div className="border-t" data-testid="customers.total" data-value={total}>
                  <Pagination
                    page={page}
                    pageSize={PAGE_SIZE}
                    total={total}
                    onPage={(to) => void navigate({ search: { ...filter, page: to } })}
                  />
                </div>
              </Card>
            )}
          </>
        )}
      </InsightView>
    </>
  );
}
