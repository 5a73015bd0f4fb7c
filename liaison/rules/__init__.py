"""Les règles : des faits datés, sourcés, dont la nature (loi, règlement, circulaire, charte, hypothèse) se voit."""

from liaison.rules.loader import Kind, Reference, Rule, RuleError, RuleFile, rule, rule_file, rule_names

__all__ = ["Kind", "Reference", "Rule", "RuleError", "RuleFile", "rule", "rule_file", "rule_names"]
