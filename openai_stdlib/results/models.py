# SPDX-License-Identifier: MIT
"""Classes for answers, made of the table's lines when they are needed: what the official package calls its models.

`typed` gives an object that the JSON decoder made its class, by assigning it. What is inside gets its own when it is
reached through an attribute, so that an answer is never walked through. A class has a property for each field; one
that wasn't sent is None, one that no class has is an AttributeError. Neighbours: model_index.py (the names), objects.py.
"""

from __future__ import annotations

from operator import methodcaller

from . import model_index
from .objects import APIObject, to_api_objects

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple, Type

_set_class = object.__setattr__  # beside APIObject's own, for which a name is a field
PACKAGE = __name__.rpartition(".results.")[0]


class Model(APIObject):
    """An answer of a known kind. Can be made by hand too: `ChatCompletionMessage(role="assistant", content="hi")`."""

    def __init__(self, *args: Any, **fields: Any) -> None:
        dict.__init__(self)
        given: Dict[str, Any] = dict(*args, **fields)
        for name, value in given.items():
            self[self._wire.get(name, name)] = to_api_objects(value)

    def __getattr__(self, name: str) -> Any:
        if dict.__contains__(self, name):
            return self[name]
        if name == "_request_id":
            return None
        raise AttributeError("{!r} object has no attribute {!r}".format(type(self).__name__, name))


class NestedField:
    """A field with models in it: one, a list of them, or a mapping to them. They get their classes when it is read."""

    __slots__ = ("wire", "choice", "by_key")

    def __init__(self, wire: str, names: str, path: str) -> None:
        self.wire = wire
        self.by_key = names.startswith("{}")
        self.choice = ModelUnion(names[2:] if self.by_key else names, path)

    def __get__(self, instance: Optional[APIObject], owner: Any = None) -> Any:
        if instance is None:
            return self
        value = dict.get(instance, self.wire)
        if type(value) is APIObject or type(value) is list:
            self.apply(value)
        return value

    def apply(self, value: Any) -> None:
        """Give what is in a field its classes."""
        if self.by_key and isinstance(value, dict):
            for inner in dict.values(value):
                self.choice.apply(inner)
        else:
            self.choice.apply(value)


class ClientSideField:
    """A field for what was made of an answer, as `parsed`: it is kept beside what the server sent.

    So JSON of the object, and what is sent when it is passed back, are without it.
    """

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = "_" + name

    def __get__(self, instance: Optional[APIObject], owner: Any = None) -> Any:
        return self if instance is None else instance.__dict__.get(self.name)


class ModelUnion:
    """The models that can stand in one place, and which of them an object is."""

    __slots__ = ("names", "path", "single", "_options", "_known")

    def __init__(self, names: str, path: str) -> None:
        self.names = names
        self.path = path
        self.single: Optional[Type[APIObject]] = None
        self._options: Optional[List[Tuple[model_index.ModelPath, Dict[str, List[str]]]]] = None
        self._known: Dict[Any, Type[APIObject]] = {}

    def apply(self, value: Any) -> None:
        """Give an object, or the objects of a list, the class that it is; one that has its class keeps it."""
        if type(value) is APIObject:
            _set_class(value, "__class__", self.single or self.resolve(value))
        elif type(value) is list:
            for item in value:
                self.apply(item)

    def resolve(self, item: APIObject) -> Type[APIObject]:
        """Return the class of an object: told by its type, object, role or event, else by its fields."""
        if self._options is None:
            self._options = [(place, _literals(place)) for place in _members(self.names, self.path)]
            if len(self._options) == 1:
                self.single = model_class(*self._options[0][0])
                return self.single
        get = item.get
        sign = tuple(v if isinstance(v, str) else None for v in (get("type"), get("object"), get("role"), get("event")))
        found = self._known.get(sign)
        return self._discriminate(item, sign) if found is None else found

    def _discriminate(self, item: APIObject, sign: Any) -> Type[APIObject]:
        fitting: List[Tuple[int, model_index.ModelPath]] = []
        for place, literals in self._options or ():
            told = [item[name] in values for name, values in literals.items() if name in item]
            if all(told):
                fitting.append((len(told), place))
        best = max((number for number, _ in fitting), default=0)
        places = [place for number, place in fitting if number == best]
        if not places or (not best and sign[0] is not None and "type" in self._discriminators()):
            return UnknownModel  # a kind that came after this table
        if len(places) > 1:  # no word tells them apart, but maybe their fields do
            return model_class(*max(places, key=lambda place: len(set(model_class(*place)._names).intersection(item))))
        found = self._known[sign] = model_class(*places[0])
        return found

    def _discriminators(self) -> Any:
        return {name for _, literals in self._options or () for name in literals}


