import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import type { Pet, Policy } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { petsQuery } from "@/features/pets/queries";
import { PolicyCard } from "@/features/policies/policy-card";
import { isPlanned, policiesQuery } from "@/features/policies/queries";
import { plural } from "@/format/numbers";

export function PoliciesPage() {
  const query = useQuery(policiesQuery);
  const pets = useQuery(petsQuery).data ?? [];
  const current = query.data?.filter(isCurrent) ?? [];
  const past = query.data?.filter((policy) => !isCurrent(policy)) ?? [];
  return (
    <>
      <PageHeader
        title="Policies"
        lead="What is covered, until when and how well."
        actions={<Insure />}
      />
      <QueryView query={query} skeleton={<PoliciesSkeleton />}>
        {() => (
          <>
            {current.length === 0 ? (
              <EmptyState title="Nobody is insured yet" action={<Insure />}>
                Compare our four plans for your pet; a quote binds you to nothing.
              </EmptyState>
            ) : (
              <Cards policies={current} pets={pets} />
            )}
            {past.length > 0 && (
              <details className="mt-8">
                <summary className="mb-4 w-fit font-semibold text-primary">
                  {plural(past.length, "earlier policy year")}
                </summary>
                <Cards policies={past} pets={pets} />
              </details>
            )}
          </>
        )}
      </QueryView>
    </>
  );
}

/** In force, or yet to begin. */
const isCurrent = (policy: Policy): boolean => policy.in_force || isPlanned(policy);

function Cards({ policies, pets }: { policies: readonly Policy[]; pets: readonly Pet[] }) {
  return (
    <ul className="grid grid-cols-1 gap-5 md:grid-cols-2 xl:grid-cols-3">
      {policies.map((policy) => (
        <li key={policy.policy_id}>
          <PolicyCard policy={policy} pet={pets.find(({ pet_id }) => pet_id === policy.pet_id)} />
        </li>
      ))}
    </ul>
  );
}

function Insure() {
  return (
    <Button asChild>
      <Link to="/policies/new">
        <Plus aria-hidden /> Insure a pet
      </Link>
    </Button>
  );
}

function PoliciesSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-5 md:grid-cols-2 xl:grid-cols-3">
      {["a", "b", "c"].map((key) => (
        <Skeleton key={key} className="h-96 rounded-xl" />
      ))}
    </div>
  );
}
