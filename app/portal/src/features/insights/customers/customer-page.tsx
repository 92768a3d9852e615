import { Link, useParams, useSearch } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { $api } from "@/api/client";
import { Code } from "@/components/code";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { CustomerClaims } from "@/features/insights/customers/customer-claims";
import { CustomerFacts } from "@/features/insights/customers/customer-facts";
import { CustomerRisk } from "@/features/insights/customers/customer-risk";
import { CustomerSkeleton } from "@/features/insights/customers/customer-skeleton";
import { CustomerTiles } from "@/features/insights/customers/customer-tiles";
import { Recommendations } from "@/features/insights/customers/recommendations";
import { TierBadge } from "@/features/insights/customers/tier-badge";
import { InsightView } from "@/features/insights/insight-view";

/** All there is to know of one customer. */
export function CustomerPage() {
  const { customerId } = useParams({ from: "/signed-in/insights/customers/$customerId" });
  const search = useSearch({ from: "/signed-in/insights/customers/$customerId" });
  const query = $api.useQuery("get", "/api/insights/customers/{customer_id}", {
    params: { path: { customer_id: customerId } },
  });
  const customer = query.data?.customer;
  return (
    <>
      <PageHeader
        key={customerId}
        title={customer?.full_name ?? customerId}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <Code>{customerId}</Code>
            {customer && <TierBadge tier={customer.customer_value_tier} />}
          </span>
        }
        actions={
          <Button variant="outline" asChild>
            <Link to="/insights/customers" search={search}>
              <ArrowLeft aria-hidden /> All customers
            </Link>
          </Button>
        }
      />
      <InsightView query={query} skeleton={<CustomerSkeleton />}>
        {(found) => (
          <div className="flex flex-col gap-6">
            <CustomerTiles customer={found.customer} />
            <div className="grid gap-6 lg:grid-cols-2 xl:grid-cols-3">
              <CustomerFacts found={found} />
              <CustomerRisk found={found} />
              <Recommendations found={found} />
            </div>
            <CustomerClaims found={found} />
          </div>
        )}
      </InsightView>
    </>
  );
}
