import { crc32, deflateSync } from 'node:zlib';

const SIDE = 32;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A small picture in place of a portrait: a PNG (ISO/IEC 15948) of 32 × 32 pixels, another one for each seed. */
export function drawPicture(seed: number): Uint8Array {
  const pixels = Buffer.alloc(SIDE * (1 + SIDE * 3));
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const face = (x - 16) ** 2 + (y - 14) ** 2 < 81 ? 96 : 0;
      const colour = [(seed * 7 + x * 3) % 160, (seed * 13 + y * 3) % 160, (seed * 29 + x + y) % 160];
      for (const [channel, value] of colour.entries()) pixels[y * (1 + SIDE * 3) + 1 + x * 3 + channel] = value + face;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB, no interlacing
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}
