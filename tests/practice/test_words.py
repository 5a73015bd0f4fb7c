"""Les mots que des familles lisent de travers, ou qui diraient une femme au masculin : absents de chaque texte."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from liaison.base.languages import languages
from liaison.diagnostic.reading.wording import TEXTS as QUESTIONNAIRE
from liaison.phone.words import TEXTS as FRAME
from liaison.phone.words import frame_words
from liaison.practice.compiled import compiled
from liaison.practice.wording import TEXTS as PRACTICE

_FRENCH = (
    r"(?i)\b(vous êtes|êtes-vous|soyez|je suis|être) "
    r"(prévenu|connecté|déconnecté|bloqué|pressé|prêt|inscrit|averti|invité)\b"
)
SAID_TO_A_MAN = {
    "fr": _FRENCH,
    "fr_simple": _FRENCH,
    "es": r"(?i)\b(bienvenido|invitado|usted está (listo|seguro|conectado|avisado))\b",
    "pt": r"(?i)\b(obrigado|bem-vindo|convidado|está (pronto|seguro|ligado|avisado))\b",
    "ro": r"(?i)\b(sunteți|sunt|fiți) (sigur|conectat|pregătit|înscris|anunțat|invitat|grăbit)\b",
    "uk": r"(?i)\b(готовий|впевнений|згоден|повинен|ви (написав|прочитав|зробив|забув|вибрав)|я (прочитав|забув))\b",
}

# Word (a regular expression) and why it is not written.
MISREAD = [
    ("en", r"[Rr]esponsible adult", "personne ne se dit ainsi : « parent or guardian »"),
    ("en", r"\bTake care\b", "« au revoir » plutôt que « attention »"),
    ("es", r"\bcolegios?\b", "une école primaire : le mot français reste"),
    ("pt", r"\bcolégios?\b", "une école privée : le mot français reste"),
    ("ro", r"\b[Cc]olegi", "un lycée : « gimnaziu »"),
    ("es", r"\b[Bb]oletín escolar único\b", "le livret rassemble les bulletins : « historial »"),
    ("pt", r"\b[Bb]oletim escolar único\b", "le livret rassemble les bulletins : « registo »"),
    ("es", r"\by historial\b", "« e » devant « hi »"),
    ("pt", r"\b[Ee]ncontros?\b", "un rendez-vous galant : « atendimento »"),
    ("pt", r"funciona sempre", "« marche toujours » veut dire ici : marche encore"),
    ("ar", "السلطة الأبوية", "l'autorité des deux parents : الوالدية"),
    ("uk", r"[Пп]редставник", "un délégué : « один із батьків »"),
    ("tr", r"= (Kız|Oğul)$", "« kızı », « oğlu » : la fille, le fils de quelqu'un"),
    ("fr", r"soirées calmes", "publication suspendue pour le collège, heures calmes pour le parent"),
    *((code, word, "dit à un homme, et Mme Benali est une femme") for code, word in SAID_TO_A_MAN.items()),
]


# What a page cannot do with a file of the downloads, and who may delete it there: whoever holds the device.
DOWNLOADED = {
    "fr": ("Cette page ne peut pas le supprimer", r"[Pp]ersonne d'autre|\b[Ss]eule?\b"),
    "fr_simple": ("Cette page ne peut pas le supprimer", r"[Pp]ersonne d'autre|\b[Ss]eule?\b|C'est à vous"),
    "en": ("This page cannot delete it", r"\b[Oo]nly\b|[Nn]o one else|[Nn]obody else"),
    "es": ("Esta página no puede eliminarlo", r"\b[Ss]olo\b|[Nn]adie"),
    "pt": ("Esta página não o pode eliminar", r"\b[Ss]ó\b|[Nn]inguém"),
    "ar": ("لا تستطيع هذه الصفحة حذفه", "وحد|غيرك|سواك"),
    "tr": ("Bu sayfa onu silemez", r"[Yy]alnızca|[Ss]adece|başka kimse"),
    "ro": ("Această pagină nu îl poate șterge", r"[Nn]umai|[Dd]oar|[Nn]imeni"),
    "uk": ("Ця сторінка не може його видалити", r"\b[Лл]ише\b|[Тт]ільки|[Нн]іхто"),
}


@pytest.mark.parametrize("code", languages())
def test_of_a_downloaded_file_the_page_says_what_it_cannot_do_and_never_that_one_person_alone_can(code: str) -> None:
    """On a shared device whoever holds it can open the file and delete it; the next family is told so."""
    told = frame_words(code)["effacer-telecharge"]
    cannot, alone = DOWNLOADED[code]
    assert cannot in told
    assert not re.search(alone, told)


# What erases what the page keeps leaves what is in the downloads.
EVERYTHING = "|".join(
    (
        r"efface tout\b(?! de suite)",
        "erases everything",
        "borra todo",
        "apaga tudo",
        "her şeyi",
        "șterge totul",
        "стирає все",
        "كل شيء",
    )
)


@pytest.mark.parametrize("code", languages())
def test_who_opens_the_page_next_is_never_told_that_everything_is_erased(code: str) -> None:
    told = frame_words(code)["reprise-explication"]
    assert not re.search(EVERYTHING, told)


@pytest.mark.parametrize("folder", [PRACTICE, QUESTIONNAIRE, FRAME], ids=["pratique", "questionnaire", "cadre"])
@pytest.mark.parametrize(("code", "word", "why"), MISREAD)
def test_no_text_for_families_uses_a_word_they_would_misread(code: str, word: str, why: str, folder: Path) -> None:
    paths = sorted((folder / code).glob("*.ftl"))
    assert paths
    found = [
        f"{path.name} : {line}"
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#") and re.search(word, line)
    ]
    assert found == [], why


# Each command of the Arabic missions, to a man, then to a woman.
TO_A_MAN_AND_A_WOMAN = """
    ابحث ابحثي   افتح افتحي   اضغط اضغطي   اقرأ اقرئي   سجّل سجّلي   انظر انظري   اختر اختاري
    ارجع ارجعي   حاول حاولي   انسخ انسخي   اطلب اطلبي   قارن قارني   ادفع ادفعي   تأكد تأكدي
    وقّع وقّعي   ردّ ردّي   اكتب اكتبي   غيّر غيّري   غيّره غيّريه   احصل احصلي   ادخل ادخلي
    فعّل فعّلي   اخترع اخترعي   استرجع استرجعي   اترك اتركي   قل قولي   افعل افعلي   أعطِ أعطي
    احمِ احمي   احفظها احفظيها   أخبر أخبري   أخبرها أخبريها   أرسل أرسلي   أبلغ أبلغي   صحّح صحّحي
    أكّده أكّديه   أكّدهما أكّديهما   أجب أجيبي   تابع تابعي   ارفع ارفعي   اطرح اطرحي   اخرج اخرجي
    ضع ضعي   ابدأ ابدئي   راجع راجعي   قدّم قدّمي   تجاهلها تجاهليها   تحدّث تحدّثي   مُرّ مُرّي
    اتصل اتصلي   خذ خذي
