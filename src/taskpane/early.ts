/**
 * Before the pane's own script, which is long: Excel's library is asked for at once where the page is opened in Excel,
 * so that the two come side by side.
 */
import { askForOffice } from "../hosts/excel/office-script";
import { inExcel } from "./place";

if (inExcel()) askForOffice(document);
