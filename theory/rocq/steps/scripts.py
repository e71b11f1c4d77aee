"""The tactics that are tried on a step, by the rule that made it: a short list, each ending the proof or failing.

A script is text of Ltac over `rocq/steps/Tactics.v`. Nothing here has to be right: what Rocq does not accept is a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import sympy as sp
from sympy import Basic
from sympy.core.relational import Equality

from modgap.theory.rocq.statements import Scope, UnprintableError, name, natural, parts, real, vector
from modgap.theory.rocq.steps.algebra import algebra, inequality
from modgap.theory.rocq.steps.exponents import products
from modgap.theory.rocq.steps.printing import Hypotheses, hypotheses, variables
from modgap.theory.rocq.steps.reading import Step


@dataclass(frozen=True)
class Goal:
    """A step to be proved: the step, its hypotheses as written, and the names of its premises."""

    step: Step
    found: Hypotheses
    premises: tuple[str, ...]

    @property
    def scope(self) -> Scope:
        """What the step's variables are called."""
        return self.found.scope

    @property
    def names(self) -> list[str]:
        """What stands above the bar after the opening: premises, variables, hypotheses."""
        given = [f"p{i}" for i in range(len(self.premises))]
        named = [f"H{i}" for i in range(len(self.found.written))]
        return [*given, *(self.scope.names[v] for v in variables(self.step)), *named]

    def opening(self) -> str:
        """Introduce premises, variables and hypotheses."""
        given = " ".join(self.names[: len(self.premises)])
        rest = " ".join(self.names[len(self.premises) :])
        unfolded = f"intros {given}; unfold {', '.join(dict.fromkeys(self.premises))} in *; " if given else ""
        return f"{unfolded}hnf; {f'intros {rest}; ' if rest else ''}sizes"

    def use(self, index: int, values: Mapping[Basic, Basic] | None = None) -> str:
        """Take a premise at the variables of the step, or at values; empty where one of its variables has none."""
        premise = self.step.premises[index]
        try:
            at = [argument((values or {}).get(v, v), v, premise, self.scope) for v in variables(premise)]
        except UnprintableError:
            return ""
        return f"pose proof ({' '.join([f'p{index}', *at])}) as q{index}; cbv beta in q{index}; discharge q{index}"

    def all_used(self) -> list[str]:
        """Take every premise at the variables of the step, and what is declared of the members of families."""
        return [*(text for i in range(len(self.premises)) if (text := self.use(i))), *self.members()]

    def members(self) -> Iterator[str]:
        """Take what is declared of each member of a family that the step speaks of."""
        spoken = [self.step.statement, *self.step.values.values()]
        members = dict.fromkeys(m for expr in spoken for m in sp.preorder_traversal(expr) if isinstance(m, sp.Indexed))
        for member in members:
            family = self.scope.names.get(member.base)
            if family is None or not member.indices[0].free_symbols <= set(self.step.domain.symbols):
                continue
            at = natural(member.indices[0], self.scope)
            for n, hypothesis in enumerate(self.found.written):
                if hypothesis.startswith("forall i : nat,") and f"({family} i)" in hypothesis:
                    yield f"try pose proof (H{n} {at} ltac:(within))"


def argument(value: Basic, variable: Basic, premise: Step, scope: Scope) -> str:
    """Write what stands for a variable of a premise."""
    if value in scope.names:
        kind = hypotheses(premise).scope.types[variable]
        return scope.names[value] if kind == scope.types[value] else as_kind(value, kind, scope)
    return as_kind(value, hypotheses(premise).scope.types[variable], scope)


def as_kind(value: Basic, kind: str, scope: Scope) -> str:
    """Write a value as a real or natural number, or as a vector."""
    writers = {"R": real, "nat": natural, "vector": vector}
    if kind not in writers:
        raise UnprintableError(f"{value} as a {kind}")
    return writers[kind](value, scope)


def opened(step: Step, premises: Sequence[str]) -> Goal:
    """Return a step as a goal under the names of its premises' statements."""
    return Goal(step, hypotheses(step), tuple(premises))


def scripts(goal: Goal) -> list[str]:
    """Return the tactics to try after opening and uses, in order; each is to end the proof."""
    step = goal.step
    makers = {
        "claim": _same,
        "claim from definitions": _checked,
        "chain of relations": _chain,
        "equals replaced by equals": _substitution,
        "an expression equals itself": lambda _: ["reflexivity"],
        "an equation read backwards": lambda _: ["symmetry; exact q0"],
        "terms moved across": lambda _: ["lra"],
        "special case": _special,
        "case by case": _cases,
        "arithmetic": _arithmetic,
        "sign": _arithmetic,
        "combination": _combination,
        "identity": _identity,
        "cite": _definition,
    }
    made = makers.get(step.kind, _same)
    return made(goal)


def further(goal: Goal) -> list[str]:
    """Return tactics that take long to find, for what none of the scripts proves."""
    if goal.step.kind not in ("arithmetic", "sign", "combination"):
        return []
    script = algebra(goal.step, goal.scope, _used(goal), hard=True)
    return [then(script)] if script else []


def uses(goal: Goal) -> list[str]:
    """Return the tactics that take the premises, and what is declared, before any script is tried."""
    if goal.step.kind == "case by case":
        return []
    if goal.step.kind == "special case":
        given = (goal.use(i) for i in range(1, len(goal.premises)))
        return [text for text in (*given, *goal.members(), goal.use(0, goal.step.values)) if text]
    return goal.all_used()


