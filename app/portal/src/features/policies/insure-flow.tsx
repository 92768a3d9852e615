import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Catalog, Pet, Policy } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { InsureForm } from "@/features/policies/insure-form";
import { type PolicyForm, uninsured } from "@/features/policies/policy-form";
import { PolicyTaken } from "@/features/policies/policy-taken";
import { useInsure } from "@/features/policies/use-insure";

type InsureFlowProps = {
  pets: readonly Pet[];
  policies: readonly Policy[];
  catalog: Catalog;
};

/** From the choice of a plan to the policy in the lake. */
export function InsureFlow({ pets, policies, catalog }: InsureFlowProps) {
  const { pet: wanted } = useSearch({ from: "/signed-in/policies/new" });
  const [sent, setSent] = useState<PolicyForm>();
  const landing = useInsure();
  const offered = uninsured(pets, policies);
  const insured = pets.find(({ pet_id }) => pet_id === sent?.pet_id);
  if (landing.landed && sent && insured) {
    return (
      <PolicyTaken
        landed={landing.landed}
        form={sent}
        pet={insured}
        isLast={offered.every(({ pet_id }) => pet_id === insured.pet_id)}
        onAgain={landing.again}
      />
    );
  }
  return (
    <>
      <PageHeader title="Insure a pet" lead="Four plans, one price for each." />
      {offered.length === 0 ? (
        <EmptyState
          title="All of yours are insured"
          action={
            <Button asChild>
              <Link to="/pets/new">Add a pet</Link>
            </Button>
          }
        >
          Is there somebody new? Tell us about them first.
        </EmptyState>
      ) : (
        <InsureForm
          pets={offered}
          wanted={wanted}
          catalog={catalog}
          problem={landing.problem}
          word={landing.word}
          onSubmit={(form) => {
            setSent(form);
            landing.submit(form);
          }}
        />
      )}
    </>
  );
}
