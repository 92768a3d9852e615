import { PageHeader } from "@/components/page-header";

export function PetPage() {
  return <PageHeader title="Pet" />;
}
