import { keepPreviousData } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useController } from "react-hook-form";
import { $api } from "@/api/client";
import type { Provider } from "@/api/types";
import { Combobox } from "@/components/combobox";
import { Field } from "@/components/field";
import type { ClaimForm } from "@/features/submit/claim-form";

/** The clinic, searched for on the server. */
export function ProviderField() {
  const { field, fieldState } = useController<ClaimForm, "provider_id">({ name: "provider_id" });
  const [text, setText] = useState("");
  const search = useDeferredValue(text);
  const found = $api.useQuery(
    "get",
    "/api/providers",
    { params: { query: { search, page_size: 30 } } },
    { placeholderData: keepPreviousData },
  );
  const chosen = useProvider(field.value);
  return (
    <Field label="Clinic" error={fieldState.error?.message}>
      {(control) => (
        <Combobox
          label="Clinic"
          placeholder="Search by name or town"
          searchPlaceholder="Name, town or state"
          shown={chosen}
          groups={[{ options: (found.data?.items ?? []).map(optionOf) }]}
          onChoose={({ value }) => field.onChange(value)}
          onSearch={setText}
          empty={found.isPending ? "Searching" : "No clinic fits."}
          control={{ ...control, ref: field.ref }}
        />
      )}
    </Field>
  );
}

/** A chosen clinic in words, also one that nobody knows. */
function useProvider(id: string): string {
  const { data } = $api.useQuery(
    "get",
    "/api/providers",
    { params: { query: { search: id, page_size: 1 } } },
    { enabled: id !== "", staleTime: 300_000 },
  );
  if (!id) return "";
  const provider = data?.items.find(({ provider_id }) => provider_id === id);
  if (provider) return provider.provider_name ?? id;
  return data ? `${id} (unknown to us)` : id;
}

function optionOf(provider: Provider) {
  const place = [provider.city, provider.state].filter(Boolean).join(", ");
  const network = provider.is_in_network ? "in network" : "out of network";
  return {
    value: provider.provider_id,
    label: provider.provider_name ?? provider.provider_id,
    note: [provider.provider_type, place, network].filter(Boolean).join(" · "),
  };
}
