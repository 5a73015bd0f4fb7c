// A short text of capitals and digits as a QR code (ISO/IEC 18004): versions 1 and 2, level M, alphanumeric mode. No page
// here; a test compares each module with those that segno draws.

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
// By version: how many bytes of data, how many of correction; up to there, all of them are one block.
const SIZES = [[16, 10], [28, 16]];
/** @type {((row: number, column: number) => boolean)[]} */
const MASKS = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** The modules of the code, row by row: true is dark. No quiet zone. */
export function qrOf(text) {
  const version = SIZES.findIndex(([bytes]) => bitsOf(text).length <= 8 * bytes) + 1;
  if (!version) throw new Error(`${text.length} letters`);
  const bytes = codewords(text, ...SIZES[version - 1]);
  const drawn = MASKS.map((_, mask) => draw(version, bytes, mask));
  const penalties = drawn.map(penalty);
  return drawn[penalties.indexOf(Math.min(...penalties))];
}

const inBits = (number, length) => Array.from({ length }, (_, place) => (number >> (length - 1 - place)) & 1);

function bitsOf(text) {
  const values = [...text].map((letter) => LETTERS.indexOf(letter));
  const bits = [...inBits(2, 4), ...inBits(text.length, 9)];
  for (let at = 0; at < values.length; at += 2) {
    const alone = at + 1 === values.length;
    bits.push(...(alone ? inBits(values[at], 6) : inBits(45 * values[at] + values[at + 1], 11)));
  }
  return bits;
}

function codewords(text, size, correction) {
  const bits = bitsOf(text);
  bits.push(...inBits(0, Math.min(4, 8 * size - bits.length)));
  while (bits.length % 8) bits.push(0);
  const data = [];
  for (let at = 0; at < bits.length; at += 8) data.push(parseInt(bits.slice(at, at + 8).join(""), 2));
  for (let pad = 0; data.length < size; pad += 1) data.push(pad % 2 ? 0x11 : 0xec);
  return [...data, ...remainder(data, correction)];
}

function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product & 0x80 ? 0x11d : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** What is left of the data divided by the polynomial whose roots are 1, 2, 4… in the field of 256 numbers. */
function remainder(data, degree) {
  let divisor = [1];
  for (let index = 0, root = 1; index < degree; index += 1, root = times(root, 2)) {
    divisor = [...divisor, 0].map((bit, at) => bit ^ (at ? times(divisor[at - 1], root) : 0));
  }
  let left = new Array(degree).fill(0);
  for (const byte of data) {
    const factor = byte ^ left[0];
    left = [...left.slice(1), 0].map((bit, at) => bit ^ times(divisor[at + 1], factor));
  }
  return left;
}

function draw(version, bytes, mask) {
  const size = 17 + 4 * version;
  const modules = Array.from({ length: size }, () => new Array(size).fill(null));
  const put = (row, column, dark) => (modules[row][column] = Boolean(dark));
  for (let at = 0; at < size; at += 1) [put(6, at, at % 2 === 0), put(at, 6, at % 2 === 0)];
  for (const [top, left] of [[0, 0], [0, size - 7], [size - 7, 0]]) finder(modules, top, left, put);
  if (version > 1) square(size - 7, size - 7, 2, (row, column, ring) => put(row, column, ring !== 1));
  format(size, mask, put);
  fillIn(modules, bytes, mask, put);
  return modules;
}

function square(row, column, radius, act) {
  for (let down = -radius; down <= radius; down += 1) {
    for (let right = -radius; right <= radius; right += 1) {
      act(row + down, column + right, Math.max(Math.abs(down), Math.abs(right)));
    }
  }
}

// With the light border that sets it apart from the rest.
function finder(modules, top, left, put) {
  square(top + 3, left + 3, 4, (row, column, ring) => {
    if (modules[row] !== undefined && column >= 0 && column < modules.length) {
      put(row, column, ring !== 2 && ring !== 4);
    }
  });
}

// Level M is 00: the five bits are those of the mask.
function format(size, mask, put) {
  let left = mask << 10;
  for (let bit = 14; bit >= 10; bit -= 1) if ((left >> bit) & 1) left ^= 0x537 << (bit - 10);
  const bits = ((mask << 10) | left) ^ 0x5412;
  const bit = (place) => (bits >> place) & 1;
  for (let place = 0; place < 15; place += 1) {
    const beside = place < 6 ? place : place < 8 ? place + 1 : size - 15 + place;
    put(beside, 8, bit(place));
    const under = place < 8 ? size - 1 - place : place === 8 ? 7 : 14 - place;
    put(8, under, bit(place));
  }
  put(size - 8, 8, true);
}

// Two columns at a time, from the right, up then down; the column of the dotted line is left out.
function fillIn(modules, bytes, mask, put) {
  const size = modules.length;
  const bits = bytes.flatMap((byte) => inBits(byte, 8));
  let [next, up] = [0, true];
  for (let right = size - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = up ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (modules[row][column] === null) put(row, column, (bits[next++] ?? 0) ^ Number(MASKS[mask](row, column)));
      }
    }
  }
}

// The four rules of the norm: long runs, squares of one colour, what looks like a finder, too much of one colour.
function penalty(modules) {
  const size = modules.length;
  const columns = modules.map((_, at) => modules.map((row) => row[at]));
  const lines = [...modules, ...columns].map((line) => line.map(Number).join(""));
  let total = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) total += run.length - 2;
    for (let at = 0; at + 7 <= size; at += 1) {
      if (line.slice(at, at + 7) !== "1011101") continue;
      const [before, after] = [line.slice(Math.max(at - 4, 0), at), line.slice(at + 7, at + 11)];
      // Outside is light.
      if (!before.includes("1") || !after.includes("1")) total += 40;
    }
  }
  for (let row = 0; row + 1 < size; row += 1) {
    for (let column = 0; column + 1 < size; column += 1) {
      const four = [
        modules[row][column],
        modules[row][column + 1],
        modules[row + 1][column],
        modules[row + 1][column + 1],
      ];
      if (four.every((bit) => bit === four[0])) total += 3;
    }
  }
  const dark = modules.flat().filter(Boolean).length;
  return total + 10 * Math.floor(Math.abs((dark * 100) / size ** 2 - 50) / 5);
}
