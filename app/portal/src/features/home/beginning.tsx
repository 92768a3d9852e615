import { Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import type { Pet, Policy } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { firstSteps, type StepState } from "@/features/home/first-steps";
import { living } from "@/features/home/greeting";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { cn } from "@/lib/cn";

/** The way of somebody new: three steps, one of them to be done now. */
export function Beginning({
  pets,
  policies,
}: {
  pets: readonly Pet[];
  policies: readonly Policy[];
}) {
  const steps = firstSteps(pets, policies);
  const pet = living(pets)[0];
  if (!steps) return null;
  return (
    <Card aria-label="First steps" className="overflow-hidden">
      <div className="flex items-end justify-between gap-6 overflow-hidden bg-accent px-6 pt-6 text-accent-foreground lg:px-8">
        <div className="pb-6">
          <h2 className="text-2xl leading-tight lg:text-3xl">Three steps to your first claim</h2>
          <p className="mt-1 text-lg">Each takes a minute. You can stop and come back any time.</p>
        </div>
        <div aria-hidden className="hidden shrink-0 translate-y-5 sm:flex">
          <PetAvatar id="b" species="Dog" breed="Beagle" color="Tricolor" className="size-28" />
          <PetAvatar
            id="a"
            species="Cat"
            breed="Domestic Shorthair"
            color="Orange Tabby"
            className="-ml-5 size-28"
          />
        </div>
      </div>
      <ol className="grid grid-cols-1 gap-px bg-border md:grid-cols-3">
        <Step
          number={1}
          state={steps.pet}
          title="Add your pet"
          text={pet ? `${pet.pet_name} is one of yours.` : "Who is it, how old, which breed?"}
        >
          <Link to="/pets/new">Add a pet</Link>
        </Step>
        <Step
          number={2}
          state={steps.policy}
          title="Insure it"
          text="Compare four plans at your pet's own price."
        >
          <Link to="/policies/new" search={{ pet: pet?.pet_id }}>
            <span className="truncate">Insure {pet?.pet_name ?? "it"}</span>
          </Link>
        </Step>
        <Step
          number={3}
          state={steps.claim}
          title="Submit a claim"
          text="Then watch it on every step of its way."
        >
          <Link to="/submit">Submit a claim</Link>
        </Step>
      </ol>
    </Card>
  );
}

type StepProps = {
  number: number;
  state: StepState;
  title: string;
  text: string;
  /** The link that does it. */
  children: ReactNode;
};

const WORDS: Readonly<Record<StepState, string>> = { done: "done", next: "next", later: "later" };

function Step({ number, state, title, text, children }: StepProps) {
  return (
    <li
      aria-current={state === "next" ? "step" : undefined}
      className="flex gap-4 bg-card p-6 lg:p-8"
    >
      <span
        aria-hidden
        className={cn(
          "grid size-11 shrink-0 place-items-center rounded-full border-2 font-display font-semibold text-xl",
          state === "done" && "border-good bg-good-soft text-good",
          state === "next" && "border-coral bg-coral text-coral-foreground",
          state === "later" && "border-dashed text-muted-foreground",
        )}
      >
        {state === "done" ? <Check className="size-5" /> : number}
      </span>
      <div className="min-w-0">
        <h3 className="text-xl leading-tight">
          {title} <span className="sr-only">({WORDS[state]})</span>
        </h3>
        <p className="mt-1 break-words text-muted-foreground">{text}</p>
        {state === "next" && (
          <Button variant="coral" size="lg" className="mt-4" asChild>
            {children}
          </Button>
        )}
      </div>
    </li>
  );
}
