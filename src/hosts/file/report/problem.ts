/** A problem of a report, already told in a report's own words. */
import { FileProblem } from "../problem";

export class ReportProblem extends FileProblem {}
