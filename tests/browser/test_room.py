"""Une séance dans une salle, d'un bout à l'autre : de vraies personnes dans un vrai navigateur, un vrai JupyterHub."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from hub.attacks import ADDRESSES, V1, answered, channel_to, kernel_of_the_exercise, message, told_to_kernel
from hub.rooms import MODULE, OpenRoom, open_folder, small_session
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

SECONDS = 1000
pytestmark = pytest.mark.slow
Axe = Callable[..., None]
# What a page that somebody left open tries in the name of who has entered since: to read their place and the hub, to
# press a button there. `mark` stands on every page of a room.
LEFT_OPEN = """async ({place, hub, mark}) => {
  const here = new URL(place).pathname;
  // The address that it shows is enough to read the cookies of that address that a script may read.
  history.replaceState(null, "", here);
  const xsrf = /_xsrf=([^;]+)/.exec(document.cookie)?.[1] ?? "";
  const asked = async (address, more) => {
    try { return await fetch(address, {credentials: "include", ...more}); } catch { return null; }
  };
  const known = {headers: {"X-XSRFToken": xsrf}};
  const said = {_xsrf: xsrf, action: "remettre", module: "01_messagerie_ent"};
  const form = {method: "POST", body: new URLSearchParams(said)};
  const found = {
    read: await asked(place, known), opaque: await asked(place, {mode: "no-cors"}), plain: await asked(place, {}),
    near: await asked(here, known), hub: await asked(hub, known),
    pressed: await asked(place, form), blind: await asked(place, {...form, mode: "no-cors"}),
    pressed_near: await asked(here, form),
  };
  const got = [];
  for (const [name, answer] of Object.entries(found)) {
    // The page by which one enters is nobody's.
    if (answer?.ok && !answer.url.includes("/login") && (await answer.text()).includes(mark)) got.push(name);
  }
  return got;
}"""
# An image and a frame, that say where they come from and that do not.
SHOWN = """async (address) => {
  for (const name of ["img", "iframe"]) {
    for (const policy of ["", "no-referrer", "unsafe-url"]) {
      const shown = Object.assign(document.createElement(name), {referrerPolicy: policy});
      await new Promise((end) => {
        shown.onload = shown.onerror = end;
        shown.src = address;
        document.body.append(shown);
      });
    }
  }
}"""
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def room() -> Iterator[OpenRoom]:
    with open_folder() as folder:
        codes = small_session(folder / "seance", 3)
        opened = OpenRoom(folder / "seance", codes=codes)
        yield opened
        opened.close()


@pytest.fixture
def person(browser: Browser, room: OpenRoom) -> Iterator[Callable[..., Page]]:
    """`person(PHONE)`: somebody with a screen of that size, not in yet; an error in their pages fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def arrive(size: ViewportSize) -> Page:
        context = browser.new_context(locale="fr-FR", timezone_id="Europe/Paris", viewport=size)
        context.set_default_timeout(60 * SECONDS)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda asked: faults.append(asked.url) if not at_home(asked.url, room.base) else None)
        return page

    yield arrive
    for context in contexts:
        context.close()
    assert not faults


def at_home(url: str, base: str) -> bool:
    return urlsplit(url).hostname == urlsplit(base).hostname or url.startswith(("blob:", "data:"))


def knock(page: Page, room: OpenRoom, name: str, password: str) -> None:
    """Fill the form of the door, as it is typed from a strip of paper."""
    page.goto(room.base)
    page.get_by_label("Votre code").fill(name)
    page.get_by_label("Mot de passe de la salle").fill(password)
    page.get_by_role("button", name="Entrer").click()


def kept(room: OpenRoom, code: str) -> dict[str, Any]:
    file = room.space(code) / MODULE / "reponses.json"
    return dict(json.loads(file.read_text(encoding="utf-8"))["answers"])


