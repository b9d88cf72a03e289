#!/usr/bin/env bash
# chinese-days 1.5.7, lunar-javascript 1.7.7 and tyme4ts 1.5.2, Node 20: each lacks a weekend day on which the State Council
# had people work, and says "day off" for it without a word. A limit of working days that spans such a day comes out one too
# far. No one of the three can be checked by another alone: where the first is wrong the other two are right, and the other
# way round. All other days of 2004 to 2026 are alike in the three.
#
# What is right, the notices of the General Office of the State Council (国务院办公厅关于…年部分节假日安排的通知):
#   2005-12-31  国办发明电〔2005〕35号, 一、元旦:   12月31日（星期六）上班
#   2013-04-07  国办发明电〔2012〕33号, 三、清明节: 4月7日（星期日）上班
#   2013-10-12  国办发明电〔2012〕33号, 七、国庆节: 10月12日（星期六）上班
#
# Seen:
#   2005-12-31 chinese-days off, lunar-javascript worked, tyme4ts worked
#   2013-04-07 chinese-days worked, lunar-javascript off, tyme4ts off
#   2013-10-12 chinese-days worked, lunar-javascript off, tyme4ts off
#   other days of 2004 to 2026 on which they differ: 0
# Exits 0 while that is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact chinese-days@1.5.7 lunar-javascript@1.7.7 tyme4ts@1.5.2 >/dev/null

cat > days.cjs <<'JS'
const { isWorkday } = require("chinese-days");
const { HolidayUtil } = require("lunar-javascript");
const { LegalHoliday } = require("tyme4ts");

/** What each says of a day; a day that a table does not name is a weekend or not. */
function answers(day) {
  const text = day.toISOString().slice(0, 10);
  const weekday = day.getUTCDay() !== 0 && day.getUTCDay() !== 6;
  const named = HolidayUtil.getHoliday(text);
  const legal = LegalHoliday.fromYmd(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  return [isWorkday(text), named ? named.isWork() : weekday, legal ? legal.isWork() : weekday];
}

const expected = {
  "2005-12-31": [false, true, true],
  "2013-04-07": [true, false, false],
  "2013-10-12": [true, false, false],
};
let same = true;
let others = 0;
for (let at = Date.UTC(2004, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
  const day = new Date(at);
  const text = day.toISOString().slice(0, 10);
  const seen = answers(day);
  if (text in expected) {
    const [first, second, third] = seen.map((worked) => (worked ? "worked" : "off"));
    console.log(`${text} chinese-days ${first}, lunar-javascript ${second}, tyme4ts ${third}`);
    same &&= String(seen) === String(expected[text]);
  } else if (new Set(seen).size > 1) others += 1;
}
console.log(`other days of 2004 to 2026 on which they differ: ${others}`);
process.exit(same && others === 0 ? 0 : 1);
JS
TZ=Asia/Shanghai node days.cjs
