import { useNavigate } from "@tanstack/react-router";
import { ChevronDown, LogOut } from "lucide-react";
import { $api } from "@/api/client";
import { queryClient } from "@/api/query-client";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Initials } from "@/features/accounts/initials";
import { sessionQuery, useMe } from "@/features/accounts/session";

export function UserMenu() {
  const me = useMe();
  const navigate = useNavigate();
  const logout = $api.useMutation("post", "/api/accounts/logout", {
    onSuccess: async () => {
      queryClient.setQueryData(sessionQuery.queryKey, null);
      await navigate({ to: "/login" });
      queryClient.clear();
    },
  });
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" className="gap-2.5 px-2" aria-label={`Account of ${me.name}`}>
          <Initials name={me.name} />
          <span className="hidden max-w-64 truncate sm:inline">{me.name}</span>
          <ChevronDown aria-hidden className="hidden sm:inline" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>
          <span className="block font-semibold text-foreground">{me.name}</span>
          {me.email}
          <span className="block capitalize">{me.role}</span>
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => logout.mutate({})}>
          <LogOut aria-hidden />
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
