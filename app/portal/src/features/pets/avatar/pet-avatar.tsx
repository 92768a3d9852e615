import { CatFace } from "@/features/pets/avatar/cat-face";
import { coatOf } from "@/features/pets/avatar/coat";
import { DogFace } from "@/features/pets/avatar/dog-face";
import { cn } from "@/lib/cn";

const GROUNDS = [
  "fill-portrait-1",
  "fill-portrait-2",
  "fill-portrait-3",
  "fill-portrait-4",
  "fill-portrait-5",
];

type PetAvatarProps = {
  id: string;
  species: string | null;
  breed: string | null;
  color?: string | null | undefined;
  className?: string;
};

/** A drawn portrait by species, breed and coat; beside a name, so it says nothing itself. */
export function PetAvatar({ id, species, breed, color, className }: PetAvatarProps) {
  const Face = species === "Cat" ? CatFace : DogFace;
  return (
    <svg viewBox="0 0 96 96" aria-hidden="true" className={cn("size-16 shrink-0", className)}>
      <circle cx="48" cy="48" r="48" className={groundOf(id)} />
      <g transform="translate(0 3)">
        <Face breed={breed ?? ""} coat={coatOf(color, species ?? "Dog")} />
      </g>
    </svg>
  );
}

function groundOf(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9_973;
  return GROUNDS[sum % GROUNDS.length] ?? "fill-portrait-2";
}
