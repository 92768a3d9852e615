import { useQuery } from "@tanstack/react-query";
import { $api } from "@/api/client";
import { useMe } from "@/features/accounts/session";

/** The customer's own pets. */
export const petsQuery = $api.queryOptions("get", "/api/pets");

/** The customer's own pets; staff have none. */
export function usePets() {
  const { role } = useMe();
  return useQuery({ ...petsQuery, enabled: role === "customer" });
}
