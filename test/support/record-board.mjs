import { writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { chromium } from 'playwright-core';

// The pictures of the README, from a server that runs: node test/support/record-board.mjs http://127.0.0.1:4000
const [, , url] = process.argv;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({
  viewport: { width: 1280, height: 900 },
  locale: 'sv-SE',
  reducedMotion: 'no-preference',
});
await page.goto(`${url}/board?lang=sv`);
await page.locator('.POLICE [data-tile="name"] p').filter({ hasText: /\d/ }).waitFor();
await page.locator('#restore').click();
await page.locator('.events li', { hasText: 'nytt exemplar' }).waitFor();
await page.locator('.POLICE [data-tile="attendance"] p', { hasText: '%' }).waitFor();
await page.waitForTimeout(2_500);

const frames = [];
const take = async (delay) => frames.push({ delay, png: await page.screenshot() });
await take(2_000);
await page.locator('#change').click();
await page.waitForTimeout(350);
await take(1_200);
await page.waitForTimeout(1_500);
await page.locator('#withdraw').click();
await page.locator('.POLICE.gone').waitFor();
await page.waitForTimeout(300);
await take(1_000);
await page.waitForTimeout(1_800);
await take(4_000);
writeFileSync('docs/images/board.png', frames.at(-1).png);
writeFileSync('docs/images/board-live.png', animated(frames));
await page.setViewportSize({ width: 390, height: 844 });
await page.locator('nav button', { hasText: 'Polisen' }).click();
await page.screenshot({ path: 'docs/images/board-narrow.png' });
await page.setViewportSize({ width: 1280, height: 760 });
await page.goto(`${url}/dashboard?lang=sv`);
await page.locator('tbody tr').first().waitFor();
await page.screenshot({ path: 'docs/images/dashboard.png' });
await browser.close();

/** One APNG of still pictures of one size (PNG third edition, 11.3.6): the pixels of each are taken over as they are. */
function animated(pictures) {
  const [first] = pictures;
  const header = chunks(first.png).find(({ type }) => type === 'IHDR').data;
  const count = Buffer.alloc(8);
  count.writeUInt32BE(pictures.length, 0);
  const parts = [Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('acTL', count)];
  let sequence = 0;
  for (const [index, { png, delay }] of pictures.entries()) {
    const control = Buffer.alloc(26);
    control.writeUInt32BE(sequence++, 0);
    header.copy(control, 4, 0, 8);
    control.writeUInt16BE(delay, 20);
    control.writeUInt16BE(1_000, 22);
    parts.push(chunk('fcTL', control));
    for (const { data } of chunks(png).filter(({ type }) => type === 'IDAT')) {
      if (index === 0) {
        parts.push(chunk('IDAT', data));
        continue;
      }
      const number = Buffer.alloc(4);
      number.writeUInt32BE(sequence++, 0);
      parts.push(chunk('fdAT', Buffer.concat([number, data])));
    }
  }
  return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
}

function chunks(png) {
  const found = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
