"""Les règles : des faits datés, sourcés, dont la nature (loi, règlement, circulaire, charte, hypothèse) se voit."""

from liaison.rules.known import as_reported, known_words, provenance, since_words
from liaison.rules.loader import OURS, Kind, Reference, Rule, RuleError, RuleFile, rule, rule_file, rule_names

__all__ = [
    "OURS",
    "Kind",
    "Reference",
    "Rule",
    "RuleError",
    "RuleFile",
    "as_reported",
    "known_words",
    "provenance",
    "rule",
    "rule_file",
    "rule_names",
    "since_words",
]
