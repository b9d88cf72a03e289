// A bare script that only loads the file with exceljs.
const { Workbook } = require("exceljs");

const book = new Workbook();
void book.xlsx.readFile(process.argv[2]).then(() => {
  if (book.worksheets.length === 0) process.exitCode = 1;
});
