/** The ribbon's buttons: which function each id of the manifest calls. */

/**
 * Associates the actions. Excel waits for `completed`, so that it is called whatever comes of an action.
 * @param actions by the ids that the manifest names
 */
export function associateActions(actions: Readonly<Record<string, () => Promise<void>>>): void {
  for (const [id, action] of Object.entries(actions)) {
    Office.actions.associate(id, async (event: Office.AddinCommands.Event | undefined) => {
      try {
        await action();
      } finally {
        event?.completed();
      }
    });
  }
}

/** Opens the pane where the shared runtime has it closed; an Excel without a shared runtime opens it by itself. */
export async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) await Office.addin.showAsTaskpane();
}
