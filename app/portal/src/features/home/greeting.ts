import type { Pet, Policy } from "@/api/types";
import { plural } from "@/format/numbers";

/** A greeting that suits the hour. */
export function greetingAt(hour: number): string {
  if (hour < 5) return "Good evening";
  if (hour < 12) return "Good morning";
  return hour < 18 ? "Good afternoon" : "Good evening";
}

/** What one calls somebody: the first of their names. */
export const firstName = (name: string): string => name.split(/\s+/).find(Boolean) ?? name;

/** The pets that live with the customer. */
export const living = (pets: readonly Pet[]): readonly Pet[] =>
  pets.filter(({ is_active }) => is_active !== false);

/** How things stand in one sentence: who is covered, what is under way. */
export function standing(pets: readonly Pet[], policies: readonly Policy[], open: number): string {
  const here = living(pets);
  const covered = here.filter(({ pet_id }) =>
    policies.some((policy) => policy.pet_id === pet_id && policy.in_force),
  ).length;
  const cover =
    covered === here.length
      ? here.length === 1
        ? "Your pet is covered"
        : `${here.length === 2 ? "Both" : `All ${here.length}`} of your pets are covered`
      : `${covered} of ${plural(here.length, "pet")} ${covered === 1 ? "is" : "are"} covered`;
  return open > 0 ? `${cover}; ${plural(open, "claim")} under way.` : `${cover}; no claim is open.`;
}
