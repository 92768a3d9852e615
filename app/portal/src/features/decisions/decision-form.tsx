import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { asProblem } from "@/api/problem";
import type { Claim, Proposal } from "@/api/types";
import { Refusal } from "@/components/refusal";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Confirm } from "@/features/decisions/confirm";
import {
  decisionForm,
  decisionOf,
  type DecisionForm as Form,
  partOf,
  suggested,
} from "@/features/decisions/form";
import { PartFields } from "@/features/decisions/part-fields";
import { ReasonField } from "@/features/decisions/reason-field";
import { Suggestion } from "@/features/decisions/suggestion";
import type { Deciding } from "@/features/decisions/use-decide";
import { VerbField } from "@/features/decisions/verb-field";
import { VERBS } from "@/features/decisions/wording";
import { dollars } from "@/format/money";

type DecisionFormProps = {
  claim: Claim;
  proposal: Proposal;
  /** What the plan would pay of the amount that is chosen. */
  paid: number;
  /** Told of the part that is typed, so that its payment can be worked out. */
  onPart: (part: string | undefined) => void;
  deciding: Deciding;
};

/** Approve, approve a part or deny; asked once more before it is sent. */
export function DecisionForm({ claim, proposal, paid, onPart, deciding }: DecisionFormProps) {
  const claimed = Math.round(claim.claim_amount * 100);
  const form = useForm<Form>({
    resolver: zodResolver(decisionForm(claimed)),
    defaultValues: suggested(proposal),
  });
  const [asked, setAsked] = useState<Form>();
  const values = form.watch();
  const part = partOf(values, claimed);
  useEffect(() => onPart(part), [part, onPart]);
  const willPay = values.decision === "deny" ? 0 : paid;
  const send = (decided: Form): void => {
    deciding.mutate({
      params: { path: { claim_id: claim.claim_id } },
      body: decisionOf(decided),
    });
    setAsked(undefined);
  };
  return (
    <Card className="xl:sticky xl:top-24">
      <CardHeader>
        <CardTitle>The decision</CardTitle>
      </CardHeader>
      <CardContent>
        <FormProvider {...form}>
          <form
            noValidate
            aria-label="Decision"
            className="flex flex-col gap-5"
            onSubmit={form.handleSubmit(setAsked)}
          >
            {deciding.error && (
              <Refusal
                key={deciding.submittedAt}
                problem={asProblem(deciding.error)}
                title="This cannot be decided so"
                passing="The decision could not be stored"
                advice="Decide again: the same decision is stored once."
              />
            )}
            <Suggestion proposal={proposal} />
            <VerbField />
            {values.decision === "partly" && <PartFields claimed={claim.claim_amount} />}
            {values.decision === "deny" && <ReasonField hint="The customer reads it." />}
            <p className="border-t pt-4" role="status">
              <span className="block text-muted-foreground">We would pay</span>
              <span className="font-display font-semibold text-3xl tabular-nums">
                {dollars(willPay)}
              </span>{" "}
              <span className="text-muted-foreground">of {dollars(claim.claim_amount)}</span>
            </p>
            <Button
              type="submit"
              variant={values.decision === "deny" ? "destructive" : "coral"}
              size="lg"
              aria-disabled={deciding.isPending}
            >
              {deciding.isPending ? "Storing" : VERBS[values.decision]}
            </Button>
          </form>
        </FormProvider>
        <Confirm
          asked={asked}
          paid={willPay}
          claim={claim}
          onConfirm={send}
          onClose={() => setAsked(undefined)}
        />
      </CardContent>
    </Card>
  );
}
