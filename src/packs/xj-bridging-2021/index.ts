/** The pack of the 2021 notice, assembled from its parts; a test holds it to the schema and the linter. */
import type { Pack } from "../../core/pack/pack";
import checks from "./checks.json";
import dimensions from "./dimensions.json";
import indicators from "./indicators.json";
import facts from "./facts.json";
import head from "./pack.json";
import tables from "./tables.json";

const parts: unknown = { ...head, dimensions, tables, checks, indicators, facts };

/** JSON widens literals to strings, hence the one cast; the tests validate what it claims. */
export const xjBridging2021 = parts as Pack;
