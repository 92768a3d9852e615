import { zodResolver } from "@hookform/resolvers/zod";
import { useId } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { Problem } from "@/api/problem";
import { Field } from "@/components/field";
import { Refusal } from "@/components/refusal";
import { useServerErrors } from "@/components/server-errors";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import { NewPassword } from "@/features/accounts/new-password";
import { EMPTY, type Registration, registration } from "@/features/accounts/registration";
import { US_STATES } from "@/features/accounts/us-states";
import { today } from "@/format/dates";

type RegisterFormProps = {
  problem: Problem | undefined;
  busy: boolean;
  onSubmit: (form: Registration) => void;
};

const TEXTS = [
  { name: "first_name", label: "First name", autoComplete: "given-name" },
  { name: "last_name", label: "Last name", autoComplete: "family-name" },
] as const;

export function RegisterForm({ problem, busy, onSubmit }: RegisterFormProps) {
  const form = useForm<Registration>({
    resolver: zodResolver(registration),
    defaultValues: EMPTY,
  });
  const { register, setValue, watch, formState } = form;
  const { errors } = formState;
  const optIn = useId();
  useServerErrors(form, problem);
  return (
    <FormProvider {...form}>
      <form
        noValidate
        aria-label="Account"
        onSubmit={form.handleSubmit(onSubmit)}
        className="flex flex-col gap-8"
      >
        {problem && (
          <Refusal
            key={problem.requestId}
            problem={problem}
            title="We cannot open this account"
            passing="The account could not be opened"
          />
        )}
        <Group title="You">
          {TEXTS.map(({ name, label, autoComplete }) => (
            <Field key={name} label={label} error={errors[name]?.message}>
              {(control) => <Input {...{ autoComplete }} {...control} {...register(name)} />}
            </Field>
          ))}
          <Field label="Born" error={errors.date_of_birth?.message}>
            {(control) => (
              <Input
                type="date"
                max={today()}
                autoComplete="bday"
                {...control}
                {...register("date_of_birth")}
              />
            )}
          </Field>
          <Field label="Phone" error={errors.phone?.message}>
            {(control) => (
              <Input type="tel" autoComplete="tel-national" {...control} {...register("phone")} />
            )}
          </Field>
        </Group>
        <Group title="Where you live">
          <Field
            label="Street and number"
            error={errors.address_line1?.message}
            className="sm:col-span-2"
          >
            {(control) => (
              <Input autoComplete="address-line1" {...control} {...register("address_line1")} />
            )}
          </Field>
          <Field label="Town" error={errors.city?.message}>
            {(control) => (
              <Input autoComplete="address-level2" {...control} {...register("city")} />
            )}
          </Field>
          <div className="grid grid-cols-2 items-start gap-4">
            <Field label="State" error={errors.state?.message}>
              {(control) => (
                <NativeSelect autoComplete="address-level1" {...control} {...register("state")}>
                  <option value="">Choose</option>
                  {US_STATES.map((state) => (
                    <option key={state}>{state}</option>
                  ))}
                </NativeSelect>
              )}
            </Field>
            <Field label="ZIP code" error={errors.zip_code?.message}>
              {(control) => (
                <Input
                  inputMode="numeric"
                  autoComplete="postal-code"
                  {...control}
                  {...register("zip_code")}
                />
              )}
            </Field>
          </div>
        </Group>
        <Group title="How you sign in">
          <Field label="E-mail" error={errors.email?.message}>
            {(control) => (
              <Input type="email" autoComplete="username" {...control} {...register("email")} />
            )}
          </Field>
          <NewPassword />
        </Group>
        <div className="flex flex-wrap items-center justify-between gap-5 border-t pt-6">
          <div className="flex items-center gap-3">
            <Switch
              id={optIn}
              checked={watch("marketing_opt_in")}
              onCheckedChange={(isOn) => setValue("marketing_opt_in", isOn)}
            />
            <label htmlFor={optIn}>Send me news now and then</label>
          </div>
          <Button type="submit" size="lg" aria-disabled={busy}>
            {busy ? "Opening it" : "Open the account"}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-3 font-display font-semibold text-xl">{title}</legend>
      <div className="grid grid-cols-1 items-start gap-x-4 gap-y-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
