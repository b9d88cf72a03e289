/** The custom XML part of the answers: found by its namespace, changed in place, else added. */
import { ANSWERS_NAMESPACE } from "../../core/answers/xml";
import type { Session } from "./session";

/** The part's text; undefined where there is none. */
export async function readPart(session: Session): Promise<string | undefined> {
  const part = await findPart(session);
  const xml = part?.getXml();
  if (xml !== undefined) await session.sync();
  return xml?.value;
}

/** @param xml undefined: takes the part away */
export async function writePart(session: Session, xml: string | undefined): Promise<void> {
  const part = await findPart(session);
  if (xml === undefined) part?.delete();
  else if (part === undefined) session.context.workbook.customXmlParts.add(xml);
  else part.setXml(xml);
  await session.sync();
}

async function findPart(session: Session): Promise<Excel.CustomXmlPart | undefined> {
  const parts = session.context.workbook.customXmlParts.getByNamespace(ANSWERS_NAMESPACE).load("items/id");
  await session.sync();
  return parts.items[0];
}
