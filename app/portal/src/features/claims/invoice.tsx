import type { Claim } from "@/api/types";
import { Money } from "@/components/money";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";

/** The invoice's lines with what was claimed, and what was paid once that is decided. */
export function Invoice({ claim }: { claim: Claim }) {
  const lines = claim.line_items ?? [];
  return (
    <Card>
      <CardHeader>
        <CardTitle>Invoice</CardTitle>
      </CardHeader>
      <CardContent>
        <dl className="flex flex-col gap-2">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id and never move
            <Line key={index} name={line.description} amount={line.amount} />
          ))}
          <Line name="Claimed" amount={claim.claim_amount} strong />
          {claim.processing_days !== null && (
            <>
              <Line name="Deductible" amount={claim.deductible_applied} />
              <Line name="We pay" amount={claim.paid_amount} strong />
            </>
          )}
        </dl>
      </CardContent>
    </Card>
  );
}

type LineProps = { name: string; amount: number | null; strong?: boolean };

function Line({ name, amount, strong = false }: LineProps) {
  return (
    <div
      className={
        strong
          ? "flex justify-between gap-4 border-t pt-2 font-semibold text-lg"
          : "flex justify-between gap-4"
      }
    >
      <dt className="min-w-0 break-words">{name}</dt>
      <dd>
        <Money amount={amount} />
      </dd>
    </div>
  );
}
