import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { Field } from "@/components/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

const credentials = z.object({
  email: z.email("Your e-mail address, please."),
  password: z.string().min(1, "Your password, please."),
});

export type Credentials = z.infer<typeof credentials>;

type LoginFormProps = { onSubmit: (credentials: Credentials) => void; busy: boolean };

export function LoginForm({ onSubmit, busy }: LoginFormProps) {
  const { register, handleSubmit, formState } = useForm<Credentials>({
    resolver: zodResolver(credentials),
    defaultValues: { email: "", password: "" },
  });
  const { errors } = formState;
  return (
    <form noValidate onSubmit={handleSubmit(onSubmit)} className="flex flex-col gap-4">
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Field label="E-mail" error={errors.email?.message}>
          {(control) => (
            <Input type="email" autoComplete="username" {...control} {...register("email")} />
          )}
        </Field>
        <Field label="Password" error={errors.password?.message}>
          {(control) => (
            <Input
              type="password"
              autoComplete="current-password"
              {...control}
              {...register("password")}
            />
          )}
        </Field>
      </div>
      <Button type="submit" aria-disabled={busy} className="self-start">
        Sign in
      </Button>
    </form>
  );
}
