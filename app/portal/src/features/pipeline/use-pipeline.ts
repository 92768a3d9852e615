import { useQuery, useQueryClient } from "@tanstack/react-query";
import { $api } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { Pipeline } from "@/api/types";

/** Messages refresh it too; time does where somebody else runs, of whom no message tells. */
const pipelineQuery = {
  ...$api.queryOptions("get", "/api/pipeline"),
  refetchInterval: 1_500,
};

/** What the pipeline does, and the three ways to make it do something. */
export function usePipeline() {
  const client = useQueryClient();
  const query = useQuery(pipelineQuery);
  const { queryKey } = pipelineQuery;
  const effects = {
    onMutate: () => {
      for (const mutation of [run, live, schedule]) mutation.reset();
    },
    onSuccess: (now: Pipeline) => client.setQueryData(queryKey, now),
    onSettled: () => void client.invalidateQueries({ queryKey }),
  };
  const run = $api.useMutation("post", "/api/pipeline/runs", effects);
  const live = $api.useMutation("put", "/api/pipeline/live", effects);
  const schedule = $api.useMutation("put", "/api/pipeline/schedule", effects);
  const error = run.error ?? live.error ?? schedule.error;
  const refusal: Problem | null = error === null ? null : asProblem(error);
  return { query, run, live, schedule, refusal };
}
