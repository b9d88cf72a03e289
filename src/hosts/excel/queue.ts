/** One operation at a time: separate runs of Office.js do not wait for each other. */

export interface Queue {
  /** Runs the operation when all before it have ended, well or not. */
  run<T>(operation: () => Promise<T>): Promise<T>;
}

export function newQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<T>(operation: () => Promise<T>): Promise<T> {
      const next = last.then(operation, operation);
      last = next.catch(() => undefined);
      return next;
    },
  };
}
