/** The chart of a sheet of ours as a drawing part and a chart part. */
import { type Area, cellName, quoteSheet } from "../../core/workbook/address";
import type { ChartModel, SheetModel } from "../../core/sheets/model";
import { cellText } from "./cell-xml";
import { RELATIONSHIPS, STRICT_RELATIONSHIPS } from "./workbook-part";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function namespace(strict: boolean, name: "main" | "chart" | "spreadsheetDrawing"): string {
  return strict
    ? `http://purl.oclc.org/ooxml/drawingml/${name}`
    : `http://schemas.openxmlformats.org/drawingml/2006/${name}`;
}

/** @param relation id of the relation from the drawing to the chart */
export function drawingXml(chart: ChartModel, relation: string, strict: boolean): string {
  const corner = (name: string, row: number, column: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const { top, left, bottom, right } = chart.place;
  return (
    `${DECLARATION}<xdr:wsDr xmlns:xdr="${namespace(strict, "spreadsheetDrawing")}" xmlns:a="${namespace(strict, "main")}">` +
    `<xdr:twoCellAnchor>${corner("from", top, left)}${corner("to", bottom + 1, right + 1)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1" descr="${cellText(chart.title).replaceAll('"', "&quot;")}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${namespace(strict, "chart")}"><c:chart xmlns:c="${namespace(strict, "chart")}"` +
    ` xmlns:r="${strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS}" r:id="${relation}"/></a:graphicData></a:graphic>` +
    "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
  );
}

const FILLS = ["B4C7E7", "2F5597"];

/** A clustered bar chart, the first label on top. @param sheet the name that the sheet has in this workbook */
export function chartXml(model: SheetModel, chart: ChartModel, sheet: string, strict: boolean): string {
  const { top, left, bottom, right } = chart.source;
  const series: string[] = [];
  for (let column = left + 1; column <= right; column += 1) {
    series.push(seriesXml(model, chart.source, column, sheet, column - left - 1));
  }
  const rows = bottom - top;
  return (
    `${DECLARATION}<c:chartSpace xmlns:c="${namespace(strict, "chart")}" xmlns:a="${namespace(strict, "main")}">` +
    '<c:roundedCorners val="0"/><c:chart>' +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1100" b="0">${FACES}</a:rPr><a:t>${cellText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>' +
    `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join("")}` +
    `<c:gapWidth val="${rows > 6 ? 40 : 60}"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>` +
    '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
    '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>' +
    '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900">${FACES}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:chartSpace>`
  );
}

const FACES = '<a:latin typeface="宋体"/><a:ea typeface="宋体"/>';

function seriesXml(model: SheetModel, source: Area, column: number, sheet: string, index: number): string {
  const { top, left, bottom } = source;
  const range = (from: number, to: number, at: number): string => {
    const absolute = (row: number): string =>
      cellName({ row, column: at }).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
    const cells = from === to ? absolute(from) : `${absolute(from)}:${absolute(to)}`;
    return cellText(`${quoteSheet(sheet)}!${cells}`);
  };
  const points = (at: number): readonly string[] => {
    const values: string[] = [];
    for (let row = top + 1; row <= bottom; row += 1) values.push(cellText(valueOf(model, row, at)));
    return values;
  };
  const cache = (values: readonly string[]): string =>
    `<c:ptCount val="${values.length}"/>${values.map((value, at) => (value === "" ? "" : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`)).join("")}`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:strRef><c:f>${range(top, top, column)}</c:f><c:strCache>${cache([cellText(valueOf(model, top, column))])}</c:strCache></c:strRef></c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${FILLS[index % FILLS.length]}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
    '<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat><c:strRef><c:f>${range(top + 1, bottom, left)}</c:f><c:strCache>${cache(points(left))}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${range(top + 1, bottom, column)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${cache(points(column))}</c:numCache></c:numRef></c:val></c:ser>`
  );
}

function valueOf(model: SheetModel, row: number, column: number): string {
  const value = model.rows[row]?.cells[column]?.value;
  if (value === undefined || value.kind === "empty") return "";
  return value.kind === "text" ? value.text : value.value;
}
