import { keepPreviousData } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { $api } from "@/api/client";
import { EmptyState } from "@/components/empty-state";
import { ListSkeleton } from "@/components/list-skeleton";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useMe } from "@/features/accounts/session";
import { type ClaimFilter, ClaimFilters } from "@/features/claims/claim-filters";
import { ClaimRow } from "@/features/claims/claim-row";
import { usePets } from "@/features/pets/queries";

const PAGE_SIZE = 10;

export function ClaimsPage() {
  const isCustomer = useMe().role === "customer";
  const filter = useSearch({ from: "/signed-in/claims" });
  const navigate = useNavigate({ from: "/claims" });
  const { page = 1, status, pet, search } = filter;
  const pets = usePets().data ?? [];
  const query = $api.useQuery(
    "get",
    "/api/claims",
    {
      params: {
        query: {
          page,
          page_size: PAGE_SIZE,
          status: status ?? null,
          pet_id: pet ?? null,
          search: search ?? "",
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  const change = useCallback(
    (next: ClaimFilter) =>
      void navigate({
        search: { status: next.status, pet: next.pet, search: next.search },
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const isFiltered = Boolean(status || pet || search);
  return (
    <>
      <PageHeader
        title="Claims"
        lead={isCustomer ? "Every claim, from its first moment on." : "Claims filed in the portal."}
        actions={isCustomer && <SubmitButton />}
      />
      <ClaimFilters filter={filter} pets={isCustomer ? pets : undefined} onChange={change} />
      <QueryView query={query} skeleton={<ListSkeleton rows={PAGE_SIZE} />}>
        {({ items, total }) =>
          total === 0 ? (
            <EmptyState
              title={isFiltered ? "No claim fits" : "No claims yet"}
              action={
                isFiltered ? (
                  <Button variant="outline" onClick={() => change({})}>
                    Show all claims
                  </Button>
                ) : (
                  isCustomer && <SubmitButton />
                )
              }
            >
              {isFiltered ? "Try fewer filters." : "The first one takes a minute."}
            </EmptyState>
          ) : (
            <Card className="overflow-hidden">
              <ul className="divide-y" aria-label="Claims">
                {items.map((claim) => (
                  <ClaimRow
                    key={claim.claim_id}
                    claim={claim}
                    pet={pets.find(({ pet_id }) => pet_id === claim.pet_id)}
                  />
                ))}
              </ul>
              <div className="border-t">
                <Pagination
                  page={page}
                  pageSize={PAGE_SIZE}
                  total={total}
                  onPage={(to) => void navigate({ search: { ...filter, page: to } })}
                />
              </div>
            </Card>
          )
        }
      </QueryView>
    </>
  );
}

function SubmitButton() {
  return (
    <Button variant="coral" asChild>
      <Link to="/submit">Submit a claim</Link>
    </Button>
  );
}
