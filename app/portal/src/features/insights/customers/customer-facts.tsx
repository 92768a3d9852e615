import { Facts } from "@/components/facts";
import { Panel } from "@/features/insights/panel";
import type { Customer360 } from "@/features/insights/types";
import { day } from "@/format/dates";
import { count, plural } from "@/format/numbers";

/** Who the customer is, and what they have with us. */
export function CustomerFacts({ found }: { found: Customer360 }) {
  const { customer, sources } = found;
  const { total_dogs, total_cats, active_policies, total_policies } = customer;
  const pets = [
    total_dogs > 0 && plural(total_dogs, "dog"),
    total_cats > 0 && plural(total_cats, "cat"),
  ];
  return (
    <Panel title="Profile" lead={customer.email} sources={sources} parts={["customer"]}>
      <Facts
        facts={[
          ["Phone", customer.phone],
          ["Lives in", [customer.city, customer.state].filter(Boolean).join(", ")],
          ["Contact by", customer.preferred_contact],
          ["Marketing", customer.marketing_opt_in ? "agreed" : "not agreed"],
          ["Segment", customer.customer_segment],
          ["Since", customer.customer_since && day(customer.customer_since)],
          ["Pets", pets.filter(Boolean).join(", ") || "none"],
          ["Policies", `${count(active_policies)} in force of ${count(total_policies)}`],
          ["Denied claims", count(customer.denied_claims)],
          ["Emergencies", count(customer.emergency_claims)],
          ["Might leave", customer.churn_risk],
        ]}
      />
    </Panel>
  );
}
