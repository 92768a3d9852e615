import { PageHeader } from "@/components/page-header";

export function PetsPage() {
  return <PageHeader title="Pets" />;
}
