// The registration calls that stand behind `onChanged.add` and its like.
import { call, type Member } from "./member";

/** Wire names of the events and their numbers in Office.js. */
export const eventNames: Readonly<Record<string, number>> = {
  DataChangedEvent: 10,
  ActivatedEvent: 11,
  DeactivatedEvent: 12,
  AddedEvent: 13,
  SelectionChangedEvent: 14,
  DeletedEvent: 15,
  CalculatedEvent: 16,
  FormatChangedEvent: 18,
  RowSortedEvent: 19,
  ColumnSortedEvent: 20,
  EventNameChanged: 25,
  EventVisibilityChanged: 26,
  EventMoved: 27,
};

/** Register and unregister calls of a class; `target` is `Workbook` for collections, else how to find the sheet's id. */
export function registration<S>(
  target: "Workbook" | ((self: S) => string),
): Readonly<Record<string, Member<S>>> {
  const idOf = (self: S): string => (target === "Workbook" ? target : target(self));
  return Object.fromEntries(
    Object.entries(eventNames).flatMap(([name, type]): readonly [string, Member<S>][] => [
      [
        `_Register${name}`,
        call("1.7", (self, _args, session) => session.listeners.add(`${type}|${idOf(self)}`) && null),
      ],
      [
        `_Unregister${name}`,
        call("1.7", (self, _args, session) => {
          session.listeners.delete(`${type}|${idOf(self)}`);
        }),
      ],
    ]),
  );
}
