/** The language of the pane, for every screen below it. */
import { createContext, type ReactNode, useCallback, useContext } from "react";
import type { Language, Text } from "../core/pack/pack";

const LanguageContext = createContext<Language>("zh-CN");

export function LanguageProvider(props: {
  readonly language: Language;
  readonly children: ReactNode;
}): ReactNode {
  return <LanguageContext value={props.language}>{props.children}</LanguageContext>;
}

/** Gives the way from a text in both languages to the one that is shown. */
export function useSay(): (text: Text) => string {
  const language = useContext(LanguageContext);
  return useCallback((text) => text[language], [language]);
}
