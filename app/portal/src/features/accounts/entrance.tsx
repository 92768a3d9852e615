import type { ReactNode } from "react";
import { WelcomePanel } from "@/features/accounts/welcome-panel";
import { CONTENT_ID } from "@/features/shell/focus";
import { ThemeMenu } from "@/features/theme/theme-menu";

/** The frame of the pages before the sign-in. */
export function Entrance({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col lg:flex-row">
      <WelcomePanel />
      <div className="relative flex flex-1 flex-col">
        <div className="absolute top-2.5 right-3 max-lg:[&_button]:text-white lg:top-4 lg:right-6">
          <ThemeMenu />
        </div>
        <main
          id={CONTENT_ID}
          tabIndex={-1}
          className="mx-auto flex w-full max-w-2xl flex-1 flex-col justify-center px-5 py-10 lg:px-10"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
