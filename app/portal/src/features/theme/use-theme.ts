import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

const KEY = "petinsure360.theme"; // public/theme.js reads it before the first paint
const listeners = new Set<() => void>();

/** Let no colour fade into another theme: on the way, words stand on a ground of their own tone. */
function turnAtOnce(): void {
  const root = document.documentElement;
  root.dataset.turning = "";
  // The first frame paints the other theme; whatever fades may do so again in the one after.
  requestAnimationFrame(() => requestAnimationFrame(() => delete root.dataset.turning));
}

/** Turn with the device from now on. */
export function followDevice(): void {
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", turnAtOnce);
}

function chosenTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function choose(theme: Theme): void {
  turnAtOnce();
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(KEY);
  } else {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(KEY, theme);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The chosen theme, and how to choose another; `system` follows the device. */
export function useTheme(): { chosen: Theme; choose: (theme: Theme) => void } {
  return { chosen: useSyncExternalStore(subscribe, chosenTheme), choose };
}
