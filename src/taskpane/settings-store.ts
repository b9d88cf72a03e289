/** The officer's settings in this browser; a broken or foreign entry counts as none. */
import type { PackRules, RuleSetting, RuleSettings } from "../core/revision/revision";
import type { Settings, SettingsStore } from "./job";

const KEY = "hengbiao.settings";

export function settingsInBrowser(storage: Pick<Storage, "getItem" | "setItem">): SettingsStore {
  return {
    load: () => {
      try {
        return settingsFrom(JSON.parse(storage.getItem(KEY) ?? "null"));
      } catch {
        return {};
      }
    },
    save: (settings) => {
      try {
        storage.setItem(KEY, JSON.stringify(settings));
      } catch {
        // Storage is full or forbidden: the settings hold until the pane closes.
      }
    },
  };
}

function settingsFrom(value: unknown): Partial<Settings> {
  if (typeof value !== "object" || value === null) return {};
  const found: { -readonly [K in keyof Settings]?: Settings[K] } = {};
  if ("language" in value && (value.language === "zh-CN" || value.language === "en"))
    found.language = value.language;
  if ("recheck" in value && typeof value.recheck === "boolean") found.recheck = value.recheck;
  if ("marks" in value && typeof value.marks === "boolean") found.marks = value.marks;
  if ("packId" in value && typeof value.packId === "string") found.packId = value.packId;
  if ("rules" in value) found.rules = packRulesFrom(value.rules);
  return found;
}

function packRulesFrom(value: unknown): PackRules {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([pack, rules]: readonly [string, unknown]) => [pack, rulesFrom(rules)]),
  );
}

function rulesFrom(value: unknown): RuleSettings {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, setting]: readonly [string, unknown]) => {
      const read = settingFrom(setting);
      return read === undefined ? [] : [[id, read] as const];
    }),
  );
}

function settingFrom(value: unknown): RuleSetting | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("off" in value && typeof value.off === "boolean") return { off: value.off };
  if ("tolerance" in value && typeof value.tolerance === "string") return { tolerance: value.tolerance };
  return undefined;
}
