// @ts-nocheck -- a script, not a module: what it names comes from others
// deno-lint-ignore-file no-var no-inner-declarations -- every browser reads it
// Why a page has not started: it still comes, it no longer does, or its browser cannot read its script. Stands alone,
// before all that may be long or not come, and in words that every browser reads: no arrow, no const.
(function () {
  var TICK_MS = 1000;
  var SLOW_TICKS = 8;
  var SILENT_TICKS = 30;
  var box = document.getElementById("page-attendue");
  var lines = box.getElementsByTagName("p");
  var again = box.getElementsByTagName("button")[0];
  var ticks = 0;
  var silent = 0;
  var length = 0;
  var read = false;
  function say(why) {
    for (var i = 0; i < lines.length; i++) lines[i].hidden = lines[i].getAttribute("data-dit") !== why;
    again.hidden = why === "lente" || why === "ancienne";
    box.hidden = false;
  }
  // Slow is not failed. A page that is cut stays « loading » for ever in some browsers: then nothing more comes of it.
  var ticking = setInterval(function () {
    if (document.readyState !== "loading") return came();
    var now = document.documentElement.textContent.length;
    silent = now === length ? silent + 1 : 0;
    length = now;
    ticks += 1;
    if (silent >= SILENT_TICKS) say("coupee");
    else if (ticks >= SLOW_TICKS) say("lente");
  }, TICK_MS);
  function came() {
    clearInterval(ticking);
    if (!document.getElementById("page-entiere")) say("coupee");
    else if (!read) say("ancienne");
  }
  function broke() {
    if (read) say("ancienne");
  }
  again.onclick = function () {
    location.reload();
  };
  document.addEventListener("DOMContentLoaded", came);
  addEventListener("error", broke);
  addEventListener("unhandledrejection", broke);
  // What the script of the page says of itself.
  window.pageAttendue = {
    read: function () {
      read = true;
    },
    started: function () {
      clearInterval(ticking);
      document.removeEventListener("DOMContentLoaded", came);
      removeEventListener("error", broke);
      removeEventListener("unhandledrejection", broke);
      box.parentNode.removeChild(box);
    },
    missing: function (why) {
      // As long as nothing has started, there is nothing to go on with.
      say(why === "loin" ? "coupee" : why);
    },
  };
})();
