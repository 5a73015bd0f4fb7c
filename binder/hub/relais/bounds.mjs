// @ts-nocheck -- it runs under Node, which answers more than it says
// What the relay refuses before anything of it reaches the hub or a place: loaded by Node before the relay itself
// (`node --import`), it stands in front of each server that the relay makes. `app/room/front.py` writes what is read
// here: how much, how long, which pages, and under which account to go on.

import crypto from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";

const { runtime, entry_key: key } = JSON.parse(process.env.CARNETS_SALLE);
const settings = JSON.parse(fs.readFileSync(path.join(runtime, "relais.json"), "utf8"));
const UNREAD = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
// Whoever of the room was killed, nobody is let in any more: a relay ends with the hub that started it.
const hub = process.ppid;
setInterval(() => process.ppid === hub || process.exit(1), 250).unref();
const make = http.createServer;
const answering = new WeakSet();

http.createServer = (...given) => {
  const [callback, options = {}] = given.reverse();
  const server = make(
    {
      ...options,
      connectionsCheckingInterval: 1000,
      headersTimeout: settings.headers_ms,
      requestTimeout: settings.document_ms,
    },
    (request, response) => {
      const entered = isEntered(request);
      if (admit(request, response, entered)) callback(entered ? request : elsewhere(request), response);
    },
  );
  count(server);
  server.on("clientError", unread);
  server.once("listening", () => {
    lower();
    if (server.address().port === settings.port) openPlaces(server);
  });
  const emit = server.emit;
  // The relay would pass on any connection that asks to change its language, and look at it no more.
  server.emit = function (event, request, socket, ...rest) {
    if (event !== "upgrade" || goesToPlace(request)) return emit.call(this, event, request, socket, ...rest);
    return socket.destroy();
  };
  return server;
};

// A port each: to a browser, the page of a place, which may say anything, is of another origin than the hub and than
// the places of others. It can neither read what they answer nor act there, whoever has entered with this browser since.
function openPlaces(server) {
  const { address } = server.address();
  for (const port of Object.values(settings.places)) {
    net.createServer((socket) => server.emit("connection", socket)).listen(port, address);
  }
}

// Where else this is to be asked: a place on its own port, all the rest on the room's. A browser that has not entered as
// that person is sent back to the room, whatever it asks. The hub, which tells on another port where places run, stays.
function otherPort(request, entered) {
  const here = request.socket.localPort;
  const right = entered ? settings.places[personOf(new URL(request.url, "http://salle"))] : settings.port;
  return [settings.port, ...Object.values(settings.places)].includes(here) && right !== here ? right : undefined;
}

// Cookies know no port: what changes something, or keeps a connection, comes from a page of the very origin it is for.
function isFromHere({ headers, method }) {
  const reads = ["GET", "HEAD"].includes(method) && !headers.upgrade;
  return reads || !("origin" in headers) || headers.origin === `http://${headers.host}`;
}

// A page of a notebook starts a program, and a fifth one ends the first: an image of another origin asks for it too.
// What it comes from is then the origin itself, once our small page has been shown, which no image and no frame runs.
function isToBeAskedAgain({ headers, method, url }) {
  if (!["GET", "HEAD"].includes(method) || !/\/voila\/+render(\/|$)/.test(decodeURIComponent(url.split("?", 1)[0]))) {
    return false;
  }
  try {
    return new URL(headers.referer).origin !== `http://${headers.host}`;
  } catch {
    return true; // nothing says where this comes from
  }
}

function goesToPlace(request) {
  return isPlain(request) && isEntered(request) && isFromHere(request) && otherPort(request, true) === undefined;
}

// Whose place an address is of, read as the relay reads it: whatever the dots and the signs behind a %.
function personOf({ pathname }) {
  const [first, name] = decodeURIComponent(pathname).replace(/^\/+/, "").split("/");
  return first === "user" ? name : undefined;
}

