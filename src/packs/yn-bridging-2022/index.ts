/** The pack of the Yunnan notice of 2022 as far as it is known, assembled from its parts. */
import type { Pack } from "../../core/pack/pack";
import checks from "./checks.json";
import indicators from "./indicators.json";
import head from "./pack.json";
import tables from "./tables.json";

const parts: unknown = { ...head, tables, checks, indicators };

/** JSON widens literals to strings, hence the one cast; the tests validate what it claims. */
export const ynBridging2022 = parts as Pack;
