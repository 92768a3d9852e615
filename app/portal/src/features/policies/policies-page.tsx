import { PageHeader } from "@/components/page-header";

export function PoliciesPage() {
  return <PageHeader title="Policies" />;
}
