/** The pack of the yearly project form, assembled from its parts; a test holds it to the schema and the linter. */
import type { Pack } from "../../core/pack/pack";
import checks from "./checks.json";
import dimensions from "./dimensions.json";
import forms from "./forms.json";
import head from "./pack.json";
import tables from "./tables.json";

const parts: unknown = { ...head, dimensions, tables, checks, forms };

/** JSON widens literals to strings, hence the one cast; the tests validate what it claims. */
export const projectSelfEvaluation = parts as Pack;
