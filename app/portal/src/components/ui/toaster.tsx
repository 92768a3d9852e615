import type { CSSProperties } from "react";
import { Toaster as Sonner } from "sonner";
import { useTheme } from "@/features/theme/use-theme";

const COLOURS = {
  "--normal-bg": "var(--popover)",
  "--normal-text": "var(--popover-foreground)",
  "--normal-border": "var(--border)",
  "--border-radius": "var(--radius)",
  "--width": "26rem",
} as CSSProperties;

/** Where toasts appear; they are read out, and wait while the pointer is over them. */
export function Toaster() {
  const { chosen } = useTheme();
  return (
    <Sonner
      theme={chosen}
      position="bottom-right"
      offset={{ bottom: "1.5rem" }}
      mobileOffset={{ bottom: "5.5rem" }}
      visibleToasts={4}
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
