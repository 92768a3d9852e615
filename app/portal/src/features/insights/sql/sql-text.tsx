import { type Token, tokens } from "@/features/insights/sql/tokens";

const COLOURS: Record<Token["kind"], string | undefined> = {
  keyword: "font-semibold text-primary",
  text: "text-info",
  number: "text-warning",
  word: undefined,
  rest: undefined,
};

/** SQL in colour. */
export function SqlText({ sql }: { sql: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-lg bg-sunken p-4 font-mono text-sm leading-relaxed"
    >
      <code>
        {tokens(sql).map(({ kind, text }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
          <span key={place} className={COLOURS[kind]}>
            {text}
          </span>
        ))}
      </code>
    </pre>
  );
}
