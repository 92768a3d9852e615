import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { $api } from "@/api/client";
import type { Catalog, Pet, Policy, ScenarioOption } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { useServerErrors } from "@/components/server-errors";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { petsQuery } from "@/features/pets/queries";
import { coverOf, policiesQuery } from "@/features/policies/queries";
import { type ClaimForm, claimForm, emptyForm, formOf } from "@/features/submit/claim-form";
import { Confirmation } from "@/features/submit/confirmation";
import { ScenarioPicker } from "@/features/submit/scenario-picker";
import { SubmitForm } from "@/features/submit/submit-form";
import { useSubmit } from "@/features/submit/use-submit";

export function SubmitPage() {
  const pets = useQuery(petsQuery);
  const policies = useQuery(policiesQuery);
  const catalog = $api.useQuery("get", "/api/catalog", {}, { staleTime: Infinity });
  const scenarios = $api.useQuery("get", "/api/scenarios");
  const failed = [pets, policies, catalog].find(({ error, data }) => error && !data);
  if (pets.data && policies.data && catalog.data && !scenarios.isPending) {
    return (
      <Ready
        pets={pets.data}
        policies={policies.data}
        catalog={catalog.data}
        scenarios={scenarios.data ?? []}
      />
    );
  }
  return (
    <>
      <PageHeader title="Submit a claim" />
      {failed ? (
        <ErrorState error={failed.error} retry={failed.refetch} />
      ) : (
        <Skeleton className="h-[40rem] rounded-xl" />
      )}
    </>
  );
}

type ReadyProps = {
  pets: Pet[];
  policies: Policy[];
  catalog: Catalog;
  scenarios: ScenarioOption[];
};

function Ready({ pets, policies, catalog, scenarios }: ReadyProps) {
  const { pet: wanted } = useSearch({ from: "/signed-in/submit" });
  const [scenario, setScenario] = useState<ScenarioOption>();
  const first = pets.find(({ pet_id }) => pet_id === wanted)?.pet_id ?? "";
  const form = useForm<ClaimForm>({
    resolver: zodResolver(claimForm),
    defaultValues: emptyForm(first, coverOf(policies, first)?.policy_id),
  });
  const { submit, again, landed, problem, word, forget } = useSubmit();
  useServerErrors(form, problem);
  if (landed) {
    return (
      <Confirmation
        landed={landed}
        onAgain={() => {
          form.reset(emptyForm());
          setScenario(undefined);
          again();
        }}
      />
    );
  }
  return (
    <>
      <PageHeader title="Submit a claim" lead="What was it, who treated it, what did it cost?" />
      {pets.length === 0 ? (
        <EmptyState
          title="Whose claim is it?"
          action={
            <Button asChild>
              <Link to="/pets/new">Add a pet</Link>
            </Button>
          }
        >
          Tell us about your pet first; then a claim takes a minute.
        </EmptyState>
      ) : (
        <>
          {scenarios.length > 0 && (
            <ScenarioPicker
              scenarios={scenarios}
              chosen={scenario}
              onChoose={(chosen) => {
                setScenario(chosen);
                form.reset(formOf(chosen.draft));
                forget();
              }}
            />
          )}
          <SubmitForm
            form={form}
            pets={pets}
            policies={policies}
            catalog={catalog}
            problem={problem}
            sending={word}
            onSubmit={submit}
          />
        </>
      )}
    </>
  );
}
