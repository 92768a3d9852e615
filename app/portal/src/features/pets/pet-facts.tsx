import type { Pet } from "@/api/types";
import { Facts } from "@/components/facts";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { age, day } from "@/format/dates";

/** What we know of a pet. */
export function PetFacts({ pet }: { pet: Pet }) {
  const born = pet.date_of_birth;
  return (
    <Card>
      <CardHeader>
        <CardTitle>About {pet.pet_name}</CardTitle>
      </CardHeader>
      <CardContent>
        <Facts
          facts={[
            ["Breed", pet.breed],
            ["Sex", pet.gender && `${pet.gender}${pet.is_neutered ? ", neutered" : ""}`],
            [
              "Born",
              born && (pet.is_active === false ? day(born) : `${day(born)}, ${age(born)} old`),
            ],
            ["At home since", pet.adoption_date && day(pet.adoption_date)],
            ["Coat", pet.color],
            ["Weight", pet.weight_lbs && `${pet.weight_lbs} lb`],
            ["Vaccinations", pet.vaccination_status?.toLowerCase()],
            [
              "Known before",
              pet.pre_existing_conditions === "None" ? null : pet.pre_existing_conditions,
            ],
            ["Microchip", pet.microchip_id],
          ]}
        />
      </CardContent>
    </Card>
  );
}