def then(tactics: Sequence[str]) -> str:
    """Write tactics one after the other, each on what the one before leaves, none tried again for what follows."""
    return "; ".join(f"once ({t})" for t in tactics if t)


# --- logic between facts --------------------------------------------------------------------------------------------


def _checked(goal: Goal) -> list[str]:
    """Take a claim from its proof from definitions, which says besides where it is defined."""
    at = " ".join(goal.scope.names[v] for v in variables(goal.step))
    taken = f"pose proof (Modgap.Ledger.Check.{name(goal.step.claim)}_checked {at}) as q0; hnf in q0; discharge q0"
    return [f"{taken}; conj; repeat split; first [assumption | lra | (unfold Rpower in *; assumption)]"]


def _same(goal: Goal) -> list[str]:
    return ["exact q0", "conj; repeat split; first [assumption | lra]", "same q0"] if goal.premises else ["assumption"]


def _chain(goal: Goal) -> list[str]:
    return ["lra", "congruence"] if isinstance(goal.step.statement, Equality) else ["lra"]


def _substitution(goal: Goal) -> list[str]:
    equations = [i for i, p in enumerate(goal.step.premises) if isinstance(p.statement, Equality)]
    if goal.step.premises and goal.step.premises[0].what == "an expression equals itself":
        equations = [i for i in equations if i]
    ways = ["lra"]
    for rewriting in ("rewrite", "setoid_rewrite"):
        into = [f"try {rewriting} q{i} in q0" for i in equations if i]
        ways += [then([*into, "same q0"]), then([*into, "conj; repeat split; lra"])]
    onto = [f"rewrite ?q{i}" for i in equations]
    ways += [then([*onto, "deq"]), then([*onto, "first [lra | ring | division]"])]
    return ways


def _special(goal: Goal) -> list[str]:
    return ["exact q0", "same q0", "same_roots q0", "bilinear_all; lengths_all; same q0"]


def _cases(goal: Goal) -> list[str]:
    above, below = goal.step.premises[:2]
    extra = [c for c in above.domain.conditions if c not in goal.step.domain.conditions]
    if len(extra) != 1:
        return []
    split = f"destruct (Rlt_le_dec 0 {real(extra[0].args[0], goal.scope)}) as [C|C]"
    return [f"{split}; [{goal.use(0)}; exact q0 | {goal.use(1)}; exact q1]" if below else ""]


# --- algebra --------------------------------------------------------------------------------------------------------


def _arithmetic(goal: Goal) -> list[str]:
    cleared = algebra(goal.step, goal.scope, _used(goal))
    return [
        "conj; repeat split; lra",
        "conj; repeat split; solve [pos]",
        *([then(cleared)] if cleared else []),
        "conj; roots; repeat split; nra",
    ]


def _used(goal: Goal) -> list[Step]:
    return [p for i, p in enumerate(goal.step.premises) if goal.use(i)]


def _combination(goal: Goal) -> list[str]:
    terms = list(_terms(goal))
    return [then([*terms, "lra"]), then([*terms, "roots", "nra"]), "first [lra | nra]"]


def _terms(goal: Goal) -> Iterator[str]:
    """Say that factor times slack is nonnegative for each inequality, and each rest."""
    for n, (factor, premise) in enumerate(goal.step.factors):
        found = inequality(premise.statement)
        if found is None:
            continue
        slack = f"({real(found.high, goal.scope)} - {real(found.low, goal.scope)})"
        term = f"{real(factor, goal.scope)} * {slack}"
        strict = f"assert (T{n} : 0 < {term}) by (apply Rmult_lt_0_compat; [pos | lra])"
        yield f"first [{strict} | assert (T{n} : 0 <= {term}) by (apply Rmult_le_pos; [pos | lra])]"
    for n, rest in enumerate(goal.step.rests):
        term = real(rest, goal.scope)
        yield f"first [assert (R{n} : 0 < {term}) by pos | assert (R{n} : 0 <= {term}) by pos]"


def _identity(goal: Goal) -> list[str]:
    form = goal.step.what.partition("(")[2].rstrip(")")
    plain = ["first [ring | division]", "roots; positive_roots; close_eq"]
    sides = [side for part in parts(goal.step.statement) for side in part.args]
    if goal.step.statement.atoms(sp.Derivative):
        return ["derived_ratio", "derived", "known", *plain]
    if "inner products" in form or "exponentials" in form:
        expanded = "bilinear; lengths; align_dots; first [ring | division]"
        ways = [expanded, "bilinear; lengths; roots; positive_roots; close_eq"]
        return [*ways[:1], *_products(goal, sides), *ways[1:]]
    if "logarithms" in form:
        return ["logs; first [ring | division | lra]", "logs; align1 ln; first [ring | division]", plain[0]]
    if "Gamma" in form or "power series" in form or "orders" in form:
        gammas = then(["gammas", "align", "first [ring | division]"])
        return ["known", gammas, "all_gammas", *_products(goal, sides), "same_terms", plain[0]]
    return [plain[0], "same_terms", plain[1]]


def _products(goal: Goal, sides: Sequence[Basic]) -> list[str]:
    """Write exponentials and powers as products, and Gamma functions by one another."""
    tactics = products(sides, goal.step.domain, goal.scope)
    endings = ["bilinear; lengths; gammas; first [ring | division | close_eq]", "all_gammas"]
    return [then(["conj", *tactics, ending]) for ending in endings] if tactics else []


def _definition(goal: Goal) -> list[str]:
    return ["reflexivity", "known", "deq"] if goal.step.definition else ["known"]
