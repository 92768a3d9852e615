import { dollars } from "@/format/money";

/** Dollars to be read from afar: the cents are there, and small. */
export function BigDollars({ amount }: { amount: number }) {
  const [whole, cents] = dollars(amount).split(".");
  return (
    <>
      {whole}
      <span className="text-[0.6em] text-muted-foreground">.{cents}</span>
    </>
  );
}
