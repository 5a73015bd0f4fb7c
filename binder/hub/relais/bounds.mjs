// What the relay refuses before anything of it reaches the hub or a place: loaded by Node before the relay itself
// (`node --import`), it stands in front of each server that the relay makes. `widgets/salle/front.py` writes what is read
// here: how much, how long, which pages, and under which account to go on.

import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const { runtime } = JSON.parse(process.env.CARNETS_SALLE);
const told = JSON.parse(fs.readFileSync(path.join(runtime, "relais.json"), "utf8"));
const UNREAD = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
const make = http.createServer;
const answering = new WeakSet();

http.createServer = (...given) => {
  const [callback, options = {}] = given.reverse();
  const server = make(
    {
      ...options,
      connectionsCheckingInterval: 1000,
      headersTimeout: told.headers_ms,
      requestTimeout: told.document_ms,
    },
    (request, response) => admit(request, response) && callback(request, response)
  );
  server.maxConnections = told.sockets;
  count(server);
  server.on("clientError", unread);
  server.once("listening", lower);
  const emit = server.emit;
  // The relay would pass on any connection that asks to change its language, and look at it no more.
  server.emit = function (event, request, socket, ...rest) {
    if (event !== "upgrade" || (isPlain(request) && isOfPlace(request))) return emit.call(this, event, request, socket, ...rest);
    return socket.destroy();
  };
  return server;
};

function isOfPlace(request) {
  return request.url.startsWith("/user/");
}

// What goes up by dots, hidden or not, begins with a place and ends at the hub.
function isPlain(request) {
  const [asked] = request.url.split("?", 1);
  try {
    return asked.startsWith("/") && !/[#\\]/.test(asked) && !/(^|[/\\])\.{1,2}([/\\;]|$)/.test(decodeURIComponent(asked));
  } catch {
    return false;
  }
}

function admit(request, response) {
  const most = isOfPlace(request) ? told.document : told.form;
  // No browser sends a body without its length.
  const status = !isPlain(request)
    ? 400
    : "transfer-encoding" in request.headers
      ? 411
      : Number(request.headers["content-length"] ?? 0) > most
        ? 413
        : 0;
  const late = setTimeout(() => request.destroy(), status || !isOfPlace(request) ? told.form_ms : told.document_ms);
  request.once("end", () => clearTimeout(late)).once("close", () => clearTimeout(late));
  answering.add(request.socket);
  response.once("close", () => answering.delete(request.socket));
  if (!status) return true;
  const page = told.pages[status];
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", Connection: "close" });
  response.end(page);
  // What still comes is let go: a connection that is cut while it speaks never shows the page.
  request.resume();
  return false;
}

function unread(error, socket) {
  const status = UNREAD[error.code] ?? 400;
  if (socket.writable && !answering.has(socket)) {
    const page = told.pages[status];
    const head = `HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\nContent-Type: text/html; charset=utf-8\r\n`;
    socket.write(`${head}Content-Length: ${Buffer.byteLength(page)}\r\nConnection: close\r\n\r\n${page}`);
  }
  socket.destroySoon();
}

// Many connections that say nothing would leave none for the others.
function count(server) {
  const held = new Map();
  server.on("connection", (socket) => {
    const from = socket.remoteAddress;
    const now = (held.get(from) ?? 0) + 1;
    if (now > told.sockets_of_one) return socket.destroy();
    held.set(from, now);
    socket.once("close", () => (held.get(from) > 1 ? held.set(from, held.get(from) - 1) : held.delete(from)));
  });
}

// Once its port is taken, the relay needs no right of anybody's.
function lower() {
  if (!told.account || process.getuid() !== 0) return;
  process.setgroups([]);
  process.setgid(told.account.gid);
  process.setuid(told.account.uid);
}
