// A poster's address names missions after « # »: the page of the chosen language gets them, past its own choice.
{
  const asked = location.hash.slice(1);
  for (const link of document.querySelectorAll("[data-page]")) {
    const past = link.dataset.page === "choix" ? ["vue=accueil"] : [];
    const all = [asked, ...past].filter(Boolean).join("&");
    if (all) link.href = `${link.getAttribute("href")}#${all}`;
  }
  let kept = "";
  try {
    kept = (localStorage.getItem("carnets:pratique") && localStorage.getItem("carnets:pratique:langue")) ?? "";
  } catch {
    // The browser keeps nothing: the languages are all there.
  }
  const again = [...document.querySelectorAll("[data-langue]")].find((one) => one.dataset.langue === kept);
  if (again) again.hidden = false;
}
