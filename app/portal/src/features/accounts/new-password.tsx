import { Check, Circle, Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { Field } from "@/components/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { lacking, type Registration, SHORTEST } from "@/features/accounts/registration";
import { plural } from "@/format/numbers";
import { cn } from "@/lib/cn";

/** A password to choose, with what makes a good one while it is typed. */
export function NewPassword() {
  const { register, watch, formState } = useFormContext<Registration>();
  const [isShown, setShown] = useState(false);
  const password = watch("password");
  const left = lacking(password);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div>
      <Field label="Password" error={formState.errors.password?.message}>
        {(control) => (
          <span className="relative block">
            <Input
              type={isShown ? "text" : "password"}
              autoComplete="new-password"
              spellCheck={false}
              className="pr-12"
              {...control}
              {...register("password")}
            />
            <Button
              variant="ghost"
              size="icon"
              aria-label={isShown ? "Hide the password" : "Show the password"}
              aria-pressed={isShown}
              className="absolute top-0 right-0"
              onClick={() => setShown(!isShown)}
            >
              <Icon aria-hidden />
            </Button>
          </span>
        )}
      </Field>
      <ul className="mt-2 flex flex-col gap-1 text-muted-foreground text-sm">
        <Hint isMet={left === 0}>
          {SHORTEST} characters or more
          {left > 0 && password !== "" && `, ${plural(left, "more", "more")}`}
        </Hint>
        <Hint isMet={false}>
          A few words that have nothing to do with each other are best; no digits or signs needed
        </Hint>
      </ul>
    </div>
  );
}

function Hint({ isMet, children }: { isMet: boolean; children: React.ReactNode }) {
  const Icon = isMet ? Check : Circle;
  return (
    <li className={cn("flex gap-2", isMet && "font-semibold text-good")}>
      <Icon aria-hidden className={cn("mt-1 size-3.5 shrink-0", !isMet && "scale-50")} />
      <span>{children}</span>
    </li>
  );
}
