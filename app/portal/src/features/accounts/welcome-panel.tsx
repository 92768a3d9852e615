import { Brand } from "@/components/brand";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { cn } from "@/lib/cn";

/** A group portrait: some of the insured, each with its place in the picture. */
const PORTRAITS = [
  {
    species: "Dog",
    breed: "Labrador Retriever",
    color: "Yellow",
    place: "top-[6%] left-0 w-[40%]",
  },
  { species: "Cat", breed: "Ragdoll", color: "Seal Point", place: "top-0 left-[41%] w-[27%]" },
  { species: "Dog", breed: "French Bulldog", color: "Fawn", place: "top-[8%] left-[69%] w-[31%]" },
  {
    species: "Cat",
    breed: "Maine Coon",
    color: "Brown Tabby",
    place: "top-[48%] left-[33%] w-[35%]",
  },
  {
    species: "Dog",
    breed: "Border Collie",
    color: "Black and White",
    place: "top-[69%] left-[9%] w-[23%]",
  },
  {
    species: "Cat",
    breed: "Domestic Shorthair",
    color: "Calico",
    place: "top-[63%] left-[70%] w-[25%]",
  },
] as const;

/** The pine half of the pages before the sign-in; on a phone only its name is left. */
export function WelcomePanel() {
  return (
    <aside className="flex flex-col justify-between gap-10 bg-sidebar px-6 py-5 text-sidebar-foreground [--ring:var(--sidebar-accent)] lg:sticky lg:top-0 lg:h-dvh lg:w-[42%] lg:max-w-2xl lg:px-12 lg:py-12">
      <Brand className="text-white" />
      <div className="hidden lg:block">
        <div aria-hidden className="relative mb-10 aspect-[3/2] w-[min(30rem,58dvh,100%)]">
          {PORTRAITS.map(({ place, ...pet }) => (
            <PetAvatar
              key={pet.breed}
              id={pet.breed}
              {...pet}
              className={cn("absolute aspect-square size-auto", place)}
            />
          ))}
        </div>
        <p className="text-balance font-display font-semibold text-4xl text-white leading-[1.1] tracking-tight">
          You look after them. We look after the bill.
        </p>
        <p className="mt-4 max-w-md text-lg text-sidebar-foreground">
          File a claim in a minute, then watch it on every step of its way.
        </p>
      </div>
      <p className="hidden text-sidebar-muted text-sm lg:block">
        A demonstration. Every customer, pet and claim is invented.
      </p>
    </aside>
  );
}
