#!/usr/bin/env bash
# excelize-wasm 0.1.3 (CalcCellValue), Node 20: ROUND(x,2) of an amount that has two decimals already is not that amount.
#
# A check row says =IF(ROUND(A1,2)=A1,"平","不平"), or compares a rounded sum with the total beside it. ROUND gives the next
# binary number above the amount, so that equality fails for nearly every amount: the usual cure for float residues in
# sheets is here what brings them in. =A1=218462.48 by itself is TRUE. What is right: ROUND "rounds a number to a specified
# number of digits" (Microsoft, "ROUND function"), so an amount of two decimals stays what it is. Only the difference form
# ROUND(a-b,2)=0 does.
#
# Seen: ROUND(218462.48,2)=218462.48 FALSE, rest 2.91038304567337E-11; ROUND(10.5,2)=10.5 FALSE; difference form TRUE;
#       982 of 1000 amounts not equal
# Exit 0 while it is so, 1 once it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --save-exact excelize-wasm@0.1.3 >/dev/null
cat > run.cjs <<'JS'
const { init } = require("excelize-wasm");

init("./node_modules/excelize-wasm/excelize.wasm.gz").then((excelize) => {
  const file = excelize.NewFile();

  /** The value of a formula on a sheet whose A1 holds the amount. */
  function of(amount, formula) {
    file.SetCellValue("Sheet1", "A1", amount);
    file.SetCellFormula("Sheet1", "B1", formula);
    return file.CalcCellValue("Sheet1", "B1").value;
  }

  const seen = [
    of(218462.48, "=ROUND(A1,2)=A1"),
    of(218462.48, "=ROUND(A1,2)-A1"),
    of(10.5, "=ROUND(A1,2)=A1"),
    of(218462.48, "=ROUND(A1-218462.48,2)=0"),
    of(218462.48, "=A1=218462.48"),
  ];
  let unequal = 0;
  // 0.00 to 99,999.90 in uneven steps, two decimals each.
  for (let index = 0; index < 1000; index++) {
    if (of(((index * 7919) % 9999991) / 100, "=ROUND(A1,2)=A1") !== "TRUE") unequal += 1;
  }
  console.log(
    `ROUND(218462.48,2)=218462.48 ${seen[0]}, rest ${seen[1]}; ROUND(10.5,2)=10.5 ${seen[2]}; ` +
      `difference form ${seen[3]}; ${unequal} of 1000 amounts not equal`,
  );
  const [equal, rest, half, difference, plain] = seen;
  const wrong = equal === "FALSE" && Number(rest) !== 0 && half === "FALSE" && unequal > 500;
  process.exit(wrong && difference === "TRUE" && plain === "TRUE" ? 0 : 1);
});
JS
node run.cjs
