import { CONTENT_ID } from "@/features/shell/focus";

/** First stop of the Tab key: past the menu, to the page. */
export function SkipLink() {
  return (
    <a
      href={`#${CONTENT_ID}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(CONTENT_ID)?.focus();
      }}
      className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:rounded-lg focus:bg-primary focus:px-5 focus:py-3 focus:font-semibold focus:text-primary-foreground"
    >
      Skip to the content
    </a>
  );
}
