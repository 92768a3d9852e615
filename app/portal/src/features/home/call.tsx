import { Link } from "@tanstack/react-router";
import { FilePlus2 } from "lucide-react";
import type { Pet } from "@/api/types";
import { Button } from "@/components/ui/button";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";

/** Portraits that find room beside the button. */
const MOST = 4;

/** The one thing to do: submit a claim, for nobody yet or for one of the pets at once. */
export function Call({ pets }: { pets: readonly Pet[] }) {
  return (
    <section
      aria-label="Submit a claim"
      className="flex flex-wrap items-center justify-between gap-x-10 gap-y-6 rounded-xl bg-sidebar p-6 text-sidebar-foreground shadow-card [--ring:var(--sidebar-accent)] lg:px-8"
    >
      <div className="flex-1 basis-80">
        <h2 className="text-2xl text-white leading-tight lg:text-3xl">Was somebody at the vet?</h2>
        <p className="mt-1.5 mb-5 text-lg">Send us the bill, and watch it on its way.</p>
        <Button variant="coral" size="lg" asChild>
          <Link to="/submit">
            <FilePlus2 aria-hidden /> Submit a claim
          </Link>
        </Button>
      </div>
      <ul className="grid w-full grid-cols-4 gap-3 sm:flex sm:w-auto lg:gap-6">
        {pets.slice(0, MOST).map((pet) => (
          <li key={pet.pet_id}>
            <Link
              to="/submit"
              search={{ pet: pet.pet_id }}
              className="group flex flex-col sm:w-20 items-center gap-2 rounded-xl text-center text-white lg:w-24"
            >
              <PetAvatar
                id={pet.pet_id}
                species={pet.species}
                breed={pet.breed}
                color={pet.color}
                className="size-16 rounded-full ring-sidebar-accent transition-shadow group-hover:ring-4 lg:size-24"
              />
              <span className="w-full truncate font-semibold">
                <span className="sr-only">Submit a claim for </span>
                {pet.pet_name}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
