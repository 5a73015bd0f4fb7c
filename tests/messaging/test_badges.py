"""Une pastille est posée là où sa règle parle, et seulement là : à l'écran et sur la fiche de réglage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from liaison.documents import NatureBadge, Source, Table
from liaison.messaging.papers.settings_sheet import settings_sheet
from liaison.messaging.policy.policy import load_policy, preset_names
from liaison.messaging.vocabulary import AUDIENCES
from liaison.rules import rule, rule_file, rule_names
from widgets.kit import badge_of
from widgets.messaging import Lab, LabState

ON = dt.date(2026, 11, 24)
NBSP = "\u00a0"
FAMILIES = ("responsables", "eleves")
# What each rule speaks of, read from its file by a person: the settings beside which its badge may stand.
ABOUT = {
    "messagerie/publication_suspendue": {f"suspended.{one}.week" for one in FAMILIES},
    "messagerie/publication_suspendue_fin_de_semaine": {f"suspended.{one}.week" for one in FAMILIES},
    "messagerie/heures_calmes": {f"quiet.{one}.week" for one in FAMILIES},
    "deconnexion/personnels": {"quiet.personnels.week"},
    "messagerie/urgence_passe": {f"{setting}.{one}.passes" for setting in ("suspended", "quiet") for one in AUDIENCES},
    "messagerie/envoi_groupe": {"digests.daily_at", "digests.weekly_at"},
    "messagerie/delai_rappel": {"recall_minutes"},
    "notes/delai_eleves": {"marks.pupils_after_days"},
    "notes/delai_parents": {"marks.parents_after_pupils_days"},
    "cahier_de_textes/heure_de_saisie": {"homework_by"},
    "reponse/delai_promis": {"reply_within_hours"},
    "ecriture/parents_eleves": {"writing.responsables"},
    "canaux/un_motif_un_canal": {"purposes"},
    "canaux/urgence_immediate": {"purposes.urgence"},
    "absence/signalement": {"purposes.absence"},
    "parents/resultats": {"purposes.bulletin"},
    "parents/documents_aux_deux": {"purposes.orientation"},
    "parents/reponse_motivee": {"purposes.question_parent"},
}
ROWS = {
    "Note visible par l'élève, après l'évaluation": "marks.pupils_after_days",
    "Note visible par les responsables légaux, après l'élève": "marks.parents_after_pupils_days",
    "Heure de publication des notes": "marks.published_at",
    "Envoi groupé de chaque jour": "digests.daily_at",
    "Envoi groupé de la semaine": "digests.weekly_at",
    "Heure limite de saisie des devoirs": "homework_by",
    "Réponse promise à un parent": "reply_within_hours",
    "Rappel d'un message envoyé": "recall_minutes",
    "Langues des messages": "languages",
}
HELD_ROWS = {"plages de la semaine": "week", "passe quand même": "passes", "jours entiers": "days_off"}


def on_the_sheet(preset: str) -> Iterator[tuple[str, set[str]]]:
    """Each setting that has a row of its own on the sheet, with the rules whose badges it bears."""
    sheet = settings_sheet(load_policy(preset), ON)
    labels = {rule(name, ON).label: name for name in rule_names() if min(rule_file(name).values) <= ON}
    cited = {
        one.number: next(labels[label] for label in labels if plain(one).startswith(f"{label.replace(NBSP, ' ')} :"))
        for one in sheet.blocks
        if isinstance(one, Source)
    }
    for table in (block for block in sheet.blocks if isinstance(block, Table) and len(block.header) == 3):
        for row in table.rows:
            name = "".join(part.text for part in row[0]).replace(NBSP, " ")
            audience, _, what = name.partition(" : ")
            setting = "suspended" if table.caption.startswith("Publication") else "quiet"
            key = next((one for one, label in AUDIENCES.items() if label == audience), None)
            path = f"{setting}.{key}.{HELD_ROWS[what]}" if key else ROWS[name]
            yield (
                path,
                {cited[part.source] for part in row[2] if isinstance(part, NatureBadge) and part.source is not None},
            )


def plain(source: Source) -> str:
    return "".join(part.text for part in source.parts).replace(NBSP, " ")


@pytest.mark.parametrize("preset", preset_names())
def test_each_badge_of_the_sheet_stands_beside_what_its_rule_speaks_of(preset: str) -> None:
    rows = dict(on_the_sheet(preset))
    assert len(rows) == len(ROWS) + 2 * len(AUDIENCES) * len(HELD_ROWS)
    borne = {name for names in rows.values() for name in names}
    for name in borne:
        assert {path for path, names in rows.items() if name in names} == ABOUT[name], name
    assert len(borne) > 8


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_badge_of_the_screen_stands_beside_what_its_rule_speaks_of(audience: str) -> None:
    settings = Lab(LabState()).settings
    for part in settings.held.values():
        part.audience.value = audience
    day = settings.state.start
    known = {repr(badge_of(rule(name, day))): name for name in ABOUT}
    parts = {
        "purposes": settings.channels.badge,
        "writing": settings.writers.badge,
        **{path: field.part.badge for path, field in settings.fields.items()},
        **{f"purposes.{row['id']}": row.get("badge") for row in settings.channels.rows},
        **{f"writing.{row['id']}": row.get("badge") for row in settings.writers.rows},
    }
    for setting, held in settings.held.items():
        parts |= {
            f"{setting}.{audience}.week": held.grid.badge,
            f"{setting}.{audience}.days_off": {
                **held.days_off["school_holidays"].badge,
                **held.days_off["public_holidays"].badge,
            },
            f"{setting}.{audience}.passes": held.passes.badge,
        }
    borne = {path: known[repr(one)] for path, one in parts.items() if one}
    assert len(borne) > 12
    assert {path for path, name in borne.items() if path not in ABOUT[name]} == set()
    spoken = {path for name in ABOUT for path in ABOUT[name]} & set(parts)
    assert spoken - set(borne) == set()
