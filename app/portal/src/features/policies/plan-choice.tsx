import { useId, useState } from "react";
import { useFormContext } from "react-hook-form";
import type { Pet, Quote } from "@/api/types";
import { Money } from "@/components/money";
import { QueryView } from "@/components/query-view";
import { RadioCard } from "@/components/radio-card";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { billOf, payoutOf } from "@/features/policies/payout";
import { PlanTerms } from "@/features/policies/plan-terms";
import type { PolicyForm } from "@/features/policies/policy-form";
import { useQuotes } from "@/features/policies/quotes";
import { dollars } from "@/format/money";

const GRID = "grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-4";

/** The plans side by side at this pet's price, and what each would pay of a bill. */
export function PlanChoice({ pet }: { pet: Pet }) {
  const query = useQuotes(pet.pet_id);
  const [typed, setTyped] = useState("1,800");
  const { register, formState } = useFormContext<PolicyForm>();
  const bill = billOf(typed);
  const id = useId();
  const error = formState.errors.plan_name?.message;
  return (
    <fieldset aria-describedby={error ? "plan-note" : undefined}>
      <legend className="mb-3 w-full font-display font-semibold text-2xl">Which plan?</legend>
      <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-muted-foreground">
        <label htmlFor={id}>What each would pay of the year's first bill of</label>
        <Input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={bill === null ? true : undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="w-32 text-right tabular-nums"
        />
      </p>
      <QueryView query={query} skeleton={<PlansSkeleton />}>
        {(quotes) => (
          <div className={GRID}>
            {quotes.map((quote) => (
              <RadioCard
                key={quote.plan_name}
                value={quote.plan_name}
                aria-label={`${quote.plan_name}, ${dollars(quote.monthly_premium)} a month`}
                className="flex-col gap-4 p-5"
                {...register("plan_name")}
              >
                <Price quote={quote} />
                <PlanTerms terms={quote} />
                <p className="mt-auto border-t pt-3">
                  {bill === null ? (
                    "Name a bill above."
                  ) : (
                    <>
                      Pays{" "}
                      <strong className="text-lg tabular-nums">
                        {dollars(payoutOf(quote, bill) / 100)}
                      </strong>{" "}
                      of it
                    </>
                  )}
                </p>
              </RadioCard>
            ))}
          </div>
        )}
      </QueryView>
      {error && (
        <p id="plan-note" className="mt-2 text-destructive">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Price({ quote }: { quote: Quote }) {
  return (
    <span>
      <span className="block font-display font-semibold text-xl">{quote.plan_name}</span>
      <span className="font-display font-semibold text-3xl">
        <Money amount={quote.monthly_premium} />
      </span>
      <span className="text-muted-foreground"> a month</span>
    </span>
  );
}

function PlansSkeleton() {
  return (
    <div className={GRID}>
      {["a", "b", "c", "d"].map((key) => (
        <Skeleton key={key} className="h-96 rounded-xl" />
      ))}
    </div>
  );
}
