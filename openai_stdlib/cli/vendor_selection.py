# SPDX-License-Identifier: MIT
"""Choose the modules of a vendored copy by following imports, and the tables of operations and models.

Nothing is listed by hand but what parts and conditions are; see vendor_parts.py.
"""

from __future__ import annotations

from functools import lru_cache

from ..api import root_resource
from ..api.operation import Connect, Operation, SubResource
from ..compat.modules import MODULES
from ..results import model_data
from .module_graph import ModuleGraph, packages_of
from .vendor_parts import BASE, FAMILIES, IMPLIED, PARTS, WHOLE, conditions_of, option_of, roots_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, Iterator, List, Optional, Set, Tuple

BATCHES = "helpers.batches"  # needs the part bulk in addition
PACKAGE = __name__.rpartition(".cli.")[0]


class Selection:
    """The modules of a copy, and for each that was left out, the options to add."""

    def __init__(self, graph: ModuleGraph, families: Optional[Iterable[str]], parts: Iterable[str]) -> None:
        """`families` None are all, with all parts but those that only tests and type checkers use."""
        self.is_complete: bool = families is None
        self._graph = graph
        parts = frozenset(parts)
        self._parts = parts.union(*(IMPLIED.get(part, ()) for part in parts))
        self.modules: Set[str] = set()
        if families is None:
            self._families = frozenset(FAMILIES)
            left_out = {"testing", "wheel"} - self._parts
            self._open = (self._families | {*PARTS, "everything"}) - left_out
            conditions = {name: conditions_of(name) or ("everything",) for name in graph.paths}
            self.modules = {name for name in graph.paths if not left_out.issuperset(conditions[name])}
        else:
            self._families = frozenset(families)
            tables = [table_of(family) for family in sorted(self._families)]
            self._open = self._families.union(self._parts, *(table.conditions for table in tables))
            roots = [*BASE, *roots_of(self._parts | self._families)]
            for table in tables:
                helpers = table.helpers if "helpers" in self._parts else []
                roots += table.modules + [name for name in helpers if "bulk" in self._parts or name != BATCHES]
                roots += table.event_models if self._parts.intersection(("compat", "connections")) else []
                if table.event_models and {"connections", "signatures"} <= self._parts:
                    roots.append("connections.signatures")
            self._follow(roots)
            if self._families.issuperset(FAMILIES):  # also what only names of `__init__` lead to
                self._follow(name for name in graph.paths if not self._missing_for(name))
            for part in self._parts & WHOLE:
                self._follow(
                    name for name in graph.paths if part in conditions_of(name) and not self._missing_for(name)
                )

    def _follow(self, roots: Iterable[str]) -> None:
        pending = [name for root in roots for name in [*packages_of(root), root]]
        for root in pending:
            if self._missing_for(root):
                raise RuntimeError("vendor: {} needs what was not chosen: {}".format(root, self._missing_for(root)))
        while pending:
            module = pending.pop()
            if module not in self.modules and not self._missing_for(module):
                self.modules.add(module)
                pending += self._graph.imports(module)

    def _missing_for(self, module: str) -> Tuple[str, ...]:
        """Return conditions of which one must be met before a module can be in the copy; () if it can."""
        for name in [module, *sorted(self._graph.eager_imports(module))]:
            conditions = conditions_of(name)
            if conditions and self._open.isdisjoint(conditions):
                return conditions
        return ()

    def describe_left_out(self) -> Dict[str, str]:
        """Return what to add to the options for each package and module that is not in the copy.

        An addition is a further option, or a comma and a family for --only.
        """
        additions = {module: self._addition_for(module) for module in set(self._graph.paths) - self.modules}
        if "compat" not in self.modules:
            additions.update(dict.fromkeys(set(MODULES) - set(self._graph.paths), " " + option_of("compat")))
        for module in self._graph.public_modules.difference(self.modules):
            additions[module] = additions[module] or self._find_addition(module)
        left_out: Dict[str, str] = {}
        for module in sorted(additions):
            addition = additions[module]
            if addition and addition not in [left_out.get(package) for package in packages_of(module)]:
                left_out[module] = addition
        return left_out

    def _find_addition(self, module: str) -> str:
        """Return the first addition that leads to a module that could be in the copy, but that nothing there uses."""
        for part in conditions_of(module):
            if part in PARTS and part not in self._parts:
                if module in Selection(self._graph, self._families, [*self._parts, part]).modules:
                    return " " + option_of(part)
        for family in FAMILIES:
            if module in Selection(self._graph, self._families | {family}, self._parts).modules:
                return "," + family
        return ""

    def _addition_for(self, module: str) -> str:
        family = module.rpartition(".")[2]
        if module.startswith("api.") and family in FAMILIES:
            return "," + family
        for condition in self._missing_for(module):
            if condition in PARTS:
                return " " + option_of(condition)
            for family in FAMILIES:
                if condition == family or condition in table_of(family).conditions:
                    return "," + family
        return ""


