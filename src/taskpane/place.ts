/** Whether this page is the pane inside Excel, as its address says. */
export function inExcel(): boolean {
  return new URLSearchParams(window.location.search).get("host") === "excel";
}
