import { PageHeader } from "@/components/page-header";

export function ClaimsPage() {
  return <PageHeader title="Claims" />;
}
