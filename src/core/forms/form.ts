/** A form that was found: where it stands, what it is called, and its tables, which checks speak of. */
import type { FormSpec } from "../pack/pack";
import type { Recognition } from "../tables/table";
import type { Area } from "../workbook/address";

export interface Form {
  readonly spec: FormSpec;
  readonly sheet: string;
  /** From its title to its last row. */
  readonly range: Area;
  /** What its name column holds; "" where the form leaves it blank. */
  readonly name: string;
  /** Name of its own among all forms of the workbook, the n-th of equals told apart. */
  readonly key: string;
  readonly recognition: Recognition;
}
