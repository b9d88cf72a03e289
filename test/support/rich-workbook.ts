/**
 * A workbook with what officers' workbooks hold beside cells, made part by part: conditional formats (also x14),
 * validations, chart, pivot table, notes, threaded comments, names, picture, protection, external link, custom XML,
 * pictures in cells as WPS makes them (DISPIMG), list, page settings, calculation chain.
 */
import { contentTypes, relationships } from "./workbooks";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const A = "http://schemas.openxmlformats.org/drawingml/2006/main";
const ML = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWING = "application/vnd.openxmlformats-officedocument";
const THREADED = "http://schemas.microsoft.com/office/2017/10/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One transparent pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

const SHEET_DATA = `<worksheet xmlns="${MAIN}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision">
<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/></sheetPr><dimension ref="A1:F8"/>
<sheetViews><sheetView tabSelected="1" zoomScale="85" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B3" sqref="B3"/></sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><cols><col min="2" max="2" width="20.5" customWidth="1"/><col min="4" max="4" width="9" hidden="1"/></cols>
<sheetData><row r="1" spans="1:6"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
<row r="2" ht="30" customHeight="1"><c r="A2" t="s"><v>3</v></c><c r="B2" s="1"><v>17290.12</v></c><c r="C2"><f>B2*2</f><v>34580.24</v></c></row>
<row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3" s="1"><v>3500</v></c><c r="C3"><f t="shared" ref="C3:C4" si="0">B3*2</f><v>7000</v></c></row>
<row r="4"><c r="A4" t="s"><v>5</v></c><c r="B4" s="2"><v>0.9977</v></c><c r="C4"><f t="shared" si="0"/><v>1.9954</v></c></row>
<row r="5"><c r="A5" t="str"><f>DISPIMG("ID_1A2B",1)</f><v>=DISPIMG("ID_1A2B",1)</v></c><c r="B5"><f>[1]Sheet1!$A$1</f><v>5</v></c><c r="C5" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
<row r="6" hidden="1"><c r="A6" t="inlineStr"><is><r><rPr><b/></rPr><t>富</t></r><r><t>文本</t></r></is></c></row></sheetData>
<sheetProtection password="83AF" sheet="1" objects="1" scenarios="1" formatCells="0"/>
<protectedRanges><protectedRange sqref="B2:B4" name="可编辑"/></protectedRanges>
<mergeCells count="1"><mergeCell ref="A8:B8"/></mergeCells>
<conditionalFormatting sqref="B2:B4"><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>10000</formula></cfRule></conditionalFormatting>
<conditionalFormatting sqref="C2:C4"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{11111111-2222-3333-4444-555555555555}</x14:id></ext></extLst></cfRule></conditionalFormatting>
<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="A2:A4"><formula1>"库尔勒市,轮台县"</formula1></dataValidation></dataValidations>
<hyperlinks><hyperlink ref="A2" r:id="rId1" tooltip="网址"/><hyperlink ref="A3" location="'其他'!A1"/></hyperlinks>
<printOptions gridLines="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>
<pageSetup paperSize="9" scale="90" orientation="portrait" r:id="rId2"/><headerFooter><oddHeader>&amp;C基础数据</oddHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>
<drawing r:id="rId3"/><legacyDrawing r:id="rId4"/>
<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{11111111-2222-3333-4444-555555555555}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>C2:C4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>`;

const OTHER_SHEET = `<worksheet xmlns="${MAIN}" xmlns:r="${R}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2"><v>12</v></c></row></sheetData><autoFilter ref="D1:E2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;

const PIVOT_SHEET = `<worksheet xmlns="${MAIN}"><sheetData><row r="3"><c r="A3" t="inlineStr"><is><t>行标签</t></is></c><c r="B3" t="inlineStr"><is><t>求和项:金额</t></is></c></row></sheetData></worksheet>`;

const CHART = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="${A}" xmlns:r="${R}"><c:chart><c:plotArea><c:layout/><c:pieChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>'数 据'!$B$2:$B$4</c:f></c:numRef></c:val></c:ser></c:pieChart></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;

const DRAWING_XML = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${A}"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${R}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor><xdr:oneCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="95250" cy="95250"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="图片 2" descr="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${R}" r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`;

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="180" formatCode="0!.0000,&quot;万元&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font><font><b/><sz val="11"/><color theme="1"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="180" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;

const VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`;

/** Parts by name, text or bytes. */
export function richParts(): Readonly<Record<string, string | Uint8Array>> {
  return {
    "[Content_Types].xml": contentTypes(
      {
        "xl/workbook.xml": `${ML}.sheet.main+xml`,
        "xl/worksheets/sheet1.xml": `${ML}.worksheet+xml`,
        "xl/worksheets/sheet2.xml": `${ML}.worksheet+xml`,
        "xl/worksheets/sheet3.xml": `${ML}.worksheet+xml`,
        "xl/styles.xml": `${ML}.styles+xml`,
        "xl/sharedStrings.xml": `${ML}.sharedStrings+xml`,
        "xl/calcChain.xml": `${ML}.calcChain+xml`,
        "xl/drawings/drawing1.xml": `${DRAWING}.drawing+xml`,
        "xl/charts/chart1.xml": `${DRAWING}.drawingml.chart+xml`,
        "xl/comments1.xml": `${ML}.comments+xml`,
        "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
        "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
        "xl/tables/table1.xml": `${ML}.table+xml`,
        "xl/pivotTables/pivotTable1.xml": `${ML}.pivotTable+xml`,
        "xl/pivotCache/pivotCacheDefinition1.xml": `${ML}.pivotCacheDefinition+xml`,
        "xl/pivotCache/pivotCacheRecords1.xml": `${ML}.pivotCacheRecords+xml`,
        "xl/externalLinks/externalLink1.xml": `${ML}.externalLink+xml`,
        "xl/cellimages.xml": "application/vnd.wps-officedocument.cellimage+xml",
        "customXml/itemProps1.xml": `${DRAWING}.customXmlProperties+xml`,
      },
      { png: "image/png", vml: `${DRAWING}.vmlDrawing`, bin: `${ML}.printerSettings` },
    ),
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${R}"><fileVersion appName="xl" lastEdited="7"/><workbookPr codeName="ThisWorkbook"/><workbookProtection lockWindows="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="10000" activeTab="0"/></bookViews><sheets><sheet name="数 据" sheetId="3" r:id="rId1"/><sheet name="其他" sheetId="7" state="hidden" r:id="rId2"/><sheet name="透视" sheetId="9" r:id="rId3"/></sheets><externalReferences><externalReference r:id="rId9"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">其他!$D$1:$E$2</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">'数 据'!$A$1:$C$8</definedName><definedName name="限额" comment="上限">'数 据'!$B$2</definedName></definedNames><calcPr calcId="191029" iterate="1"/><pivotCaches><pivotCache cacheId="4" r:id="rId8"/></pivotCaches></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "/xl/worksheets/sheet2.xml"],
      ["rId3", "worksheet", "worksheets/sheet3.xml"],
      ["rId4", "styles", "styles.xml"],
      ["rId5", "sharedStrings", "sharedStrings.xml"],
      ["rId6", "calcChain", "calcChain.xml"],
      ["rId7", `${THREADED}/person`, "persons/person.xml"],
      ["rId8", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
      ["rId9", "externalLink", "externalLinks/externalLink1.xml"],
      ["rId10", "http://www.wps.cn/officeDocument/2020/cellImage", "cellimages.xml"],
      ["rId11", "customXml", "../customXml/item1.xml"],
    ]),
    "xl/worksheets/sheet1.xml": HEAD + SHEET_DATA,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships([
      ["rId1", "hyperlink", 'https://example.com/" TargetMode="External'],
      ["rId2", "printerSettings", "../printerSettings/printerSettings1.bin"],
      ["rId3", "drawing", "../drawings/drawing1.xml"],
      ["rId4", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
      ["rId5", "comments", "../comments1.xml"],
      ["rId6", `${THREADED}/threadedComment`, "../threadedComments/threadedComment1.xml"],
    ]),
    "xl/worksheets/sheet2.xml": HEAD + OTHER_SHEET,
    "xl/worksheets/_rels/sheet2.xml.rels": relationships([["rId1", "table", "../tables/table1.xml"]]),
    "xl/worksheets/sheet3.xml": HEAD + PIVOT_SHEET,
    "xl/worksheets/_rels/sheet3.xml.rels": relationships([
      ["rId1", "pivotTable", "../pivotTables/pivotTable1.xml"],
    ]),
    "xl/styles.xml": HEAD + STYLES,
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}" count="8" uniqueCount="6"><si><t>县市</t></si><si><t>金额</t></si><si><t>两倍</t></si><si><t>库尔勒市</t><phoneticPr fontId="0"/></si><si><t xml:space="preserve"> 轮台县_x000D_</t></si><si><t>焉耆县</t></si></sst>`,
    "xl/calcChain.xml": `${HEAD}<calcChain xmlns="${MAIN}"><c r="C2" i="3"/><c r="C3" i="3"/><c r="C4" i="3"/></calcChain>`,
    "xl/drawings/drawing1.xml": HEAD + DRAWING_XML,
    "xl/drawings/_rels/drawing1.xml.rels": relationships([
      ["rId1", "chart", "../charts/chart1.xml"],
      ["rId2", "image", "../media/image1.png"],
    ]),
    "xl/charts/chart1.xml": HEAD + CHART,
    "xl/drawings/vmlDrawing1.vml": VML,
    "xl/comments1.xml": `${HEAD}<comments xmlns="${MAIN}"><authors><author>tc={AAAAAAAA-1111-2222-3333-444444444444}</author><author>张三</author></authors><commentList><comment ref="B2" authorId="1"><text><t>请核对</t></text></comment></commentList></comments>`,
    "xl/threadedComments/threadedComment1.xml": `${HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2022-02-28T08:00:00.00" personId="{BBBBBBBB-1111-2222-3333-444444444444}" id="{AAAAAAAA-1111-2222-3333-444444444444}"><text>请核对</text></threadedComment></ThreadedComments>`,
    "xl/persons/person.xml": `${HEAD}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="张三" id="{BBBBBBBB-1111-2222-3333-444444444444}" userId="zhang" providerId="None"/></personList>`,
    "xl/tables/table1.xml": `${HEAD}<table xmlns="${MAIN}" id="1" name="列表1" displayName="列表1" ref="A1:B2"><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="县市"/><tableColumn id="2" name="金额"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`,
    "xl/pivotTables/pivotTable1.xml": `${HEAD}<pivotTableDefinition xmlns="${MAIN}" name="数据透视表1" cacheId="4" dataCaption="值"><location ref="A3:B4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><dataFields count="1"><dataField name="求和项:金额" fld="1"/></dataFields></pivotTableDefinition>`,
    "xl/pivotTables/_rels/pivotTable1.xml.rels": relationships([
      ["rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"],
    ]),
    "xl/pivotCache/pivotCacheDefinition1.xml": `${HEAD}<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${R}" r:id="rId1" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="A1:B2" sheet="其他"/></cacheSource><cacheFields count="2"><cacheField name="县市"><sharedItems count="1"><s v="库尔勒市"/></sharedItems></cacheField><cacheField name="金额"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="12" maxValue="12"/></cacheField></cacheFields></pivotCacheDefinition>`,
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relationships([
      ["rId1", "pivotCacheRecords", "pivotCacheRecords1.xml"],
    ]),
    "xl/pivotCache/pivotCacheRecords1.xml": `${HEAD}<pivotCacheRecords xmlns="${MAIN}" count="1"><r><x v="0"/><n v="12"/></r></pivotCacheRecords>`,
    "xl/externalLinks/externalLink1.xml": `${HEAD}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${R}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>`,
    "xl/externalLinks/_rels/externalLink1.xml.rels": relationships([
      ["rId1", "externalLinkPath", 'file:///C:/a.xlsx" TargetMode="External'],
    ]),
    "xl/cellimages.xml": `${HEAD}<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${A}" xmlns:r="${R}"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="ID_1A2B"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr/></xdr:pic></etc:cellImage></etc:cellImages>`,
    "xl/_rels/cellimages.xml.rels": relationships([["rId1", "image", "media/image1.png"]]),
    "xl/media/image1.png": new Uint8Array(PIXEL),
    "xl/printerSettings/printerSettings1.bin": new Uint8Array([1, 2, 3, 0, 255]),
    "customXml/item1.xml": '<b:root xmlns:b="urn:example:other"><b:v>1</b:v></b:root>',
    "customXml/_rels/item1.xml.rels": relationships([["rId1", "customXmlProps", "itemProps1.xml"]]),
    "customXml/itemProps1.xml": `${HEAD}<ds:datastoreItem ds:itemID="{CCCCCCCC-1111-2222-3333-444444444444}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
  };
}
