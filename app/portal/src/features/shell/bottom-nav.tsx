import { Link } from "@tanstack/react-router";
import { useMe } from "@/features/accounts/session";
import { navigationOf } from "@/features/shell/navigation";
import { cn } from "@/lib/cn";

/** The menu under the thumb, on narrow screens. */
export function BottomNav() {
  const { role } = useMe();
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-t bg-card pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto flex max-w-lg justify-around">
        {navigationOf(role).map(({ to, label, Icon, isCall }) => (
          <li key={to} className="flex-1">
            <Link
              to={to}
              activeOptions={{ exact: to === "/" }}
              className="group flex h-16 flex-col items-center justify-center gap-0.5 font-medium text-muted-foreground text-xs aria-[current=page]:text-primary"
            >
              <span
                className={cn(
                  "grid h-8 w-12 place-items-center rounded-full group-aria-[current=page]:bg-accent",
                  isCall && "bg-coral text-coral-foreground group-aria-[current=page]:bg-coral",
                )}
              >
                <Icon aria-hidden className="size-5" />
              </span>
              {isCall ? "Claim" : label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