// What goes up by dots, hidden or not, begins with a place and ends at the hub.
function isPlain(request) {
  const [address] = request.url.split("?", 1);
  try {
    return address.startsWith("/") && !/[#\\]/.test(address) &&
      !/(^|[/\\])\.{1,2}([/\\;]|$)/.test(decodeURIComponent(address));
  } catch {
    return false;
  }
}

// Whether this is for a place, from a browser that has entered as its person: see app/room/entrance.py.
function isEntered(request) {
  try {
    const name = personOf(new URL(request.url, "http://salle"));
    // Whoever enters as the trainer is at this computer: what was copied of their browser opens nothing elsewhere.
    if (name === settings.trainer && request.socket.remoteAddress !== request.socket.localAddress) return false;
    const proof = name && `carnets-entree=${crypto.createHmac("sha256", key).update(name).digest("hex")}`;
    return Boolean(proof) && (request.headers.cookie ?? "").split(/; */).some((token) => same(token, proof));
  } catch {
    return false; // no address
  }
}

function same(token, other) {
  return token.length === other.length && crypto.timingSafeEqual(Buffer.from(token, "latin1"), Buffer.from(other));
}

// To whoever has not entered, the hub answers for every place, whether it runs or not, whether it exists or not.
function elsewhere(request) {
  try {
    const address = new URL(request.url, "http://salle");
    if (personOf(address) !== undefined) request.url = `/hub${address.pathname}${address.search}`;
  } catch {
    request.url = "/hub/";
  }
  return request;
}

function admit(request, response, entered) {
  const most = entered ? settings.document : settings.form;
  // No browser sends a body without its length.
  const status = !isPlain(request)
    ? 400
    : "transfer-encoding" in request.headers
    ? 411
    : Number(request.headers["content-length"] ?? 0) > most
    ? 413
    : !isFromHere(request)
    ? 403
    : 0;
  const other = status ? undefined : otherPort(request, entered);
  const late = setTimeout(() => request.destroy(), status || !entered ? settings.form_ms : settings.document_ms);
  request.once("end", () => clearTimeout(late)).once("close", () => clearTimeout(late));
  answering.add(request.socket);
  response.once("close", () => answering.delete(request.socket));
  const again = !status && !other && entered && isToBeAskedAgain(request);
  if (!status && !other && !again) {
    sayInFrench(response);
    // Nor may a page of another port hold what a place serves as an image or a program of its own.
    if (entered) response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    return true;
  }
  if (other) {
    // The name by which it was asked may be anybody's.
    const { localAddress } = request.socket;
    response.writeHead(307, {
      Location: `http://${localAddress}:${other}${request.url}`,
      "Content-Length": 0,
      Connection: "close",
    });
    response.end();
  } else if (again) {
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "frame-ancestors 'none'",
      "X-Frame-Options": "DENY",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "no-store",
      Connection: "close",
    });
    response.end(settings.again);
  } else {
    response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", Connection: "close" });
    response.end(settings.pages[status]);
  }
  // What still comes is let go: a connection that is cut while it speaks never shows the page.
  request.resume();
  return false;
}

// The relay's own answers, while there is nobody behind it: two words of English, with no header of anybody's.
function sayInFrench(response) {
  const { writeHead, end } = response;
  response.writeHead = (status, ...headers) => {
    response.writeHead = writeHead;
    const others = response.getHeaderNames().filter((name) => name !== "cross-origin-resource-policy");
    if (status < 400 || headers.length || others.length) return response.writeHead(status, ...headers);
    response.writeHead(503, {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": "2",
    });
    response.write = () => true;
    response.end = () => end.call(response, settings.opening);
    return response;
  };
}

function unread(error, socket) {
  const status = UNREAD[error.code] ?? 400;
  if (socket.writable && !answering.has(socket)) {
    const page = settings.pages[status];
    const head = `HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\nContent-Type: text/html; charset=utf-8\r\n`;
    socket.write(`${head}Content-Length: ${Buffer.byteLength(page)}\r\nConnection: close\r\n\r\n${page}`);
  }
  socket.destroySoon();
}

// Many connections that say nothing would leave none for the others.
function count(server) {
  const held = new Map();
  let all = 0;
  server.on("connection", (socket) => {
    const from = socket.remoteAddress;
    const now = (held.get(from) ?? 0) + 1;
    if (now > settings.sockets_of_one || all >= settings.sockets) return socket.destroy();
    held.set(from, now);
    all += 1;
    socket.once("close", () => {
      all -= 1;
      held.get(from) > 1 ? held.set(from, held.get(from) - 1) : held.delete(from);
    });
  });
}

// Once its port is taken, the relay needs no right of anybody's.
function lower() {
  if (!settings.account || process.getuid() !== 0) return;
  process.setgroups([]);
  process.setgid(settings.account.gid);
  process.setuid(settings.account.uid);
}
