import { Brand } from "@/components/brand";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { cn } from "@/lib/cn";

/** A group portrait: some of the insured. */
const PORTRAITS = [
  { species: "Dog", breed: "Labrador Retriever", color: "Yellow", place: "size-40 xl:size-48" },
  { species: "Cat", breed: "Ragdoll", color: "Seal Point", place: "size-28 xl:size-36 mt-16" },
  { species: "Dog", breed: "Border Collie", color: "Black and White", place: "size-24 xl:size-28" },
  { species: "Cat", breed: "Maine Coon", color: "Brown Tabby", place: "size-28 xl:size-32" },
  { species: "Dog", breed: "French Bulldog", color: "Fawn", place: "size-36 xl:size-40 -mt-6" },
  { species: "Cat", breed: "Domestic Shorthair", color: "Calico", place: "size-24 xl:size-32" },
] as const;

/** The pine half of the pages before the sign-in; on a phone only its name is left. */
export function WelcomePanel() {
  return (
    <aside className="flex flex-col justify-between gap-10 bg-sidebar px-6 py-5 text-sidebar-foreground lg:sticky lg:top-0 lg:h-dvh lg:w-[42%] lg:max-w-2xl lg:px-12 lg:py-12">
      <Brand className="text-white" />
      <div className="hidden lg:block">
        <div aria-hidden className="mb-10 flex max-w-xl flex-wrap items-center gap-4">
          {PORTRAITS.map(({ place, ...pet }) => (
            <PetAvatar key={pet.breed} id={pet.breed} {...pet} className={cn(place)} />
          ))}
        </div>
        <p className="text-balance font-display font-semibold text-4xl text-white leading-[1.1] tracking-tight xl:text-5xl">
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
