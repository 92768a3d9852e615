import { Link } from "@tanstack/react-router";
import { BrandMark } from "@/components/brand";
import { Bell } from "@/features/notifications/bell";
import { UserMenu } from "@/features/shell/user-menu";
import { ThemeMenu } from "@/features/theme/theme-menu";

export function TopBar() {
  return (
    <header className="sticky top-0 z-30 flex h-16 items-center gap-1 border-b bg-background/95 px-4 backdrop-blur lg:px-8">
      <Link to="/" aria-label="PetInsure360, home" className="rounded-lg lg:hidden">
        <BrandMark className="size-9" />
      </Link>
      <div className="ml-auto flex items-center gap-1">
        <Bell />
        <ThemeMenu />
        <UserMenu />
      </div>
    </header>
  );
}
