# SPDX-License-Identifier: MIT
"""Classes of the models that calls return, built from the table in model_data/ when they are first needed.

The JSON decoder makes plain APIObjects. `apply_model` assigns the class of the outermost object; an inner object gets
its class when an attribute reaches it, so no result is walked through. A class has a property for each field: one that
the server didn't send is None, and a name that is not a field is an AttributeError.
"""

from __future__ import annotations

from operator import methodcaller

from . import model_data
from .objects import APIObject, get_state, import_sibling, to_api_objects

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, FrozenSet, Iterable, List, Optional, Set, Tuple, Type, Union

    Path = model_data.ModelPath

_set_class: Any = object.__dict__["__class__"].__set__  # APIObject's own __setattr__ would set a field
MAX_EXACT_FLOAT = 1 << 53  # all smaller integers are floats too
PACKAGE = __name__.rpartition(".results.")[0]


def subscript(cls: Any, items: Any) -> Any:
    """Return `cls[items]`, for annotations: the `__class_getitem__` of generic classes."""
    return import_sibling("generic").generic_alias(cls, items)


class Model(APIObject):
    """Object of a type that the table has. Can be built by hand: `ChatCompletionMessage(role="user", content="hi")`."""

    def __init__(self, *args: Any, **fields: Any) -> None:
        dict.__init__(self)
        values: Dict[str, Any] = dict(*args, **fields)
        is_declared = self._complete is not None
        for name, value in (self._complete(values) if is_declared else values).items():
            self[self._wire.get(name, name)] = to_api_objects(value)
        if is_declared:
            self.model_post_init(None)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        """Compare all fields with a model, of which those that were not sent are None, or what is sent with a dict."""
        if not isinstance(other, Model) or other is self:
            return dict.__eq__(self, other)
        return type(self) is type(other) and self._comparable() == other._comparable()

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None  # type: ignore[assignment]

    @property
    def __dict__(self) -> Any:  # type: ignore[override]  # pydantic models have it so
        try:
            return import_sibling("model_interface").Attributes(self)
        except ModuleNotFoundError:  # in a copy without it
            return dict(dict.items(self))

    _is_model = True

    def __class_getitem__(cls, items: Any) -> Any:
        return subscript(cls, items)

    def __getattr__(self, name: str) -> Any:
        if dict.__contains__(self, name):
            return self[name]
        if name == "_request_id":
            return None
        raise AttributeError("{!r} object has no attribute {!r}".format(type(self).__name__, name))


class FloatField:
    """Property for a number that the API may send without a decimal point, as it does for whole seconds."""

    __slots__ = ("wire",)

    def __init__(self, wire: str) -> None:
        self.wire: str = wire

    def __get__(self, instance: Optional[APIObject], owner: Any = None) -> Any:
        if instance is None:
            return self
        value = dict.get(instance, self.wire)
        return float(value) if type(value) is int and abs(value) < MAX_EXACT_FLOAT else value


class NestedField:
    """Property for a field with a model inside, a list of models or a mapping to them. Reading it assigns classes."""

    __slots__ = ("wire", "union", "apply")

    def __init__(self, wire: str, inner: str, scope: model_data.Scope) -> None:
        self.wire: str = wire
        self.union: ModelUnion = ModelUnion(inner.strip("[]{}"), scope)
        # Assigns their classes to the objects in the field.
        self.apply: Callable[[Any], None] = self.union.apply_to_values if inner[0] == "{" else self.union.apply

    def __get__(self, instance: Optional[APIObject], owner: Any = None) -> Any:
        if instance is None:
            return self
        value = dict.get(instance, self.wire)
        if type(value) is APIObject or type(value) is list:
            self.apply(value)
        return value


class ClientSideField:
    """Property for a value that was made from a result, such as `parsed`, and is stored beside what the server sent.

    JSON of the object leaves it out, and so does a request that the object is passed to.
    """

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name: str = "_" + name

    def __get__(self, instance: Optional[APIObject], owner: Any = None) -> Any:
        return self if instance is None else get_state(instance).get(self.name)


