// A button of `body` that leaves once pressed gives the focus to `title`, not to nothing; far under it, where `isNear`
// says that it is, the browser goes on from where the button was. What is returned ends it.
export function leaving(body, title, isNear = () => true) {
  let held = null;
  // A screen within another has its own title, which comes first.
  let isOurs = true;
  body.dataset.leaving = "";
  body.addEventListener("focusin", ({ target }) => {
    held = target;
    isOurs = target.closest("[data-leaving]") === body;
  });
  const leave = (target) => target === held && target.isConnected && (held = null);
  body.addEventListener("focusout", ({ target }) => queueMicrotask(() => leave(target)));
  function lead() {
    if (isNear() && document.activeElement === document.body) title.focus({ preventScroll: true });
  }
  const watch = new MutationObserver(() => {
    if (!held || held.isConnected) return;
    held = null;
    if (isOurs) lead();
    else queueMicrotask(lead);
  });
  watch.observe(body, { childList: true, subtree: true });
  return () => watch.disconnect();
}
