import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { $api } from "@/api/client";
import type { Pet } from "@/api/types";
import { Field } from "@/components/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";

export type ClaimFilter = {
  status?: string | undefined;
  pet?: string | undefined;
  search?: string | undefined;
};

type ClaimFiltersProps = {
  filter: ClaimFilter;
  /** The reader's own pets; undefined for staff, who have none to choose from. */
  pets: readonly Pet[] | undefined;
  onChange: (filter: ClaimFilter) => void;
};

/** Milliseconds of silence after which what was typed is searched for. */
const PAUSE = 300;

export function ClaimFilters({ filter, pets, onChange }: ClaimFiltersProps) {
  const { data: catalog } = $api.useQuery("get", "/api/catalog", {}, { staleTime: Infinity });
  const [typed, setTyped] = useState(filter.search ?? "");
  useEffect(() => {
    if (typed === (filter.search ?? "")) return;
    const timer = setTimeout(() => onChange({ ...filter, search: typed || undefined }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, filter, onChange]);
  return (
    <search className="mb-4 grid grid-cols-1 gap-4 sm:grid-cols-[minmax(0,1fr)_12rem_12rem]">
      <Field label="Search">
        {(control) => (
          <span className="relative block">
            <Search
              aria-hidden
              className="absolute top-1/2 left-3.5 size-4 -translate-y-1/2 text-muted-foreground"
            />
            <Input
              type="search"
              placeholder="Diagnosis, clinic or number"
              className="pl-10"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              {...control}
            />
          </span>
        )}
      </Field>
      <Field label="Status">
        {(control) => (
          <NativeSelect
            value={filter.status ?? ""}
            onChange={(event) => onChange({ ...filter, status: event.target.value || undefined })}
            {...control}
          >
            <option value="">All</option>
            {catalog?.claim_statuses.map((status) => (
              <option key={status}>{status}</option>
            ))}
          </NativeSelect>
        )}
      </Field>
      {pets && (
        <Field label="Pet">
          {(control) => (
            <NativeSelect
              value={filter.pet ?? ""}
              onChange={(event) => onChange({ ...filter, pet: event.target.value || undefined })}
              {...control}
            >
              <option value="">All</option>
              {pets.map(({ pet_id, pet_name }) => (
                <option key={pet_id} value={pet_id}>
                  {pet_name}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      )}
    </search>
  );
}
