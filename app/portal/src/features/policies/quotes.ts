import { $api } from "@/api/client";

/** The price of every plan for a pet of one's own; a question, although it is asked by POST. */
export const useQuotes = (petId: string) =>
  $api.useQuery(
    "post",
    "/api/quotes",
    { body: { pet_id: petId } },
    { enabled: petId !== "", staleTime: 300_000 },
  );