"""
TOLD = TO_A_MAN_AND_A_WOMAN.split()
COMMANDS = dict(zip(TOLD[::2], TOLD[1::2], strict=True))
ARABIC_WORD = re.compile("[\u0621-\u065f\u0670-\u06d3]+")


def commands(mission: dict[str, Any]) -> set[str]:
    """The words of command of a mission, to a man or a woman, outside what it quotes from a screen."""
    told = [mission["text"], mission["remember"], *mission["hints"]]
    words = {word for text in told for word in ARABIC_WORD.findall(re.sub("«[^»]*»", "", text))}
    both = {*COMMANDS, *COMMANDS.values()}
    return {word.removeprefix(joined) for word in words for joined in ("", "و", "ف")} & both


def played_by_a_man(mission: dict[str, Any]) -> bool:
    """M. Benali's account, or a goal that begins by saying that he is the one who plays."""
    return mission["start"].get("session") == "responsable2" or "أنت السيد " in mission["text"]


@pytest.mark.parametrize("mission", compiled("ar")["missions"], ids=lambda mission: mission["id"])
def test_in_arabic_who_is_shown_as_a_woman_is_spoken_to_as_one(mission: dict[str, Any]) -> None:
    told = commands(mission)
    assert told
    wanted = set(COMMANDS) if played_by_a_man(mission) else set(COMMANDS.values())
    assert told <= wanted


