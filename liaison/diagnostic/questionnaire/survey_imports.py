"""Le questionnaire prêt à importer dans LimeSurvey et dans Framaforms, avec des codes que la lecture reconnaît.

LimeSurvey: its tab-separated survey structure (.txt), one file for all languages. Framaforms: the import code of
Webform Share (Webform 7.x-4 of Drupal 7, which Yakforms brings along), one file per language; importing it takes an
administrator of the server, so a sheet says what to copy by hand. Neither was tried on a real server.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from liaison.base.languages import FRENCH
from liaison.base.sentences import french_beside
from liaison.base.tables import Shape, csv_bytes
from liaison.diagnostic.hypotheses import ONLINE
from liaison.diagnostic.questionnaire.information import Information, Way, shown_to_families
from liaison.diagnostic.questionnaire.phrases import Phrases, check_language, phrases, spoken
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, MODE, Item, QuestionnaireError
from liaison.documents import write_files

phrase = french_beside(__file__)

LIMESURVEY = "limesurvey.txt"
COLUMNS = (
    *("class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other"),
    *("default", "same_default", "hidden", "exclude_all_others"),
)
SETTINGS = {
    "format": "S",  # a question at a time
    "anonymized": "Y",
    "savetimings": "N",
    "datestamp": "N",
    "ipaddr": "N",
    "refurl": "N",
    "allowprev": "Y",
    "showprogress": "Y",
    "allowsave": "N",
    "printanswers": "N",
    "showwelcome": "Y",
}
OPENING = "accueil"  # the key of what opens the form, beside those of the questions
_KINDS = {"single": "L", "multiple": "M", "grid": "F"}
_LONGEST_CODE = 20
# What LimeSurvey imports and shows as it is: an apostrophe before a sign would be read by families.
_LIMESURVEY = Shape("\t", "\n", mark=False, as_it_is=True)
Row = dict[str, str]


def limesurvey_text(codes: Sequence[str] = (), information: Information | None = None) -> str:
    """Return the survey for LimeSurvey 3 and later: « Importer un questionnaire », file type .txt.

    The first language is the base. One language tag comes once: simplified French shares that of French and is left
    out, unless it is asked for instead. Question and sub-question codes are the names of the questionnaire without
    « _ » ; answers are A1, A2… in its order. `niveau` and `mode` are hidden questions, which the address fills
    (`?niveau=A6`).

    Raises:
        QuestionnaireError: an unknown language, or two of the same tag.
    """
    chosen = _chosen(codes)
    rows = list(_settings(chosen, information))
    for form in chosen:
        rows += _limesurvey_language(form)
    lines = ([row.get(name, "") for name in COLUMNS] for row in rows)
    return csv_bytes(COLUMNS, lines, _LIMESURVEY, kind="questionnaire-pour-limesurvey").decode()


def limesurvey_code(name: str) -> str:
    """Return a name as LimeSurvey accepts it: letters and digits.

    Raises:
        QuestionnaireError: it would be longer than LimeSurvey accepts.
    """
    code = name.replace("_", "")
    if len(code) > _LONGEST_CODE:
        raise QuestionnaireError(phrase("trop-long-pour-limesurvey", name=name, most=_LONGEST_CODE))
    return code


def _chosen(codes: Sequence[str]) -> list[Phrases]:
    known = spoken()
    for code in codes:
        check_language(code)
    wanted = list(codes) or list({known[code].tag: code for code in reversed(known)}.values())[::-1]
    if len({known[code].tag for code in wanted}) < len(wanted):
        raise QuestionnaireError(phrase("meme-code-de-langue"))
    return [phrases(code) for code in wanted]


def _settings(chosen: Sequence[Phrases], information: Information | None) -> Iterator[Row]:
    base, *others = (form.language.tag for form in chosen)
    for name, value in {"language": base, "additional_languages": " ".join(others), **SETTINGS}.items():
        yield {"class": "S", "name": name, "text": value}
    for form in chosen:
        texts = {
            "surveyls_title": form.frame("nom"),
            "surveyls_description": form.frame("accueil-titre"),
            "surveyls_welcometext": " ".join(_welcome(form, information, "anonyme")),
        }
        for name, value in texts.items():
            yield {"class": "SL", "name": name, "text": value, "language": form.language.tag}


def _limesurvey_language(form: Phrases) -> Iterator[Row]:
    own = {"language": form.language.tag}
    yield {"class": "G", "type/scale": "1", "name": form.frame("accueil-titre"), "relevance": "1", **own}
    for item in form.questionnaire.items:
        yield _question(form, item) | own
        parts = item.rows or (item.values if item.kind == "multiple" else ())
        for part in parts:
            row = {"class": "SQ", "type/scale": "0", "name": limesurvey_code(part), "relevance": "1"}
            yield {**row, "text": form.part(item.id, part), **own}
        if item.kind != "multiple":
            yield from _answers(form, item.id, item.values)
    for name, values in form.questionnaire.context.items():
        default = f"A{values.index(ONLINE) + 1}" if name == MODE and ONLINE in values else ""
        row = {
            "class": "Q",
            "type/scale": "L",
            "name": limesurvey_code(name),
            "text": form.question(name),
            "hidden": "1",
        }
        yield {**row, "relevance": "1", "mandatory": "N", "other": "N", "default": default, **own}
        yield from _answers(form, name, values)


def _question(form: Phrases, item: Item) -> Row:
    help_ = form.frame("plusieurs") if item.kind == "multiple" else form.help(item)
    alone = {"exclude_all_others": ";".join(map(limesurvey_code, item.alone))} if item.alone else {}
    row = {"class": "Q", "type/scale": _KINDS[item.kind], "name": limesurvey_code(item.id), "relevance": "1"}
    return {**row, "text": form.question(item.id), "help": help_, "mandatory": "N", "other": "N", **alone}


def _answers(form: Phrases, name: str, values: Sequence[str]) -> Iterator[Row]:
    for rank, value in enumerate(values, start=1):
        row = {"class": "A", "type/scale": "0", "name": f"A{rank}", "text": form.part(name, value)}
        yield {**row, "language": form.language.tag}


def framaforms_components(form: Phrases) -> list[dict[str, Any]]:
    """Return the components of a Webform 7.x-4 form, in order: selects with their keys, a grid, two hidden values."""
    questionnaire = form.questionnaire
    components = [_component(form, item) for item in questionnaire.items]
    # The address of the form fills the level (…?niveau=sixieme); all that comes this way was answered online.
    hidden = {LEVEL: f"[current-page:query:{LEVEL}]", MODE: ONLINE}
    components += [
        {
            "form_key": name,
            "name": form.question(name),
            "type": "hidden",
            "value": value,
            "extra": {"hidden_type": "value"},
        }
        for name, value in hidden.items()
        if name in questionnaire.context
    ]
    return components


def framaforms_code(code: str = FRENCH, information: Information | None = None) -> str:
    """Return the import code of a language for the tab « Import » of a form (Webform Share, Drupal 7).

    It opens with a text that families read and that no export has a column for. Whoever imports it needs the right
    « access webform share functionality », which servers keep for administrators: the code is PHP, as the module's own
    export. Read it first: it is one array, and nothing else.
    """
    form = phrases(code)
    components = {
        number: {"cid": number, "pid": 0, "value": "", "required": 0, "weight": number, **component}
        for number, component in enumerate([_opening(form, information), *framaforms_components(form)], start=1)
    }
    return f"$webform = {_php({'components': components})};\n"


def framaforms_by_hand(code: str = FRENCH, information: Information | None = None) -> str:
    """Return what to copy in the form editor when no import is open: for each question its kind, key and options."""
    form = phrases(code)
    parts = [form.frame("nom"), *_welcome(form, information, "formulaire"), ""]
    for component in framaforms_components(form):
        extra = component["extra"]
        kind = "boxes" if component["type"] == "select" and extra.get("multiple") else component["type"]
        parts += [
            f"== {component['name']}",
            phrase("element", kind=kind),
            phrase("cle-du-champ", key=component["form_key"]),
        ]
        parts += [phrase("description", text=extra["description"])] if extra.get("description") else []
        parts += [phrase("questions"), extra["questions"]] if "questions" in extra else []
        parts += [phrase("options"), extra.get("items") or extra["options"]] if component["type"] != "hidden" else []
        parts += [phrase("valeur-par-defaut", value=component["value"])] if component.get("value") else []
        parts.append("")
    return "\n".join(parts)


def write_survey_imports(folder: Path, codes: Sequence[str] = (), information: Information | None = None) -> list[Path]:
    """Write limesurvey.txt, and for each language framaforms_<langue>.txt and what to copy by hand; all or none.

    Raises:
        QuestionnaireError: an unknown language. DocumentError: full disk, read-only folder.
    """
    texts = {LIMESURVEY: "\ufeff" + limesurvey_text(codes, information)}
    for code in codes or spoken():
        texts[f"framaforms_{code}.txt"] = framaforms_code(code, information)
        texts[f"framaforms_{code}_a_recopier.txt"] = framaforms_by_hand(code, information)
    return write_files(folder, {name: text.encode("utf-8") for name, text in texts.items()})


def _welcome(form: Phrases, information: Information | None, way: Way) -> list[str]:
    """Return what a family reads before the first question, what the school says of the data included."""
    data = shown_to_families(form, information or Information(), way=way)
    opening = [form.opening(), form.frame("accueil-anonyme")]
    return [*opening, f"{data.title}.", *filter(None, (data.missing, *data.lines, form.unreviewed()))]


def _opening(form: Phrases, information: Information | None) -> dict[str, Any]:
    """Return what a family reads first; « plain_text » is the one text format that every Drupal 7 has."""
    extra = {"format": "plain_text", "display_on": "form", "private": 0}
    text = "\n".join(_welcome(form, information, "formulaire"))
    return {"form_key": OPENING, "name": form.frame("nom"), "type": "markup", "value": text, "extra": extra}


def _component(form: Phrases, item: Item) -> dict[str, Any]:
    values = _options(form, item.id, item.values)
    extra: dict[str, Any] = {"title_display": "before", "private": 0}
    help_ = form.frame("plusieurs") if item.kind == "multiple" else form.help(item)
    if help_:
        extra["description"] = help_
    if item.kind == "grid":
        extra |= {"options": values, "questions": _options(form, item.id, item.rows), "optrand": 0, "qrand": 0}
    else:
        extra |= {"items": values, "multiple": int(item.kind == "multiple"), "aslist": 0, "optrand": 0}
    kind = "grid" if item.kind == "grid" else "select"
    return {"form_key": item.id, "name": form.question(item.id), "type": kind, "extra": extra}


def _options(form: Phrases, name: str, parts: Sequence[str]) -> str:
    """Return options as Webform writes them: one « key|sentence » a line."""
    return "\n".join(f"{part}|{form.part(name, part)}" for part in parts)


def _php(value: object, margin: str = "") -> str:
    """Return a value as PHP's own `var_export` writes it; in a text, only « ' » and « \\ » need a sign before."""
    if isinstance(value, dict):
        inside = f"{margin}  "
        lines = "".join(f"{inside}{_php(key)} => {_php(item, inside)},\n" for key, item in value.items())
        return f"array (\n{lines}{margin})"
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'") + "'"


__all__ = [
    "framaforms_by_hand",
    "framaforms_code",
    "framaforms_components",
    "limesurvey_code",
    "limesurvey_text",
    "write_survey_imports",
]
