/** The least that a pane of this tool chain can be: a theme, a text, a button. Waits for Office.js where the page brings it. */
import { Button, FluentProvider, Text, webLightTheme } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

declare const Office: { readonly onReady: () => Promise<unknown> } | undefined;

async function start(): Promise<void> {
  if (typeof Office !== "undefined") await Office.onReady();
  const root = document.getElementById("root");
  if (root === null) return;
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <Text>hello</Text>
      <Button appearance="primary" onClick={() => document.body.setAttribute("data-answered", "")}>
        hello
      </Button>
    </FluentProvider>,
  );
}

void start();
