import { Field } from "@/components/field";
import { NativeSelect } from "@/components/ui/native-select";

type ChoiceProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
  className?: string;
};

/** A filter of one of several; undefined lets all through. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange, className } = props;
  return (
    <Field label={label} {...(className && { className })}>
      {(control) => (
        <NativeSelect
          value={value ?? ""}
          onChange={({ target }) =>
            onChange(options.find((option) => option.value === target.value)?.value)
          }
          {...control}
        >
          <option value="">All</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
