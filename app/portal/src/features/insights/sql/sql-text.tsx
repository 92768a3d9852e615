import { type Token, tokens } from "@/features/insights/sql/tokens";

const COLOURS: Record<Token["kind"], string | undefined> = {
  keyword: "font-semibold text-primary",
  text: "text-info",
  number: "text-warning",
  word: undefined,
  rest: undefined,
};

/** SQL in colour; long lines are broken rather than cut. */
export function SqlText({ sql }: { sql: string }) {
  return (
    <pre className="whitespace-pre-wrap rounded-lg bg-sunken p-4 font-mono text-sm leading-relaxed">
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
