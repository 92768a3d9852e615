import { Field } from "@/components/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { Direction } from "@/features/insights/sortable-table";

type OrderChoiceProps<Sort extends string> = {
  /** Orders in words; the value is column and direction with a dot between. */
  orders: readonly { value: `${Sort}.${Direction}`; label: string }[];
  sort: Sort;
  direction: Direction;
  onSort: (sort: Sort, direction: Direction) => void;
};

/** The order of a list in words. */
export function OrderChoice<Sort extends string>(props: OrderChoiceProps<Sort>) {
  const { orders, sort, direction, onSort } = props;
  const current = `${sort}.${direction}`;
  return (
    <Field label="Order">
      {(control) => (
        <NativeSelect
          value={current}
          onChange={({ target }) => {
            const [by, way] = target.value.split(".") as [Sort, Direction];
            onSort(by, way);
          }}
          {...control}
        >
          {!orders.some(({ value }) => value === current) && (
            <option value={current}>As in the table</option>
          )}
          {orders.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
