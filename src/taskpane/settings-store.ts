/** The officer's settings in this browser; a broken or foreign entry counts as none. */
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
  return found;
}
