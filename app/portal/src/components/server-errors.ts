import { useEffect } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { Problem } from "@/api/problem";

/** Writes what the server refused beside the fields that it names. */
export function useServerErrors<Form extends FieldValues>(
  { setError }: UseFormReturn<Form>,
  problem: Problem | undefined,
): void {
  useEffect(() => {
    for (const { field, message } of problem?.errors ?? []) {
      setError(field as FieldPath<Form>, { message });
    }
  }, [problem, setError]);
}
