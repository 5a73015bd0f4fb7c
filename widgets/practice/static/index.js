// A poster's address names missions after « # »: the page of the chosen language gets them too.
for (const link of document.querySelectorAll("a")) link.href += location.hash;
let kept = "";
try {
  kept = JSON.parse(localStorage.getItem("carnets:pratique") ?? "{}").language ?? "";
} catch {
  // Nothing is kept, or nothing that can be read: the languages are all there.
}
const again = document.querySelector(`[data-langue="${CSS.escape(kept)}"]`);
if (again) again.hidden = false;
