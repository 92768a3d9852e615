import { useState } from "react";
import { $api } from "@/api/client";
import type { Catalog } from "@/api/types";
import { PageHeader } from "@/components/page-header";
import { QueryView } from "@/components/query-view";
import { Skeleton } from "@/components/ui/skeleton";
import { AddPetForm } from "@/features/pets/add-pet-form";
import { PetAdded } from "@/features/pets/pet-added";
import type { PetForm } from "@/features/pets/pet-form";
import { useAddPet } from "@/features/pets/use-add-pet";

export function AddPetPage() {
  const catalog = $api.useQuery("get", "/api/catalog", {}, { staleTime: Infinity });
  if (catalog.data) return <Ready catalog={catalog.data} />;
  return (
    <>
      <PageHeader title="Add a pet" lead={LEAD} />
      <QueryView query={catalog} skeleton={<Skeleton className="h-[44rem] rounded-xl" />}>
        {() => null}
      </QueryView>
    </>
  );
}

const LEAD = "Whom may we get to know?";

/** The form until the pet is in the lake, then what comes next. */
function Ready({ catalog }: { catalog: Catalog }) {
  const [added, setAdded] = useState<PetForm>();
  const landing = useAddPet();
  if (landing.landed && added) {
    return <PetAdded pet={added} landed={landing.landed} onAgain={landing.again} />;
  }
  return (
    <>
      <PageHeader title="Add a pet" lead={LEAD} />
      <AddPetForm
        catalog={catalog}
        problem={landing.problem}
        word={landing.word}
        onSubmit={(form) => {
          setAdded(form);
          landing.submit(form);
        }}
      />
    </>
  );
}
