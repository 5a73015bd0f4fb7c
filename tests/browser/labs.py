"""What the three laboratories have in common on screen: a bet first, a sentence that sums up, groups that open."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

Open = Callable[..., None]
Axe = Callable[..., None]


def words(text: str) -> re.Pattern[str]:
    """A sentence as a page may hold it: a pattern, where French typography puts spaces that do not break."""
    return re.compile(text.replace(" ", r"\s"))


@dataclass(frozen=True)
class Lab:
    """One laboratory: its notebook, what waits before the bet, the bet, what the result says, its groups."""

    app: str
    waiting: str
    option: str
    button: str
    sentence: re.Pattern[str]
    claim: re.Pattern[str]
    results: tuple[str, ...]
    settings: tuple[str, ...]

    def summary(self, page: Page) -> Locator:
        """The sentence of the result."""
        return page.locator(".carnets-lab-summary").get_by_text(self.sentence)

    def said(self, page: Page) -> str:
        """What the sentence of the result says."""
        found = self.sentence.search(self.summary(page).inner_text())
        assert found is not None
        return found.group()

    def bet(self, page: Page) -> None:
        """Place the bet and wait for the result."""
        page.get_by_role("radio", name=self.option).check()
        page.get_by_role("button", name=self.button).click()
        expect(self.summary(page)).to_be_visible(timeout=60_000)

    def bet_by_keyboard(self, page: Page) -> None:
        """The same without a mouse: the first option, then the button, which comes next."""
        expect(page.get_by_role("radio").first).to_be_visible()
        page.locator("body").press("Tab")
        tab_until(page, "document.activeElement.type === 'radio'", first=True)
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == self.button
        page.keyboard.press("Enter")
        expect(self.summary(page)).to_be_visible(timeout=60_000)

    def open_by_keyboard(self, page: Page, name: str) -> None:
        """Tab to a group by its title, and open it."""
        tab_until(page, f"document.activeElement.textContent.startsWith({name!r})")
        page.keyboard.press("Enter")


def tab_until(page: Page, condition: str, most: int = 60, first: bool = False) -> None:
    """Press Tab until a condition in JavaScript holds of what has the focus; fail when it never does."""
    for rank in range(most):
        if rank or not first:
            page.keyboard.press("Tab")
        if page.evaluate(condition):
            return
    raise AssertionError(f"{most} Tab, and never: {condition}")


def group(page: Page, name: str) -> Locator:
    """The title of a group of settings or of results."""
    return page.locator("summary").filter(has_text=re.compile(f"^{re.escape(name)}")).first


STILL = """() => new Promise((resolve) => {
    const size = () => `${document.documentElement.scrollWidth} ${document.documentElement.scrollHeight}`;
    const moving = () => document.getAnimations().some((one) => one.playState === "running");
    const look = (before, alike) => requestAnimationFrame(() => {
        const now = size();
        if (alike === 3) resolve(true);
        else look(now, now === before && !moving() ? alike + 1 : 0);
    });
    look(size(), 0);
})"""


def wait_still(page: Page) -> None:
    """Wait until nothing fades, and the page keeps its size from one image to the next."""
    page.evaluate(STILL)


def open_group(page: Page, name: str) -> Locator:
    """Open a group, whether it is already or not; the group itself, not its title."""
    title = group(page, name)
    if not title.evaluate("one => one.parentElement.open"):
        title.click()
    opened = title.locator("xpath=..")
    expect(opened).to_have_attribute("open", "")
    return opened


MESSAGING = Lab(
    app="01_messagerie_ent/application.ipynb",
    waiting="Pariez pour voir le résultat",
    option="De 1 à 5 sur 100",
    button="Voir qui n'est pas joint",
    sentence=re.compile(r"\d+ familles? sur \d+ .*laissées? de côté"),
    claim=words("Retarder un message ne le fait pas disparaître"),
    results=(
        "Qui est joint",
        "Qui reste dehors",
        "Quand cela sonne",
        "Ce que disent les textes",
        "La semaine d'une famille",
        "Deux réglages côte à côte",
        "La part du hasard",
        "Ce qui me ferait changer d'avis",
        "Que changer en premier",
        "Mode équipe",
        "À emporter",
    ),
    settings=(
        "Par où passe chaque message",
        "Publication suspendue",
        "Heures calmes",
        "Notes, devoirs et envois groupés",
        "Qui peut écrire à qui",
        "Promesses et langues",
        "Ce que la simulation suppose",
    ),
)
DIAGNOSTIC = Lab(
    app="02_diagnostic_familles/application.ipynb",
    waiting="Pariez pour voir le résultat",
    option="De 1 à 5 sur 20",
    button="Voir qui manque",
    sentence=re.compile(r"\d+ familles sur \d+ .*ont répondu"),
    claim=words("Qui ne répond pas compte aussi"),
    results=("Trois façons de demander", "Qui a répondu", "Deux axes", "Question par question", "À emporter"),
    settings=("Combien de familles compte l'école", "Ce qui peut être montré", "D'où viennent les réponses"),
)
SUPPORT = Lab(
    app="03_accompagnement/application.ipynb",
    waiting="Pariez pour voir le plan",
    option="De 1 à 3 sur 10",
    button="Voir ce que le prêt change",
    sentence=re.compile(r"\d+ prêts pour \d+ demandes\s; \d+ familles sur \d+ ont une place en atelier"),
    claim=words("Prêter ne suffit pas"),
    results=(
        "Ce que les familles demandent",
        "Qui reçoit, et pourquoi",
        "Les ateliers",
        "Prêter suffit-il",
        "Comment leur écrire",
        "Avec qui",
        "Calendrier, coût, ce qu'on ignore",
        "À emporter",
    ),
    settings=(
        "Point de départ",
        "Ordinateurs à prêter",
        "Clés 4G à prêter",
        "Examens, zone, dates de prêt et de retour",
        "Créneaux et garde d'enfants",
        "Salles",
        "Qui anime",
        "Interprètes",
        "Thèmes d'atelier",
        "Taille des groupes",
        "Messagerie de départ",
        "Noms des partenaires",
        "Coûts supposés",
    ),
)
LABS = {"messagerie": MESSAGING, "diagnostic": DIAGNOSTIC, "accompagnement": SUPPORT}
