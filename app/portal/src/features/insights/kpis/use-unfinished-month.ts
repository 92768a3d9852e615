import { $api } from "@/api/client";
import { unfinishedMonth } from "@/features/insights/kpis/spans";

/** The month in which the lake's data ends, once it is known. */
export function useUnfinishedMonth(): string | undefined {
  const { data } = $api.useQuery("get", "/api/insights/kpis");
  return data && unfinishedMonth(data.as_of);
}
