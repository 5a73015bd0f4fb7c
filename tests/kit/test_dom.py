"""Ce que les parties partagent pour se dessiner : une fois par message, quoi que Python ait changé d'un coup."""

from javascript import WIDGETS, value_of

# As Backbone does: each trait that changed is told, then the whole.
DRAWN = """(() => {
  const listeners = [];
  const tell = (event) => listeners.forEach(([events, act]) => events.split(" ").includes(event) && act());
  let drawn = 0;
  dom.on({ on: (events, act) => listeners.push([events, act]) }, ["place", "code"], () => drawn += 1);
  return [["place", "code"], ["code"], ["title"], []].map((changed) => {
    drawn = 0;
    changed.forEach((trait) => tell(`change:${trait}`));
    tell("change");
    return drawn;
  });
})()"""


def test_what_changes_at_once_is_drawn_once_and_another_trait_draws_nothing() -> None:
    assert value_of(DRAWN, dom=WIDGETS / "kit" / "dom.js") == [1, 1, 0, 0]