class Table:
    """What the operations of a family need."""

    def __init__(self, family: str) -> None:
        self.conditions: Set[str] = set()
        self.helpers: List[str] = []
        endpoints: List[str] = []
        tables, loaded_modules = dict(model_data._tables), dict(model_data._modules)
        model_data._tables.clear()  # so that they show which families are looked up
        model_data._modules.clear()
        modules: Dict[str, None] = {}
        for cls, entry in _iter_entries(root_resource(family)):
            modules[cls.__module__[len(PACKAGE) + 1 :]] = None
            if isinstance(entry, Operation):
                self._add_operation(entry)
            elif isinstance(entry, Connect):
                self.conditions.add("connect")
                endpoints.append(entry.endpoint)
            else:
                self.helpers.append("helpers." + entry.module)
                if family in conditions_of(self.helpers[-1]):
                    modules[self.helpers[-1]] = None
        self.modules: List[str] = [*modules, *_loaded_tables()]
        if endpoints:
            from ..connections.endpoints import ENDPOINTS  # not in each copy that has the command

            for endpoint in endpoints:
                self._follow_models(*ENDPOINTS[endpoint].server_events)
        self.event_models: List[str] = _loaded_tables()
        model_data._tables.update(tables)
        model_data._modules.update(loaded_modules)

    def _add_operation(self, operation: Operation) -> None:
        values = {name: getattr(operation, name) for name in Operation.__slots__ if name != "attempts"}
        self.conditions.update(name for name, value in values.items() if value)
        self.conditions.update(value for value in values.values() if value == "binary")
        for names in (operation.returns, operation.stream):
            for name in names.split("|") if names else ():
                self._follow_models(name.strip(), operation.model_package)

    def _follow_models(self, name: str, near: str) -> None:
        """Load the models that an operation returns, and all models inside them, in their families."""
        find = model_data.find_in_family
        path = model_data.find_dotted(name) if "." in name else find(model_data.family_of(near), name)
        pending: List[Any] = [path]
        seen: Set[Tuple[str, str, str]] = set()
        while pending:
            path = pending.pop()
            identity = path and (path[0].package, path[0].key, path[1])
            if path is None or identity in seen:
                continue
            seen.add(identity)
            definition = model_data.define(*path)
            if definition is not None:
                pending += model_data.members_of(definition)
                pending.append(model_data.base_of(*path))
                for _, _, inner, _, scope in model_data.fields_of(definition):
                    if inner and inner != model_data.FLOAT:
                        pending += model_data.resolve_all(inner.strip("[]{}"), scope)


def _loaded_tables() -> List[str]:
    """Return the modules of the families of models that have been looked up."""
    return sorted("results.model_data." + name for name in model_data._tables if name in model_data.FAMILIES)


@lru_cache(maxsize=None)
def table_of(family: str) -> Table:
    """Return what the operations of a family need."""
    return Table(family)


def _iter_entries(cls: Any) -> Iterator[Tuple[Any, Any]]:
    """Yield the class and the entry of each operation and helper of a resource, and of the resources inside it."""
    for entry in cls.table.values():
        if isinstance(entry, SubResource):
            yield from _iter_entries(entry.resolve(cls))
        else:
            yield cls, entry
