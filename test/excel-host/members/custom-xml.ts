// Custom XML parts of the workbook.
import { DOMParser } from "@xmldom/xmldom";
import { invalidArgument, invalidOperation, itemNotFound } from "../failure";
import { type CustomXmlPart, newId, type Workbook } from "../model";
import { textOf } from "./arguments";
import { call, defineClass, type HostObject, object, value, type ObjectOf } from "./member";

interface PartTarget {
  readonly workbook: Workbook;
  readonly id: string;
}

function partOf(target: PartTarget): CustomXmlPart {
  const found = target.workbook.customXmlParts.find((part) => part.id === target.id);
  if (found === undefined) throw itemNotFound(`There is no custom XML part ${target.id}.`);
  return found;
}

function stopAtFault(level: string, message: string): void {
  if (level !== "warning") throw new Error(message);
}

/** The namespace of an XML text's root element; fails when the text is not well-formed. */
export function namespaceOf(xml: string): string {
  try {
    const options = { onError: stopAtFault };
    return new DOMParser(options).parseFromString(xml, "text/xml").documentElement?.namespaceURI ?? "";
  } catch {
    throw invalidArgument("The text is not well-formed XML.");
  }
}

const partObject: ObjectOf<PartTarget> = defineClass<PartTarget>({
  className: "CustomXmlPart",
  identity: (target) => ({ Id: partOf(target).id }),
  members: {
    id: value("1.5", (target) => partOf(target).id),
    namespaceUri: value("1.5", (target) => namespaceOf(partOf(target).xml)),
    getXml: call("1.5", (target) => partOf(target).xml),
    setXml: call("1.5", (target, [xml]) => {
      const text = textOf(xml);
      const own = partOf(target);
      namespaceOf(text);
      target.workbook.customXmlParts = target.workbook.customXmlParts.map((part) =>
        part === own ? { ...part, xml: text } : part,
      );
    }),
    delete: call("1.5", (target) => {
      const own = partOf(target);
      target.workbook.customXmlParts = target.workbook.customXmlParts.filter((part) => part !== own);
    }),
  },
});

interface ScopedTarget {
  readonly workbook: Workbook;
  readonly namespace: string;
}

function partsOf(target: ScopedTarget): readonly CustomXmlPart[] {
  return target.workbook.customXmlParts.filter((part) => namespaceOf(part.xml) === target.namespace);
}

function objectOf(workbook: Workbook, part: CustomXmlPart): HostObject {
  return partObject({ workbook, id: part.id });
}

const scopedObject: ObjectOf<ScopedTarget> = defineClass<ScopedTarget>({
  className: "CustomXmlPartScopedCollection",
  items: (target) => partsOf(target).map((part) => objectOf(target.workbook, part)),
  index: (target, key) => objectOf(target.workbook, partOf({ workbook: target.workbook, id: textOf(key) })),
  members: {
    getCount: call("1.5", (target) => partsOf(target).length),
    getItemOrNullObject: object("1.5", (target, [id]) => {
      const found = partsOf(target).find((part) => part.id === textOf(id));
      return found === undefined ? null : objectOf(target.workbook, found);
    }),
    getOnlyItem: object("1.5", (target) => {
      const [only, more] = partsOf(target);
      if (only === undefined || more !== undefined) throw invalidOperation("There is not exactly one part.");
      return objectOf(target.workbook, only);
    }),
    getOnlyItemOrNullObject: object("1.5", (target) => {
      const [only, more] = partsOf(target);
      return only === undefined || more !== undefined ? null : objectOf(target.workbook, only);
    }),
  },
});

export const customXmlPartsObject: ObjectOf<Workbook> = defineClass<Workbook>({
  className: "CustomXmlPartCollection",
  items: (workbook) => workbook.customXmlParts.map((part) => objectOf(workbook, part)),
  index: (workbook, key) => objectOf(workbook, partOf({ workbook, id: textOf(key) })),
  members: {
    add: object("1.5", (workbook, [xml]) => {
      const part: CustomXmlPart = { id: newId(), xml: textOf(xml) };
      namespaceOf(part.xml);
      workbook.customXmlParts = [...workbook.customXmlParts, part];
      return objectOf(workbook, part);
    }),
    getByNamespace: object("1.5", (workbook, [namespace]) =>
      scopedObject({ workbook, namespace: textOf(namespace) }),
    ),
    getCount: call("1.5", (workbook) => workbook.customXmlParts.length),
    getItemOrNullObject: object("1.5", (workbook, [id]) => {
      const found = workbook.customXmlParts.find((part) => part.id === textOf(id));
      return found === undefined ? null : objectOf(workbook, found);
    }),
  },
});
