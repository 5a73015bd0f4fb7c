"""A badge: what it says and does not say, who signed it, and that whatever is changed in it is refused, off line."""

import datetime as dt
import errno
import json
import os
import random
import socket
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from liaison.documents import to_html
from liaison.module import to_check
from liaison.training.badge.identity import (
    IssuerError,
    did_of,
    fingerprint,
    from_multibase,
    is_issuer,
    multibase,
    public_of,
)
from liaison.training.badge.keys import (
    KEY,
    BadgeKeyError,
    SigningKey,
    known_fingerprints,
    new_key,
    session_key,
)
from liaison.training.badge.making import badge_bytes, phrase, signed_badge
from liaison.training.badge.model import Badge
from liaison.training.badge.proof import CONTEXTS, canonical, holds, proof_value, signed_bytes
from liaison.training.badge.verifying import LARGEST, BadgeError, read_badge_file, verify
from liaison.training.exercise.definition import exercise, exercise_names
from liaison.training.papers.attendance import attendance_sheet
from liaison.training.papers.attestation import Attended, attestation
from liaison.training.session.codes import new_codes
from liaison.training.session.definition import Session
from liaison.training.session.module_facts import module_facts

CODE, OTHER, *_ = CODES = new_codes(4, random.Random(1))
SESSION = Session(
    code=CODE,
    title="Relier l'école et les familles",
    date=dt.date(2026, 11, 20),
    place="Salle des Tilleuls",
    trainer="Camille Fictif",
    modules=("01_messagerie_ent",),
    mode="machines",
    participants=CODES,
    hand_in_until=dt.datetime(2026, 11, 20, 18),
    names_until=dt.date(2026, 12, 31),
)
MODULES = [module_facts(name) for name in SESSION.modules]
SIGNER = SigningKey(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
STRANGER = SigningKey(Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
UNTIL = dt.date(2029, 11, 20)
BADGE = signed_badge(SESSION, MODULES, OTHER, SIGNER, until=UNTIL)
CONTENT = badge_bytes(BADGE)
PLAIN: dict[str, Any] = json.loads(CONTENT)
NOW = dt.datetime(2027, 1, 10, tzinfo=dt.UTC)
# Signed once, kept: what an older version of the suite signed must be verified for ever.
KEPT = (Path(__file__).parent / "data" / "badge_fixe.json").read_bytes()


def state(content: bytes, **asked: Any) -> str:
    return verify(content, "badge.json", **{"now": NOW, **asked}).state


def changed(path: tuple[Any, ...], value: Any) -> bytes:
    whole = json.loads(CONTENT)
    place = whole
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", "surrogatepass")


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    return [path] if pairs is None else [leaf for key, part in pairs for leaf in leaves(part, (*path, key))]


def at(path: tuple[Any, ...]) -> Any:
    value: Any = PLAIN
    for step in path:
        value = value[step]
    return value


# What it says


def test_a_badge_has_every_field_that_open_badges_asks_for() -> None:
    assert PLAIN["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert PLAIN["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert PLAIN["issuer"]["type"] == ["Profile"]
    assert PLAIN["issuer"]["id"] == SIGNER.did
    subject = PLAIN["credentialSubject"]
    assert subject["type"] == ["AchievementSubject"]
    assert {"type", "hashed", "identityHash", "identityType"} <= set(subject["identifier"][0])
    assert {"id", "type", "criteria", "description", "name"} <= set(subject["achievement"])
    assert {"type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"} == set(PLAIN["proof"])
    assert PLAIN["validFrom"] == "2026-11-19T23:00:00Z"  # minuit à Paris, le jour de la séance


@pytest.mark.parametrize("module", exercise_names())
def test_a_module_has_one_name_in_its_session_that_of_its_exercise(module: str) -> None:
    session, facts = SESSION.model_copy(update={"modules": (module,)}), [module_facts(module)]
    title = exercise(module).title
    achieved = signed_badge(session, facts, OTHER, SIGNER).credentialSubject.achievement
    assert f"« {title} »" in achieved.description.replace("\u00a0", " ")
    assert f"- {title}\n" in achieved.criteria.narrative
    for paper in (attendance_sheet(session, facts, {}), attestation(session, facts, Attended(OTHER, ("matin",)))):
        assert title in to_html(paper)
        assert facts[0].title == title or facts[0].title not in to_html(paper)


def test_a_badge_holds_neither_a_name_nor_a_code_nor_a_mark() -> None:
    text = CONTENT.decode("utf-8")
    assert OTHER not in text
    assert '"name"' not in json.dumps(PLAIN["credentialSubject"]["identifier"])
    assert "result" not in PLAIN["credentialSubject"]


def test_a_name_is_in_clear_only_when_it_is_asked_for() -> None:
    named = badge_bytes(signed_badge(SESSION, MODULES, OTHER, SIGNER, name="Dominique Fictif"))
    assert b"Dominique Fictif" in named
    assert b"Dominique" not in CONTENT
    assert state(named, issuer=SIGNER.fingerprint, code=OTHER) == "valide"


def test_a_badge_says_what_it_is_not_and_that_competences_are_to_be_confirmed() -> None:
    achieved = PLAIN["credentialSubject"]["achievement"]
    assert phrase("ce-qu-il-n-est-pas") in achieved["criteria"]["narrative"]
    assert phrase("ce-qu-il-n-est-pas") in PLAIN["description"]
    assert to_check() in achieved["criteria"]["narrative"]
    assert achieved["tag"] == list(MODULES[0].competences)
    assert achieved["tag"]
    assert "alignment" not in achieved


def test_the_same_session_is_one_achievement_and_each_badge_is_its_own() -> None:
    again = signed_badge(SESSION, MODULES, OTHER, SIGNER)
    assert again.credentialSubject.achievement.id == BADGE.credentialSubject.achievement.id
    assert again.id != BADGE.id
    assert again.credentialSubject.identifier[0].salt != BADGE.credentialSubject.identifier[0].salt


# Who signed, for whom, until when


def test_a_badge_is_valid_when_the_issuer_is_the_one_expected() -> None:
    assert state(CONTENT, issuer=SIGNER.fingerprint) == "valide"
    assert state(CONTENT, issuer=SIGNER.did, code=OTHER) == "valide"


def test_without_an_expected_issuer_a_whole_badge_still_has_to_be_confirmed() -> None:
    assert state(CONTENT) == "emetteur_a_confirmer"


def test_without_a_known_issuer_nothing_is_said_of_the_dates_but_another_person_is_another_person() -> None:
    for now in (NOW, dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.datetime(2126, 1, 1, tzinfo=dt.UTC)):
        assert state(CONTENT, now=now) == "emetteur_a_confirmer"
        assert state(CONTENT, now=now, code=CODE) == "autre_personne"


def test_a_badge_signed_again_by_somebody_else_is_another_issuer() -> None:
    forged = badge_bytes(signed_badge(SESSION, MODULES, OTHER, STRANGER))
    assert state(forged, issuer=SIGNER.fingerprint) == "autre_emetteur"
    assert verify(forged, "b", now=NOW).fingerprint == STRANGER.fingerprint != SIGNER.fingerprint


def test_a_badge_that_claims_the_key_of_somebody_else_is_refused() -> None:
    stolen = signed_badge(SESSION, MODULES, OTHER, STRANGER).as_json()
    stolen["issuer"]["id"] = SIGNER.did
    with pytest.raises(BadgeError):
        state(json.dumps(stolen).encode())
    stolen["proof"]["verificationMethod"] = f"{SIGNER.did}#{SIGNER.did.removeprefix('did:key:')}"
    assert state(json.dumps(stolen).encode(), issuer=SIGNER.did) == "altere"


def test_a_badge_is_that_of_its_code_and_of_no_other() -> None:
    assert state(CONTENT, issuer=SIGNER.did, code=OTHER) == "valide"
    assert state(CONTENT, issuer=SIGNER.did, code=CODE) == "autre_personne"


def test_a_badge_holds_from_the_first_second_of_the_day_of_the_session() -> None:
    start = dt.datetime(2026, 11, 19, 23, tzinfo=dt.UTC)
    assert state(CONTENT, issuer=SIGNER.did, now=start) == "valide"
    assert state(CONTENT, issuer=SIGNER.did, now=start - dt.timedelta(seconds=1)) == "pas_encore_valable"


def test_a_badge_holds_to_the_last_second_of_its_last_day() -> None:
    end = dt.datetime(2029, 11, 20, 23, tzinfo=dt.UTC)  # minuit à Paris, le jour d'après
    assert state(CONTENT, issuer=SIGNER.did, now=end - dt.timedelta(seconds=1)) == "valide"
    assert state(CONTENT, issuer=SIGNER.did, now=end) == "expire"


def test_without_a_last_day_a_badge_does_not_expire() -> None:
    lasting = badge_bytes(signed_badge(SESSION, MODULES, OTHER, SIGNER))
    assert b"validUntil" not in lasting
    assert state(lasting, issuer=SIGNER.did, now=dt.datetime(2126, 1, 1, tzinfo=dt.UTC)) == "valide"


def test_what_is_altered_is_said_before_what_is_expired() -> None:
    late = dt.datetime(2126, 1, 1, tzinfo=dt.UTC)
    assert state(changed(("name",), "Autre titre"), issuer=SIGNER.did, now=late) == "altere"


# Whatever is changed is refused


@given(st.data())
def test_no_value_of_a_badge_can_be_changed(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(leaves(PLAIN)))
    before = at(path)
    other = st.booleans() if isinstance(before, bool) else st.text(min_size=1) | st.just(str(before) + " ")
    value = data.draw((other | st.none() | st.integers(0, 1) | st.just([before])).filter(lambda new: new is not before))
    if json.dumps(value) == json.dumps(before):
        return
    with suppress(BadgeError):
        assert state(changed(path, value), issuer=SIGNER.did) in {"altere", "autre_emetteur"}


@given(st.integers(0, len(CONTENT) - 1), st.integers(0, 255))
def test_no_byte_can_be_changed_without_the_badge_being_refused_or_the_same(place: int, byte: int) -> None:
    content = CONTENT[:place] + bytes([byte]) + CONTENT[place + 1 :]
    try:
        valid = state(content, issuer=SIGNER.did) == "valide"
    except BadgeError:
        return
    # Only the blanks between two values may differ.
    assert valid == (json.loads(content) == PLAIN)


@given(st.integers(0, len(CONTENT) - 3))
def test_a_cut_file_is_refused(length: int) -> None:
    with pytest.raises(BadgeError, match="coupé"):
        state(CONTENT[:length])


@pytest.mark.parametrize("path", [*leaves(PLAIN), ("proof",), ("issuer",), ("credentialSubject", "achievement")])
def test_no_part_of_a_badge_can_be_taken_away(path: tuple[Any, ...]) -> None:
    whole = json.loads(CONTENT)
    place = whole
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    with suppress(BadgeError):
        assert state(json.dumps(whole).encode(), issuer=SIGNER.did) == "altere"


@pytest.mark.parametrize(
    "path",
    [(), ("issuer",), ("credentialSubject",), ("credentialSubject", "achievement"), ("proof",)],
)
def test_nothing_can_be_added_to_a_badge_not_even_an_absent_value(path: tuple[Any, ...]) -> None:
    for key, value in (("image", "x"), ("evidence", None), ("@id", "urn:x"), ("validUntil", None)):
        with pytest.raises(BadgeError):
            state(changed((*path, key), value))


def test_a_key_written_twice_is_refused_even_when_both_values_are_right() -> None:
    name = json.dumps(PLAIN["name"], ensure_ascii=False)
    twice = CONTENT.decode().replace(f'"name": {name}', f'"name": {name}, "name": {name}', 1)
    assert json.loads(twice) == PLAIN
    with pytest.raises(BadgeError):
        state(twice.encode())


def test_an_unknown_vocabulary_is_refused_and_never_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: Any, **__: Any) -> None:
        raise AssertionError("a badge called another host")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    assert state(CONTENT, issuer=SIGNER.did) == "valide"
    contexts: list[Any]
    for contexts in ([*CONTEXTS, "https://example.org/v1"], ["https://example.org/v1"], [], [{}], list(CONTEXTS)[::-1]):
        with pytest.raises(BadgeError):
            state(changed(("@context",), contexts))
    with pytest.raises(ValueError, match="badge"):
        canonical({"@context": "https://example.org/v1", "name": "x"})


@pytest.mark.parametrize(
    "content",
    [b"", b"null", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"a": NaN}', b'{"@context": 1e999}', b"9" * 10_000],
)
def test_what_is_no_badge_is_refused_in_french(content: bytes) -> None:
    with pytest.raises(BadgeError, match="badge"):
        state(content)


def test_a_file_that_a_text_editor_saved_again_is_the_same_badge() -> None:
    assert state(b"\xef\xbb\xbf" + CONTENT.replace(b"\n", b"\r\n"), issuer=SIGNER.did) == "valide"


def test_a_refusal_repeats_no_sign_that_a_terminal_obeys() -> None:
    with pytest.raises(BadgeError) as refused:
        state(changed(("\u001b[2J",), "x"))
    assert "\u001b" not in str(refused.value)
    assert "·[2J" in str(refused.value)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(BadgeError):
        state(CONTENT.replace(b'"Camille Fictif"', b'"\\ud800"'))


# What is signed, compared with what is published


def test_a_badge_signed_by_an_earlier_version_is_still_verified() -> None:
    assert state(KEPT, issuer=SIGNER.fingerprint, code="DB5KJ") == "valide"
    assert verify(KEPT, "b", now=NOW).badge.credentialSubject.identifier[1].identityHash == "Dominique Fictif"


def test_what_is_signed_is_what_the_published_vocabularies_make_of_the_badge() -> None:
    # Computed once with the contexts of W3C credentials/v2 and 1EdTech 3.0.3 themselves: docs/decisions/0020-badge.md.
    whole = json.loads(KEPT)
    assert signed_bytes(whole, whole["proof"]).hex() == (
        "f9a0faafa583f2422aeed8940607a6f8a0bee233da2dee46ce760cd12f9b937a"
        "c2f12962eba858ae03c33392079c5dc7350d6995b3fde5da6c31ad3baa76ab1f"
    )


def test_the_statements_of_a_proof_are_those_that_a_person_writes_by_hand() -> None:
    method = f"{SIGNER.did}#{SIGNER.did.removeprefix('did:key:')}"
    proof = {key: value for key, value in PLAIN["proof"].items() if key != "proofValue"}
    rdf, xsd, sec = "http://www.w3.org/1999/02/22-rdf-syntax-ns", "http://www.w3.org/2001/XMLSchema", "https://w3id.org"
    assert canonical({"@context": list(CONTEXTS), **proof}).splitlines() == [
        f'_:c14n0 <http://purl.org/dc/terms/created> "{proof["created"]}"^^<{xsd}#dateTime> .',
        f"_:c14n0 <{rdf}#type> <{sec}/security#DataIntegrityProof> .",
        f'_:c14n0 <{sec}/security#cryptosuite> "eddsa-rdfc-2022"^^<{sec}/security#cryptosuiteString> .',
        f"_:c14n0 <{sec}/security#proofPurpose> <{sec}/security#assertionMethod> .",
        f"_:c14n0 <{sec}/security#verificationMethod> <{method}> .",
    ]


def test_every_word_of_a_badge_has_a_meaning() -> None:
    # JSON-LD drops in silence a word without a meaning: it would not be signed. A value is only signed once a statement
    # holds it, so each leaf must change what is stated.
    bare = {key: value for key, value in PLAIN.items() if key != "proof"}
    stated = canonical(bare)
    for path in leaves(bare):
        if path[0] == "@context" or path[-1] == "type" or "type" in path:
            continue
        other = json.loads(changed(path, not at(path) if isinstance(at(path), bool) else "urn:x:autre"))
        other.pop("proof")
        assert canonical(other) != stated, path


# Keys


def test_an_address_of_a_key_is_the_one_that_the_method_publishes() -> None:
    public = bytes.fromhex("2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6")
    assert did_of(public) == "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
    assert public_of(did_of(public)) == public


def test_a_key_is_that_of_rfc_8032() -> None:
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert SigningKey(Ed25519PrivateKey.from_private_bytes(seed)).public.hex() == public


@given(st.binary(max_size=80))
def test_bytes_come_back_from_base_58(content: bytes) -> None:
    assert from_multibase(multibase(content)) == content


@pytest.mark.parametrize("text", ["", "m3abc", "z0", "zl", "z" + "2" * 300])
def test_another_base_or_an_unknown_sign_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        from_multibase(text)


def test_a_fingerprint_is_recognised_however_it_is_typed_and_never_in_part() -> None:
    printed = fingerprint(SIGNER.public)
    assert [len(group) for group in printed.split(" ")] == [4] * 8
    for typed in (printed, printed.replace(" ", ""), printed.lower().replace(" ", "-"), f"  {printed} "):
        assert is_issuer(SIGNER.public, typed)
    assert not is_issuer(STRANGER.public, printed)
    for part in (printed[:-1], printed[:4], "", printed + "0", "did:key:z6Mk"):
        with pytest.raises(IssuerError):
            is_issuer(SIGNER.public, part)


def test_a_key_is_made_once_and_its_owner_alone_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "cles"
    first, second = session_key(folder), session_key(folder)
    assert first.did == second.did
    assert known_fingerprints(folder) == (first.fingerprint,)
    if os.name == "posix":
        assert stat.S_IMODE((folder / KEY).stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert sorted(path.name for path in folder.iterdir()) == [KEY, "empreintes.csv"]


@pytest.mark.skipif(os.name != "posix", reason="les droits d'accès sont ceux de POSIX")
def test_a_key_that_a_copy_opened_to_everybody_is_closed_again(tmp_path: Path) -> None:
    new_key(tmp_path)
    (tmp_path / KEY).chmod(0o644)
    session_key(tmp_path)
    assert stat.S_IMODE((tmp_path / KEY).stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="les droits d'accès sont ceux de POSIX")
def test_a_key_on_a_disk_that_may_only_be_read_signs_and_one_that_stays_open_to_others_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = new_key(tmp_path)
    number = errno.EROFS

    def refused(path: Path, _mode: int) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "chmod", refused)
    assert session_key(tmp_path).did == made.did
    number = errno.EPERM
    with pytest.raises(BadgeKeyError, match="peut être lu par d'autres comptes"):
        session_key(tmp_path)


def test_after_a_new_key_the_badges_signed_before_are_verified_by_the_former_fingerprint(tmp_path: Path) -> None:
    former = session_key(tmp_path)
    before = badge_bytes(signed_badge(SESSION, MODULES, OTHER, former))
    later = new_key(tmp_path)
    after = badge_bytes(signed_badge(SESSION, MODULES, OTHER, session_key(tmp_path)))
    assert known_fingerprints(tmp_path) == (former.fingerprint, later.fingerprint)
    assert state(before, issuer=former.fingerprint) == "valide"
    assert state(before, issuer=later.fingerprint) == "autre_emetteur"
    assert state(after, issuer=later.fingerprint) == "valide"
    assert len(list(tmp_path.iterdir())) == 2  # l'ancienne clé privée n'est pas gardée


@pytest.mark.parametrize(
    "content", [b"", b"pas une cle", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"]
)
def test_a_damaged_key_is_told_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / KEY).write_bytes(content)
    with pytest.raises(BadgeKeyError, match="--new-key"):
        session_key(tmp_path)
    assert (tmp_path / KEY).read_bytes() == content


def test_a_key_of_another_kind_or_behind_a_link_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "ailleurs.pem"
    new_key(tmp_path / "autre")
    target.write_bytes((tmp_path / "autre" / KEY).read_bytes())
    (tmp_path / KEY).symlink_to(target)
    with pytest.raises(BadgeKeyError):
        session_key(tmp_path)


def test_a_key_that_cannot_be_written_leaves_the_former_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    former = new_key(tmp_path)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BadgeKeyError, match="Rien n'a changé"):
        new_key(tmp_path)
    assert session_key(tmp_path).did == former.did
    assert len(list(tmp_path.iterdir())) == 2


# Files


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "badge.json"
    path.write_bytes(CONTENT + b" " * (LARGEST - len(CONTENT)))
    assert state(read_badge_file(path), issuer=SIGNER.did) == "valide"
    path.write_bytes(CONTENT + b" " * (LARGEST - len(CONTENT) + 1))
    with pytest.raises(BadgeError, match="trop gros"):
        read_badge_file(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.json"):
        with pytest.raises(BadgeError, match="n'existe pas"):
            read_badge_file(path)


def test_a_text_with_an_invisible_sign_is_never_signed() -> None:
    with pytest.raises(ValidationError):
        Badge.model_validate({**PLAIN, "name": "Titre\u0007"})
    assert Badge.model_validate(PLAIN).name == PLAIN["name"]


def test_a_signature_of_other_bytes_does_not_hold() -> None:
    proof = PLAIN["proof"]
    again = {**proof, "proofValue": proof_value(PLAIN, proof, SIGNER.private)}
    assert again == proof  # Ed25519 ne tire rien au hasard : la même clé, la même signature
    assert holds(PLAIN, proof, SIGNER.public)
    assert not holds(PLAIN, proof, STRANGER.public)
    for value in ("z", "", "z" + "1" * 64, proof["proofValue"] + "1", "z1" + proof["proofValue"][1:]):
        assert not holds(PLAIN, {**proof, "proofValue": value}, SIGNER.public)
