#!/bin/bash
# Draws docs/images/score-sheet*.png, score-chart.png and findings-sheet*.png anew: our sheets of the as-reported
# sample as LibreOffice prints them. Needs a built command line (npm run build:cli), soffice, pdftoppm and pdftotext.
# Fonts that the machine may lack are stood in for by ones of the same widths: 宋体 and 黑体 by Noto's, Calibri by a
# narrow one, since the widest digit of the default font decides how wide columns are.
set -euo pipefail
cd "$(dirname "$0")/.."
hengbiao=${HENGBIAO:-node dist/cli/hengbiao.js}
images=docs/images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

alias() {
  echo "<match target=\"pattern\"><test name=\"family\"><string>$1</string></test><edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>$2</string></edit></match>"
}
{
  echo '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
  echo '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
  alias 宋体 'Noto Serif CJK SC'
  alias 黑体 'Noto Sans CJK SC'
  alias Calibri 'Liberation Sans Narrow'
  echo '</fontconfig>'
} > "$work/fonts.conf"

# Exit code 1 says that there are errors in the sample, as there are.
$hengbiao check "$PWD/assets/samples/bazhou-2021-as-reported.xlsx" \
  --answers "$PWD/assets/samples/bazhou-2021-answers.json" --out "$work/sheets.xlsx" > "$work/log" || [ $? -eq 1 ]

# The chart stands outside the printed form: a copy without print areas shows it.
node -e '
  const { readFileSync, writeFileSync } = require("node:fs");
  const { strFromU8, strToU8, unzipSync, zipSync } = require("fflate");
  const [from, to] = process.argv.slice(1);
  const parts = unzipSync(readFileSync(from));
  const book = strFromU8(parts["xl/workbook.xml"]);
  const area = /<definedName[^>]*_xlnm\.Print_Area[^>]*>[^<]*<\/definedName>/g;
  parts["xl/workbook.xml"] = strToU8(book.replace(area, ""));
  writeFileSync(to, zipSync(parts));
' "$work/sheets.xlsx" "$work/whole.xlsx"

FONTCONFIG_FILE=$work/fonts.conf soffice "-env:UserInstallation=file://$work/profile" --headless \
  --convert-to pdf --outdir "$work" "$work/sheets.xlsx" "$work/whole.xlsx" > "$work/log" 2>&1

# Pages that hold a text, by number.
pages() {
  local last
  last=$(pdfinfo "$1" | sed -n 's/^Pages: *//p')
  for page in $(seq "$last"); do
    if pdftotext -f "$page" -l "$page" "$1" - | grep -q "$2"; then echo "$page"; fi
  done
}
picture() { pdftoppm -r 110 -f "$2" -l "$2" -singlefile -png "$1" "$images/$3"; }

mapfile -t score < <(pages "$work/sheets.pdf" 自评得分)
mapfile -t findings < <(pages "$work/sheets.pdf" 允许差)
mapfile -t chart < <(pages "$work/whole.pdf" 各部分得分与分值)
picture "$work/sheets.pdf" "${score[0]}" score-sheet
picture "$work/sheets.pdf" "${score[1]}" score-sheet-2
picture "$work/sheets.pdf" "${findings[0]}" findings-sheet
picture "$work/whole.pdf" "${chart[0]}" score-chart
