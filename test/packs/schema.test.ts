/** Our own packs are not validated at start: this is where it happens. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readPack } from "../../src/core/pack/load";
import { BUNDLED_PACKS } from "../../src/packs/index";

describe.each(BUNDLED_PACKS.map(({ id }) => id))("the bundled pack %s", (id) => {
  const bundled = BUNDLED_PACKS.find((each) => each.id === id);
  const folder = join(__dirname, "../../src/packs", id);

  test("is, as a folder, a valid pack", () => {
    const files = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
    );
    expect(readPack(files)).toMatchObject({ ok: true, pack: { id } });
  });

  test("is assembled as the folder says, with its id, title and year listed", async () => {
    const pack = await bundled?.load();
    expect(readPack(JSON.stringify(pack))).toEqual({ ok: true, pack });
    expect({ id: pack?.id, title: pack?.title, year: pack?.year }).toEqual({
      id: bundled?.id,
      title: bundled?.title,
      year: bundled?.year,
    });
  });
});