class ModelUnion:
    """The models that one field can hold, or that one operation can return, and which of them an object is.

    `references` are names between bars. They belong to a text of the table if `scope` is one, or else to an operation:
    `scope` is its package or resource then. They are looked up when the first object comes.
    """

    __slots__ = ("references", "scope", "single", "_options", "_resolved")

    def __init__(self, references: str, scope: Union[model_data.Scope, str]) -> None:
        self.references: str = references
        self.scope: Union[model_data.Scope, str] = scope
        self.single: Optional[Type[APIObject]] = None
        self._options: Optional[List[Tuple[Path, Dict[str, List[str]]]]] = None
        self._resolved: Dict[Any, Type[APIObject]] = {}

    def paths(self) -> List[Path]:
        """Return the paths of the models, with unions replaced by their members."""
        if isinstance(self.scope, str):
            paths = [find_path(name, self.scope) for name in self.references.split("|")]
            return flatten([path for path in paths if path is not None])
        return flatten(model_data.resolve_all(self.references, self.scope))

    def field_names(self) -> Set[str]:
        """Return the API names of the fields of all models."""
        return {name for path in self.paths() for name in model_class(*path)._names}

    def apply(self, value: Any) -> None:
        """Assign its class to an object, or to the objects of a list. An object that has a class keeps it."""
        if type(value) is APIObject:
            _set_class(value, self.single or self.resolve(value))
        elif type(value) is list:
            for item in value:
                if type(item) is APIObject:  # without another call of this method, which would be half of the cost
                    _set_class(item, self.single or self.resolve(item))
                else:
                    self.apply(item)

    def apply_to_values(self, value: Any) -> None:
        """Assign their classes to the objects that a mapping has by key, or do what `apply` does."""
        if isinstance(value, dict):
            for inner in dict.values(value):
                self.apply(inner)
        else:
            self.apply(value)

    def resolve(self, item: APIObject) -> Type[APIObject]:
        """Return the class of an object: by its type, object, role or event, or else by the fields that it has."""
        if self._options is None:
            paths = self.paths()
            if len(paths) == 1:
                self.single = model_class(*paths[0])
                return self.single
            self._options = [(path, _fixed_values(path)) for path in paths]
        get = item.get
        key: Any = get("type"), get("object"), get("role"), get("event")
        try:
            return self._resolved[key]
        except (KeyError, TypeError):  # new, or not hashable
            return self._discriminate(item, tuple([value if isinstance(value, str) else None for value in key]))

    def _discriminate(self, item: APIObject, key: Any) -> Type[APIObject]:
        paths, most = find_fitting(self._options or (), item)
        has_types = any("type" in fixed_values for _, fixed_values in self._options or ())
        if not paths or (not most and key[0] is not None and has_types):
            return UnknownModel  # newer than the table
        if len(paths) > 1:  # no fixed value tells them apart
            return model_class(*most_known(paths, item, lambda path: model_class(*path)._names))
        return self._resolved.setdefault(key, model_class(*paths[0]))


def find_fitting(options: Iterable[Tuple[Any, Dict[str, Any]]], item: Any) -> Tuple[List[Any], int]:
    """Return which members of a union an object can be, and how many of their fixed values it has.

    A member comes with the values that some of its fields can only have. One of which the object has another value
    does not fit; of the others, those with most of their values do.
    """
    fitting: List[Any] = []
    most = 0
    for member, fixed_values in options:
        matches = [item[name] in values for name, values in fixed_values.items() if name in item]
        if all(matches) and len(matches) >= most:
            if len(matches) > most:
                fitting, most = [], len(matches)
            fitting.append(member)
    return fitting, most


def most_known(members: List[Any], item: Any, names_of: Callable[[Any], FrozenSet[str]]) -> Any:
    """Return the first of the members that know most of the fields of an object."""
    return max(members, key=lambda member: len(names_of(member).intersection(item)))


def flatten(paths: List[Path]) -> List[Path]:
    """Return paths of models, the unions among them replaced by their members."""
    flat: List[Path] = []
    for path in paths:
        definition = model_data.define(*path)
        if definition is not None:
            flat += flatten(model_data.members_of(definition)) or [path]
    return flat


def _fixed_values(path: Path) -> Dict[str, List[str]]:
    """Return the fields of a model that can only be certain strings, with these strings."""
    definition = model_data.define(*path)
    fields = model_data.fields_of(definition) if definition else []
    return {name: [v.strip(' "') for v in values.split("|")] for name, _, _, values, _ in fields if values}


