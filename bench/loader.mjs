// Lets Node run the TypeScript sources as they stand: node --import ./bench/loader.mjs bench/rules.mjs
import { register } from "node:module";

register("./loader-hooks.mjs", import.meta.url);