def answer(page: Page, choice: str, verdict: str) -> None:
    title = page.get_by_role("heading", name="Un message écrit à 21", exact=False)
    question = page.locator(".widget-vbox").filter(has=title).last
    question.get_by_role("radio", name=choice).check()
    question.get_by_role("button", name="Garder ma réponse").click()
    expect(question.locator(".carnets-verdict").get_by_text(verdict).first).to_be_visible(timeout=60 * SECONDS)


def answer_in_voila(page: Page, choice: str, verdict: str) -> None:
    page.get_by_role("link", name="Ouvrir l’exercice").click()
    answer(page, choice, verdict)
    page.get_by_role("link", name="Carnets de liaison").click()
    expect(page.get_by_role("heading", name="Votre place")).to_be_visible()


def answer_and_hand_in_there(page: Page, axe: Axe) -> None:
    """The exercise knows that it is in the room: its last part hands in to it."""
    page.get_by_role("link", name="Ouvrir l’exercice").click()
    answer(page, "Le message est écrit", "Juste")
    expect(page.get_by_text("Pas encore remis.")).to_be_visible()
    expect(page.get_by_label("Votre code")).to_have_count(0)
    expect(page.get_by_role("contentinfo")).to_contain_text("va sur l'ordinateur de la formatrice ou du formateur")
    page.get_by_role("button", name="Remettre", exact=True).click()
    expect(page.get_by_text("C’est remis")).to_be_visible(timeout=60 * SECONDS)
    expect(page.get_by_role("button", name="Remettre de nouveau")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Carnets de liaison").click()
    expect(page.get_by_text("Remis à")).to_be_visible()


def the_same_code_elsewhere_is_told(room: OpenRoom, here: Page, there: Page, code: str, axe: Axe) -> None:
    expect(here.get_by_role("note")).to_have_count(0)
    knock(there, room, code, room.access["room"])
    for page in (there, here):
        page.goto(f"{room.base}/user/{code}/place")
        expect(page.get_by_role("note")).to_contain_text("une autre personne a le même code")
    axe(there)


def test_a_whole_session_is_played_in_a_room(room: OpenRoom, person: Callable[..., Page], axe: Axe) -> None:
    first, second, third = room.codes
    desk, phone, other = person(DESK), person(PHONE), person(DESK)
    # They arrive together; a code is typed as people type it.
    for page, typed in ((desk, first), (phone, second.lower()), (other, f"{third[:2]}-{third[2:]}")):
        knock(page, room, typed, room.access["room"].lower())
    for page in (desk, phone, other):
        expect(page.get_by_role("heading", name="Votre place", exact=True)).to_be_visible(timeout=60 * SECONDS)

    axe(phone)
    phone.get_by_role("button", name="Remettre").click()
    expect(phone.get_by_role("status")).to_contain_text("Rien n’a été remis")
    answer_and_hand_in_there(phone, axe)
    phone.get_by_role("button", name="Remettre de nouveau").click()
    expect(phone.get_by_role("status")).to_contain_text("C’est remis")
    expect(phone.get_by_text("vous pouvez changer vos réponses et remettre")).to_be_visible()
    axe(phone)
    the_same_code_elsewhere_is_told(room, phone, person(PHONE), second, axe)

    answer_in_voila(other, "Les téléphones sonnent", "Pas encore")
    submitting = room.visitor(third)
    submitting.enter()
    submitting.take_place()
    assert "C’est remis" in submitting.hand_in(MODULE)
    # A page of another site has no token; a name that is not in the list never becomes a path.
    another_site = submitting.http.post(
        f"{room.base}/user/{third}/place", data={"module": MODULE, "action": "remettre"}
    )
    assert another_site.status_code == 403
    assert submitting.post("place", module="../../hub", action="remettre").status_code == 400

    expect(desk.get_by_role("link", name="JupyterLab")).to_have_count(0)
    answer_and_hand_in_there(desk, axe)
    assert {code: kept(room, code)["message_de_21_heures"]["last"] for code in room.codes} == {
        first: "attend",
        second: "attend",
        third: "sonne",
    }

    mark_and_give_back(room)
    the_feedback_arrives(phone, axe)
    only_the_trainer_sees_marks(room, person(DESK), submitting, axe)


def mark_and_give_back(room: OpenRoom) -> None:
    """What the trainer does in another window while the room is open."""
    folder = str(room.folder)
    assert "3 copies" in room.trainer.liaison("session", "close", folder, "--all", "--no-pdf").stdout
    with Gradebook(f"sqlite:///{room.folder / 'gradebook.db'}", "carnets-de-liaison") as gradebook:
        marks = {code: gradebook.find_submission(MODULE, code).score for code in room.codes}
    assert marks == {room.codes[0]: 2, room.codes[1]: 2, room.codes[2]: 0}


def the_feedback_arrives(page: Page, axe: Axe) -> None:
    page.reload()
    page.get_by_role("button", name="Prendre mon retour").click()
    expect(page.get_by_role("status")).to_contain_text("Votre retour est arrivé")
    axe(page)
    page.get_by_role("link", name="Lire mon retour").click()
    expect(page.locator("body")).to_contain_text("Un message écrit à 21")


def only_the_trainer_sees_marks(room: OpenRoom, trainer: Page, learner: Any, axe: Axe) -> None:
    knock(trainer, room, "Formation", room.access["trainer"])
    expect(trainer.get_by_role("heading", name="La séance")).to_be_visible(timeout=60 * SECONDS)
    axe(trainer)
    server = f"{room.base}/user/formation"
    listed = trainer.request.get(f"{server}/formgrader/api/assignments")
    assert [one["name"] for one in listed.json()] == [MODULE]
    formgrader_opens(room, trainer, server)
    for path in ("formgrader", "formgrader/api/assignments", "api/contents/gradebook.db", "place"):
        assert learner.get(f"/user/formation/{path}").status_code == 404
    nowhere = learner.get("formgrader")
    assert nowhere.status_code == 404
    assert "Cette page n’existe pas" in nowhere.text
    assert f"/user/{learner.name}/place" in nowhere.text
    trainer.get_by_role("link", name="Suivre la séance en direct").click()
    # The board has opened this session by itself, and sees those who handed in.
    expect(trainer.get_by_text("Relier l'école et les familles").first).to_be_visible(timeout=60 * SECONDS)


def formgrader_opens(room: OpenRoom, trainer: Page, server: str) -> None:
    """Its « Manual Grading » lists the copies that `liaison session grade` marked, and opens on what was written."""
    shown = trainer.request.get(f"{server}/formgrader/api/submitted_notebooks/{MODULE}/exercice").json()
    assert sorted(one["student"] for one in shown) == sorted(room.codes)
    page = trainer.request.get(f"{server}/formgrader/submissions/{shown[0]['id']}/")
    assert page.status == 200
    assert "Ce que l" in page.text()


def test_under_one_account_for_all_a_place_runs_no_code_and_reads_no_file(room: OpenRoom) -> None:
    curious, other = (room.visitor(code) for code in room.codes[:2])
    for visitor in (curious, other):
        visitor.enter()
        visitor.take_place()
    # 400: the relay itself refuses the dots by which one would go up.
    assert {one: status for one in ADDRESSES if (status := answered(curious, one)) not in (400, 404)} == {}
    kernel, theirs = kernel_of_the_exercise(curious), kernel_of_the_exercise(other)
    for address in (f"DELETE api/kernels/{kernel}", f"POST api/kernels/{kernel}/restart"):
        assert answered(curious, address) == 404
    for path in ("place", f"api/kernels/{theirs}/channels"):
        assert curious.get(f"/user/{other.name}/{path}").status_code == 404

    taken = room.space(curious.name) / "pris"
    for protocol in (V1, None):
        heard = told_to_kernel(curious, kernel, f"open({str(taken)!r}, 'w').write('x')", protocol)
        assert not {kind for kind in heard if kind.startswith(("execute", "inspect", "complete", "history", "debug"))}
    assert not taken.exists()

    # What widgets say, said without end, holds up nobody else, and one's own page goes on after it.
    channel = channel_to(curious, kernel, V1)
    for _ in range(5000):
        channel.send_binary(message("shell", "comm_msg", {"comm_id": "x" * 32, "data": {"state": {"x": "y" * 1000}}}))
    assert other.get("place").ok
    assert "kernel_info_reply" in told_to_kernel(curious, kernel, "", V1)
    channel.close()


def test_a_wrong_code_or_password_is_refused_in_french(room: OpenRoom, person: Callable[..., Page], axe: Axe) -> None:
    page = person(PHONE)
    code = room.codes[0]
    page.goto(room.base)
    axe(page)
    for name, password in ((code, "2222-2222"), ("formation", room.access["room"]), ("root", room.access["room"])):
        knock(page, room, name, password)
        expect(page.get_by_role("alert")).to_contain_text("n’est pas le bon")
    axe(page)
    knock(page, room, code, room.access["trainer"])
    expect(page.get_by_role("alert")).to_be_visible()


def test_a_page_left_open_does_nothing_in_the_name_of_who_enters_next_on_this_browser(
    room: OpenRoom, person: Callable[..., Page]
) -> None:
    former, present = room.codes[1:]
    left = person(DESK)
    knock(left, room, former, room.access["room"])
    expect(left.get_by_role("heading", name="Votre place", exact=True)).to_be_visible(timeout=60 * SECONDS)
    own = left.url
    # It reads its own place, which shows that it tries well.
    assert set(tried(left, own, room)) >= {"read"}
    left.goto(own)
    next_one = left.context.new_page()
    next_one.goto(f"{room.base}/hub/logout")
    knock(next_one, room, present, room.access["room"])
    expect(next_one.get_by_text(f"Votre code : {present}")).to_be_visible(timeout=60 * SECONDS)
    assert tried(left, next_one.url, room) == []
    app = f"{next_one.url.removesuffix('/place')}/voila/render/notebooks/{MODULE}/application.ipynb"
    # No program starts for what another port only shows: five would end the page of who has entered.
    running = programs(room)
    left.evaluate(SHOWN, app)
    assert programs(room) == running
    next_one.reload()
    expect(next_one.get_by_text(f"Votre code : {present}")).to_be_visible()
    # A person who types the address, or clicks it elsewhere, gets there all the same.
    next_one.goto(app)
    expect(next_one.get_by_role("heading", level=1)).to_contain_text("messagerie", timeout=90 * SECONDS)
    assert len(programs(room) - running) == 1


def programs(room: OpenRoom) -> set[int]:
    """The kernels that run in the room."""
    return {one.pid for one in room.family() if "ipykernel_launcher" in " ".join(one.cmdline())}


def tried(left: Page, place: str, room: OpenRoom) -> list[str]:
    return list(left.evaluate(LEFT_OPEN, {"place": place, "hub": f"{room.base}/hub/home", "mark": "page-texte"}))


def test_the_door_opens_by_keyboard_alone_and_an_unknown_page_leads_back(
    room: OpenRoom, person: Callable[..., Page], axe: Axe
) -> None:
    page = person(DESK)
    page.goto(room.base)
    expect(page.get_by_label("Votre code")).to_be_focused()  # the first field is where one types
    page.keyboard.type(room.codes[1])
    page.keyboard.press("Tab")
    page.keyboard.type(room.access["room"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Votre place", exact=True)).to_be_visible(timeout=60 * SECONDS)
    for path, heading in (
        ("/hub/nulle-part", "Cette page n’existe pas"),
        ("/hub/admin", "Cette page n’existe pas"),
    ):
        page.goto(f"{room.base}{path}")
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        axe(page)
    page.get_by_role("link", name="Revenir à ma place").click()
    axe(page)
    page.get_by_role("link", name="Aller à ma place").click()
    expect(page.get_by_role("heading", name="Votre place", exact=True)).to_be_visible()
    page.get_by_role("link", name="Quitter la salle").click()
    expect(page.get_by_role("heading", name="Entrer dans la salle")).to_be_visible()
    page.goto(f"{room.base}/user/{room.codes[1]}/place")
    expect(page.get_by_role("heading", name="Entrer dans la salle")).to_be_visible()
