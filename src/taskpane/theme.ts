/** Excel's light, dark and high-contrast looks as Fluent themes. */
import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useState } from "react";

/** Chinese fonts of Windows, macOS and Linux behind Excel's own. */
const FONTS =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

export type Look = "light" | "dark" | "contrast";

/** One object per look: the provider writes all of its variables anew for another one. */
const THEMES: Readonly<Record<Look, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase: FONTS },
  dark: { ...webDarkTheme, fontFamilyBase: FONTS },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase: FONTS },
};

export function themeOf(look: Look): Theme {
  return THEMES[look];
}

/** The system's look, as it changes. */
export function useSystemLook(): Look {
  const [look, setLook] = useState<Look>(systemLook);
  useEffect(() => {
    const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) =>
      window.matchMedia(query),
    );
    const update = (): void => setLook(systemLook());
    for (const query of queries) query.addEventListener("change", update);
    return () => {
      for (const query of queries) query.removeEventListener("change", update);
    };
  }, []);
  return look;
}

/** The look that the system asks for; forced colours win. */
export function systemLook(): Look {
  if (window.matchMedia?.("(forced-colors: active)").matches) return "contrast";
  return window.matchMedia?.("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** The look of Excel's theme by its body background, e.g. "#1E1E1E". */
export function lookOfBackground(colour: string): Look {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (match === null) return systemLook();
  const [red = 255, green = 255, blue = 255] = match.slice(1).map((pair) => Number.parseInt(pair, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? "dark" : "light";
}