def _members(names: str, path: str) -> List[model_index.ModelPath]:
    """Return where the models are that names between bars stand for, unions taken apart."""
    found: List[model_index.ModelPath] = []
    for name in names.split("|"):
        place = model_index.locate(name, path)
        if place is None:
            continue
        rest = (model_index.module(place[0]) or {})[place[1]]
        found += _members(rest[2:], place[0]) if rest.startswith("= ") else [place]
    return found


def _literals(place: model_index.ModelPath) -> Dict[str, List[str]]:
    """Return the fields of a model that can have few values only, with these."""
    fields = (model_index.module(place[0]) or {})[place[1]].split(" ")
    told = (field.partition("~") for field in fields if "~" in field)
    return {name.partition(":")[0]: values.split(",") for name, _, values in told}


_built: Dict[model_index.ModelPath, Type[APIObject]] = {}


def model_class(path: str, name: str) -> Type[APIObject]:
    """Return the class of a model, made now if need be. Two threads may make it at once; one of them counts."""
    found = _built.get((path, name))
    if found is not None:
        return found
    namespace: Dict[str, Any] = {"__module__": "{}.types.{}".format(PACKAGE, path), "__doc__": "A model of answers."}
    fields: List[Tuple[str, str, Any]] = []
    for field in (model_index.module(path) or {})[name].split():
        named, _, inner = field.partition("~")[0].partition(":")
        python, _, wire = named.partition("=")
        nested: Any = NestedField(wire or python, inner, path) if inner else None
        if python in CLIENT_SIDE_FIELDS:
            nested = ClientSideField(python)
        namespace[python] = nested or property(methodcaller("get", wire or python))
        fields.append((python, wire or python, nested))
    namespace["_fields"] = tuple(fields)
    namespace["_wire"] = {python: wire for python, wire, _ in fields if python != wire}
    namespace["_names"] = frozenset(wire for _, wire, _ in fields)
    namespace["_client_side"] = CLIENT_SIDE_FIELDS & namespace["_names"]
    namespace.update(MODEL_PROPERTIES.get(name, {}))
    return _built.setdefault((path, name), type(name, (Model,), namespace))


def find_model(name: str, near: str = "") -> Any:
    """Return the class of a model by its name, or by the path of its module or package and its name.

    Raises LookupError for a name that is no model's.
    """
    place = model_index.locate(name, near)
    rest = "!" if place is None else (model_index.module(place[0]) or {})[place[1]]
    if place is None or rest == "!" or rest.startswith("= "):
        raise LookupError(name)
    return model_class(*place)


_choices: Dict[Tuple[str, str], ModelUnion] = {}


def apply_model(value: Any, name: str, near: str = "") -> Any:
    """Give an answer its class: the model or union of that name. Returns the answer."""
    if name and name != "APIObject" and (type(value) is APIObject or type(value) is list):
        choice = _choices.get((name, near))
        if choice is None:
            choice = _choices[name, near] = ModelUnion(name, near)
        choice.apply(value)
    return value


def set_model(value: APIObject, name: str) -> Any:
    """Make an object one of that model, whatever it was; what is inside that has a class keeps it. Returns it."""
    _set_class(value, "__class__", find_model(name))
    return value


def output_text(response: Any) -> str:
    """Return all the text that a response's messages hold, "" if there is none."""
    texts = []
    for item in response.output or ():
        if item.get("type") == "message":
            texts += [part["text"] for part in item.get("content") or () if part.get("type") == "output_text"]
    return "".join(texts)


def output_parsed(response: Any) -> Any:
    """Return the first thing that was parsed from a response's messages, None if there is none."""
    for item in response.output or ():
        if item.type == "message":
            for part in item.content or ():
                if part.type == "output_text" and part.parsed:
                    return part.parsed
    return None


CLIENT_SIDE_FIELDS = frozenset(("parsed", "parsed_arguments"))
# What models have beside their fields.
MODEL_PROPERTIES: Dict[str, Dict[str, Any]] = {
    "Response": {"output_text": property(output_text)},
    "BetaResponse": {"output_text": property(output_text)},
    "ParsedResponse": {"output_text": property(output_text), "output_parsed": property(output_parsed)},
}


class UnknownModel(Model):
    """An object of a kind that the table doesn't have: it has the fields that were sent, and no others."""


UnknownModel.__name__ = UnknownModel.__qualname__ = "APIObject"
