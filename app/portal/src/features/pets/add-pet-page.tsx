import { PageHeader } from "@/components/page-header";

export function AddPetPage() {
  return <PageHeader title="Add a pet" />;
}
