import { type CSSProperties, useSyncExternalStore } from "react";
import { Toaster as Sonner } from "sonner";
import { useTheme } from "@/features/theme/use-theme";

const COLOURS = {
  "--normal-bg": "var(--popover)",
  "--normal-text": "var(--popover-foreground)",
  "--normal-border": "var(--border)",
  "--border-radius": "var(--radius)",
  "--width": "26rem",
} as CSSProperties;

const wide = window.matchMedia("(width >= 64rem)");

function onWidth(changed: () => void): () => void {
  wide.addEventListener("change", changed);
  return () => wide.removeEventListener("change", changed);
}

/**
 * Where toasts appear, the newest alone: over what nobody presses, below the bar on a phone and in
 * the corner elsewhere. They are read out, and wait while the pointer is over them.
 */
export function Toaster() {
  const { chosen } = useTheme();
  const isWide = useSyncExternalStore(onWidth, () => wide.matches);
  return (
    <Sonner
      theme={chosen}
      position={isWide ? "bottom-right" : "top-center"}
      offset={{ top: "4.5rem", bottom: "1.5rem" }}
      mobileOffset={{ top: "4.5rem" }}
      visibleToasts={1}
      duration={7000}
      closeButton
      style={COLOURS}
      toastOptions={{
        classNames: {
          toast: "!items-start !gap-3 !p-4 !text-base !font-sans !shadow-card",
          title: "!font-semibold !leading-snug",
          description: "!text-muted-foreground !leading-snug",
          actionButton: "!h-8 !rounded-md !bg-primary !px-3 !text-primary-foreground !text-sm",
        },
      }}
    />
  );
}
