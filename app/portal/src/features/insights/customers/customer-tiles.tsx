import { BigDollars } from "@/features/insights/big-dollars";
import { exactPercent } from "@/features/insights/format";
import { Tile } from "@/features/insights/tile";
import type { CustomerRow } from "@/features/insights/types";
import { day } from "@/format/dates";
import { dollars } from "@/format/money";
import { count, plural } from "@/format/numbers";

const money = (amount: number) => <BigDollars amount={amount} />;

/** A customer's worth and cost at a glance. */
export function CustomerTiles({ customer }: { customer: CustomerRow }) {
  const name = (key: keyof CustomerRow) => `customer.${key}`;
  const { days_until_renewal, last_claim_date } = customer;
  return (
    <section aria-label="At a glance" className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <Tile
        label="Premium a year"
        name={name("annual_premium")}
        value={customer.annual_premium}
        show={money}
        note={days_until_renewal !== null && `Renewal in ${plural(days_until_renewal, "day")}`}
      />
      <Tile
        label="Claims"
        name={name("total_claims")}
        value={customer.total_claims}
        show={count}
        note={last_claim_date && `The last on ${day(last_claim_date)}`}
      />
      <Tile
        label="Paid out"
        name={name("total_paid_amount")}
        value={customer.total_paid_amount}
        show={money}
        note={
          customer.total_claim_amount !== null &&
          `of ${dollars(customer.total_claim_amount)} claimed`
        }
      />
      <Tile
        label="Loss ratio"
        name={name("loss_ratio")}
        value={customer.loss_ratio}
        show={exactPercent}
        note={customer.earned_premium !== null && `of ${dollars(customer.earned_premium)} earned`}
      />
    </section>
  );
}
