# SPDX-License-Identifier: MIT
"""Find the differences between two packages' facts, and sort out those that are meant. No I/O."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Iterator, List, NamedTuple, Optional, Tuple

from .facts import COPIED, PARENTS, Flat


class Difference(NamedTuple):
    """Something that one package has and the other has not, or has otherwise; None is the absence."""

    kind: str
    name: str
    official: Optional[str]
    ours: Optional[str]

    def __str__(self) -> str:
        if self.official is None:
            return "removed {}: {}".format(self.kind, self.name)
        is_short = "\t" not in self.official  # a row is long, and its operation's other differences say the same
        if self.ours is None:
            value = " ({})".format(self.official) if self.official and is_short else ""
            return "missing {}: {}{}".format(self.kind, self.name, value)
        if not is_short:
            return "changed {}: {}".format(self.kind, self.name)
        return "changed {}: {}: official {!r}, here {!r}".format(self.kind, self.name, self.official, self.ours)


class Rule(NamedTuple):
    """A line of the exceptions: differences that are meant, with the reason."""

    kind: str
    pattern: str
    reason: str

    def covers(self, difference: Difference) -> bool:
        """Tell whether a difference is meant by this rule."""
        return self.kind == difference.kind and fnmatchcase(difference.name, self.pattern)

    def __str__(self) -> str:
        return "{}: {}".format(self.kind, self.pattern)


def differences(official: Flat, ours: Flat) -> List[Difference]:
    """Return all differences, by kind. What belongs to something missing is left out, as is what only we have."""
    return [difference for kind in official for difference in _of_kind(kind, official, ours)]


def _of_kind(kind: str, official: Flat, ours: Flat) -> Iterator[Difference]:
    known = ours.get(kind, {})
    parents = ours.get(PARENTS.get(kind, ""), {})
    for name, value in official[kind].items():
        if kind in PARENTS and name.partition(" ")[0] not in parents:
            continue
        if known.get(name) != value:
            yield Difference(kind, name, value, known.get(name))
    if kind in COPIED:
        for name in known:
            if name not in official[kind]:
                yield Difference(kind, name, None, known[name])


def parse_rules(text: str) -> List[Rule]:
    """Return the rules of an exceptions file: a reason in brackets, then `kind: pattern` lines. # begins a comment.

    Raises ValueError for a line that is neither, and for a rule without a reason.
    """
    rules: List[Rule] = []
    reason = ""
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if line.startswith("[") and line.endswith("]"):
            reason = line[1:-1].strip()
        elif line and not line.startswith("#"):
            kind, colon, pattern = line.partition(": ")
            if not (colon and reason):
                raise ValueError("line {}: expected `kind: pattern` below a [reason], got {!r}".format(number, line))
            rules.append(Rule(kind, pattern.strip(), reason))
    return rules


def apply_rules(found: List[Difference], rules: List[Rule]) -> Tuple[List[Difference], List[Rule]]:
    """Return the differences that no rule covers, and the rules that cover nothing."""
    unlisted = [difference for difference in found if not any(rule.covers(difference) for rule in rules)]
    stale = [rule for rule in rules if not any(rule.covers(difference) for difference in found)]
    return unlisted, stale