# Outside the missions, a screen, a poster or a question is read by a man as by a woman: « عرض », « يجب اختيار… ».
# « ردّ » is also the noun « a reply ».
OTHER_COMMANDS = """
    جرّب وجّه وجّهها اسأل اسأله أحضر استعمل صدّق املأ املأه انتظر أضف أظهر سلّم سلّمه أعد دع دعه احتفظ احذف احذفه حدّث
    حدّثه اسمح أرِ أرني ارسم أغلق لاحظ تدرّب أرفق شغّل امسح اقترح ذكّر انصح صوّر عد اقبل ارفض انقر استمع أعطها أعطه
    أرسلها أرسله راجعه قارنها قارنه احفظه أكّد اكتبه اطلبه اقرأه أوقفه شاهد تريد
"""
TO_A_MAN = {*COMMANDS, *OTHER_COMMANDS.split()} - {"ردّ"}
TO_THE_FATHER = "messagerie-karim-"


def read_by_anybody(text: str) -> list[str]:
    """The lines of a file of texts that are not said to who plays a mission: those for who helps are among them."""
    found, key = [], ""
    for line in text.splitlines():
        key = line.partition(" = ")[0] if line[:1].strip() else key
        helping = line.strip().startswith((".regarder", ".ne-pas-faire"))
        if not line.startswith("#") and (helping or not key.startswith(("mission-", TO_THE_FATHER))):
            found.append(line)
    return found


def told_to_a_man(line: str) -> set[str]:
    """The words of a line that a woman would read as said to a man."""
    words = set(ARABIC_WORD.findall(re.sub("«[^»]*»", "", line))) - {"وضع"}
    return {word.removeprefix(joined) for word in words for joined in ("", "و", "ف")} & TO_A_MAN


@pytest.mark.parametrize("folder", [PRACTICE, QUESTIONNAIRE, FRAME], ids=["pratique", "questionnaire", "cadre"])
def test_in_arabic_what_anybody_reads_is_said_neither_to_a_man_nor_to_a_woman(folder: Path) -> None:
    lines = [line for path in (folder / "ar").glob("*.ftl") for line in read_by_anybody(path.read_text("utf-8"))]
    assert len(lines) > 60
    assert [line for line in lines if told_to_a_man(line)] == []
    assert [line for line in lines if re.match(r"\s+\.ne-pas-faire = لا ", line)] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("commun-montrer = أرني", {"أرني"}),
        ("a = السبب خاطئ. اختر سببًا، واكتبه.", {"اختر", "اكتبه"}),
        ("a = يجب وضع علامة على «اختر».", set()),
    ],
)
def test_a_command_to_a_man_is_seen(line: str, told: set[str]) -> None:
    assert told_to_a_man(line) == told


def test_a_mission_of_each_gender_is_read() -> None:
    men = {mission["id"] for mission in compiled("ar")["missions"] if played_by_a_man(mission)}
    assert men == {"changer_de_compte", "carnet_signer_aussi", "livret_sur_papier", "rdv_separes"}


GLOSS = re.compile(r"((?:[^\W\d_]+[^\w\n]+){1,3})\(([^()]*)\)")
TEXTS = [
    path
    for study in ("practice/texts", "diagnostic/questionnaire/texts", "phone/texts")
    for code in languages()
    for path in sorted((Path(__file__).parents[2] / "liaison" / study / code).glob("*.ftl"))
]


def said_in(path: Path) -> str:
    """What a file of texts says, without its keys."""
    return re.sub(r"(?m)^ *[\w.-]+ =", "", path.read_text(encoding="utf-8"))


def explained_by_itself(sentence: str) -> list[str]:
    """The words between brackets that are those that they explain, their article at the end or not (« gimnaziul »)."""
    found = []
    for before, gloss in GLOSS.findall(sentence.casefold()):
        explained = re.findall(r"[^\W\d_]{4,}", before)
        given = [part.strip() for part in gloss.split(",")]
        found += [one for one in given for word in explained if one and (word.startswith(one) or one == word)]
    return found


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_word_is_explained_by_itself(path: Path) -> None:
    assert explained_by_itself(said_in(path)) == []


def test_a_word_explained_by_itself_would_be_found_and_its_french_name_is_no_such_word() -> None:
    assert explained_by_itself("donde el collège (collège) y") == ["collège"]
    assert explained_by_itself("pe care gimnaziul (collège, gimnaziu) și") == ["gimnaziu"]
    assert explained_by_itself("pagar-se a cantina (cantine)") == []
    assert sum(len(GLOSS.findall(said_in(path))) for path in TEXTS) > 200


def test_the_readme_counts_the_languages_and_those_that_nobody_has_read_yet() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    unread = [code for code, language in languages().items() if not language.reviewed]
    assert (len(languages()), len(unread)) == (9, 7)
    assert "en huit langues et en un français simplifié. Sept de ces langues" in readme
    assert "neuf langues" not in readme