_classes: Dict[Tuple[str, str, str], Type[APIObject]] = {}


def model_class(module: model_data.Module, name: str) -> Type[APIObject]:
    """Return the class of a model, building it at first use. If two threads build it at once, both get the same one."""
    identity = module.package, module.key, name
    cls = _classes.get(identity)
    if cls is not None:
        return cls
    definition = model_data.define(module, name)
    if definition is None:
        raise LookupError(name)
    namespace: Dict[str, Any] = {
        "__module__": "{}.types.{}".format(PACKAGE, module.path),
        "__doc__": "Model of the API.",
    }
    fields: List[Tuple[str, str, Any]] = []
    for wire, attribute, inner, _, scope in model_data.fields_of(definition):
        nested: Any = None
        if inner:
            nested = FloatField(wire) if inner == model_data.FLOAT else NestedField(wire, inner, scope)
        if attribute in CLIENT_SIDE_FIELDS:
            nested = ClientSideField(attribute)
        namespace[attribute] = nested or property(methodcaller("get", wire), None, None, "Field of the model.")
        fields.append((attribute, wire, nested))
    namespace["_fields"] = tuple(fields)
    namespace["_wire"] = {attribute: wire for attribute, wire, _ in fields if attribute != wire}
    namespace["_names"] = frozenset(wire for _, wire, _ in fields)
    namespace["_client_side"] = CLIENT_SIDE_FIELDS & namespace["_names"]
    namespace["_path"] = module, name
    namespace.update(MODEL_PROPERTIES.get("{}.{}".format(module.path, name), {}))
    base = model_data.base_of(module, name)
    made: Any = type(name, (model_class(*base) if base else Model,), namespace)
    return _classes.setdefault(identity, made)


def find_path(name: str, near: str) -> Optional[Path]:
    """Return the path of a model or union: by `package.Name`, or by its name in the family `near`."""
    if "." in name:
        path = model_data.find_dotted(name)
    else:
        path = model_data.find_in_family(model_data.family_of(near), name)
    if path is not None and model_data.has_name(*path):
        return path
    try:
        from .model_index import find_anywhere
    except ModuleNotFoundError:  # in a copy without it
        return None
    return find_anywhere(name)


def find_model(name: str, near: str = "") -> Type[APIObject]:
    """Return the class of a model by its name, or by its package or module and its name. Raises LookupError."""
    path = find_path(name, near)
    definition = model_data.define(*path) if path else None
    if path is None or definition is None or model_data.members_of(definition):
        raise LookupError(name)
    return model_class(*path)


_unions: Dict[Tuple[str, str], ModelUnion] = {}


def model_union(name: str, near: str = "") -> Optional[ModelUnion]:
    """Return the union that assigns the class of a model, or None if the name stands for plain objects."""
    union = _unions.get((name, near))
    if union is None and name and name != "APIObject":
        union = _unions[name, near] = ModelUnion(name, near)
    return union


def apply_model(value: Any, name: str, near: str = "") -> Any:
    """Assign the class of a model or union to a result, or to each item of a list, and return it."""
    union = model_union(name, near)
    if union is not None:
        union.apply(value)
    return value


def set_model(value: APIObject, name: str) -> Any:
    """Replace the class of an object and return it. Objects inside that have a class keep it."""
    _set_class(value, find_model(name))
    return value


def _computed(name: str) -> Any:
    """Return a property whose value a function of computed.py, which is loaded then, makes of the object."""

    def compute(model: Any) -> Any:
        from . import computed

        return getattr(computed, name)(model)

    return property(compute)


CLIENT_SIDE_FIELDS = frozenset(("parsed", "parsed_arguments"))
# Properties that models have beside their fields.
MODEL_PROPERTIES: Dict[str, Dict[str, Any]] = {
    "responses.response.Response": {"output_text": _computed("output_text")},
    "beta.beta_response.BetaResponse": {"output_text": _computed("output_text")},
    "beta.agent_session_message.AgentSessionMessage": {"output_text": _computed("message_text")},
    "responses.parsed_response.ParsedResponse": {name: _computed(name) for name in ("output_text", "output_parsed")},
}


class UnknownModel(Model):
    """Object of a type that the table doesn't have. Only the fields that were sent are attributes."""


UnknownModel.__name__ = "APIObject"  # as `repr` shows it; pickle uses __qualname__
