/** Id of the page's title, where the focus goes after navigation. */
export const TITLE_ID = "page-title";
/** Id of the page's content, where the skip link leads. */
export const CONTENT_ID = "content";

/** Put the focus on the title of the page that has just come up; it is read out. */
export function focusTitle(): void {
  const title = document.getElementById(TITLE_ID) ?? document.getElementById(CONTENT_ID);
  title?.focus({ preventScroll: true });
}
