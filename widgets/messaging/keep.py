"""Les réglages d'une page rechargée : le navigateur les a gardés, on choisit de les reprendre ou de les effacer."""

from __future__ import annotations

from liaison.messaging.policy.policy import Policy, PolicyError, parse_policy
from widgets.kit import Action, Draft, Notice, stack
from widgets.messaging.state import LabState
from widgets.texts import texts

t = texts("messaging")


class Keep:
    """Keeps the policy on trial in the browser; offers the former one, and never takes it back by itself.

    On a machine that several people use, settings that came back alone would be somebody else's.
    """

    def __init__(self, state: LabState) -> None:
        self.state = state
        self.former: Policy | None = None
        self.draft = Draft(name="messagerie")
        self.notice = Notice()
        self.resume = Action(label=t("keep-resume"), main=True)
        self.forget = Action(label=t("keep-forget"))
        self.resume.on_press(self._resume)
        self.forget.on_press(self._forget)
        self.widget = stack([self.draft])
        self.draft.observe(lambda change: self._offer(change["new"]), "found")
        state.observe(lambda change: self._keep(change["new"]), "policy")

    def _keep(self, policy: Policy) -> None:
        self.draft.value = policy.model_dump_json()

    def _offer(self, name: str) -> None:
        if not name:
            return
        try:
            former = parse_policy(name)
        except PolicyError:
            # Written by another version: nothing of it can be shown, and it is replaced at the next setting.
            return
        if former == self.state.policy:
            return
        self.former = former
        self.notice.title, self.notice.text = t("keep-title", name=former.name), t("keep-text")
        self.widget.children = (self.draft, self.notice, self.resume, self.forget)

    def _resume(self) -> None:
        if self.former is not None:
            self.state.policy = self.former
        self._close()

    def _forget(self) -> None:
        # A first value, so that the browser is told even when nothing has been kept since the page opened.
        self.draft.value = self.state.policy.model_dump_json()
        self.draft.value = ""
        self._close()

    def _close(self) -> None:
        self.widget.children = (self.draft,)
