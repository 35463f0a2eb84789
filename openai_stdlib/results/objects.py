# SPDX-License-Identifier: MIT
"""`APIObject`: a JSON object of the API, as a dict whose fields are also attributes.

The JSON decoder creates the APIObjects itself, so a result is not walked a second time. models.py assigns the model
class, which defines the fields that an object has even if they were not sent.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, Optional, Set, Tuple

    from ..call.message import Response

    Fields = Dict[str, Any]
else:
    Fields = dict


# Fields of which a body with an error report has one; see call/error_body.py.
REPORT_FIELDS = frozenset(
    (
        "base_resp", "code", "detail", "details", "error_code", "error_message", "error_msg", "errors", "errorMessage",
        "message", "Message", "msg", "status_msg", "title",
    )
)  # fmt: skip

# Names that model_interface.py defines, without the underscores at their ends.
INTERFACE = (
    "model_fields", "model_computed_fields", "model_config", "model_json_schema", "model_rebuild", "model_post_init",
    "model_validate", "model_validate_json", "parse_obj", "parse_raw", "__fields__", "__fields_set__",
    "__rich_repr__", "__repr_args__", "__repr_name__",
    "__pydantic_fields__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__",
    "__get_pydantic_core_schema__",
)  # fmt: skip
ANNOTATED = frozenset(("__annotations__", "__annotate__", "__annotate_func__"))  # of these, a class may have one


class _KeysField:
    """Descriptor of `keys`, an API field and a dict method: returns the field if it was sent, else the method."""

    __slots__ = ()

    def __get__(self, instance: Optional[APIObject], owner: Any = None) -> Any:
        if instance is None:
            return dict.keys
        return instance["keys"] if "keys" in instance else dict.keys.__get__(instance, owner)


class _InterfaceName:
    """Descriptor of a name that pydantic's models have: model_interface.py, which is loaded then, defines its value."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: Optional[APIObject], owner: Any = None) -> Any:
        if instance is not None and dict.__contains__(instance, self.name):
            return instance[self.name]
        try:
            module = import_sibling("model_interface")
        except ModuleNotFoundError:
            if self.name.startswith("__"):  # which libraries look for
                raise AttributeError(self.name) from None
            raise
        return getattr(module, self.name.strip("_"))(instance, owner or type(instance))


def import_sibling(name: str) -> Any:
    """Return a module beside this one that imports this one."""
    return __import__(name, globals(), None, ["*"], 1)


class APIObject(Fields):
    """JSON object of the API. `obj.name` and `obj["name"]` are the same field.

    It is a dict of the fields that the server sent, known or not: it compares and serializes to JSON like one, and
    can be passed as an argument of a call. As an attribute, a field of the object's model that was not sent is None;
    any other name raises AttributeError. If the model is unknown, the fields of all models are known.
    """

    _fields: Tuple[Tuple[str, str, Any], ...] = ()  # attribute name, API name, descriptor of nested models or None
    _wire: Dict[str, str] = {}  # attribute name -> API name, where they differ
    _names: Any = frozenset()  # API names of the model's fields
    _client_side: Any = frozenset()  # fields that the client computes, such as `parsed`; see models.ClientSideField
    _is_model = False  # whether the class is one of a model, also of one that the table doesn't have
    _path: Any = None  # of a class that the table has: its module there, and its name
    _complete: Any = None  # of a class that the program has declared: what makes its fields of arguments

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if "_fields" not in cls.__dict__ and not ANNOTATED.isdisjoint(cls.__dict__):
            import_sibling("declared_fields").declare(cls)

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            return _missing_field(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            get_state(self)[name] = value
        elif name in self._client_side:
            get_state(self)["_" + name] = value
        else:
            self[self._wire.get(name, name)] = value

    def __delattr__(self, name: str) -> None:
        try:
            if name in get_state(self):
                del get_state(self)[name]
            else:
                del self[self._wire.get(name, name)]
        except KeyError:
            raise AttributeError(name) from None

    def __dir__(self) -> Any:
        return sorted(set(object.__dir__(self)) | {name for name in dict.keys(self) if isinstance(name, str)})

    def __repr__(self) -> str:
        from .dump import represent

        return represent(self)

    def _repr_parts(self) -> Tuple[str, Any]:
        """Return the name and the fields that `repr` shows."""
        return type(self).__name__, ((name, value) for name, _, value in self._iter_fields())

    def _copy_state(self) -> Tuple[Any, Dict[str, Any]]:
        """Return the class of a copy, and its attributes that are no fields."""
        return type(self), get_state(self)

    def __copy__(self) -> APIObject:
        return _copy_as(self, *self._copy_state())

    def __deepcopy__(self, memo: Dict[int, Any]) -> APIObject:
        from .dump import copy_deeply

        duplicate: APIObject = copy_deeply(self, memo)
        return duplicate

    def __reduce_ex__(self, protocol: Any) -> Any:
        return import_sibling("pickles").reduce_object(self, protocol, super().__reduce_ex__(protocol))

    def __getstate__(self) -> Any:
        return get_state(self)

    def __setstate__(self, state: Any) -> None:
        get_state(self).update(state or {})

    def _iter_fields(self) -> Iterator[Tuple[str, str, Any]]:
        """Yield attribute name, API name and value of each field: the fields of the model, then other fields sent."""
        for name, wire, nested in self._fields:
            yield name, wire, dict.get(self, wire) if nested is None else nested.__get__(self)
        for name, value in dict.items(self):
            if name not in self._names:
                yield name, name, value

    def _is_set(self, wire: str) -> bool:
        """Return whether a field was sent, or computed by the client."""
        return wire in self or (wire in self._client_side and "_" + wire in get_state(self))

    def _comparable(self) -> Any:
        """Return what equal models have in common: the values of their fields, and their other fields."""
        return [value for _, wire, value in self._iter_fields() if wire in self._names], self.model_extra

    @property
    def model_fields_set(self) -> Set[str]:
        """The names of the fields that are set."""
        return {name for name, wire, _ in self._iter_fields() if self._is_set(wire)}

    @property
    def model_extra(self) -> Dict[str, Any]:
        """The fields that were sent but are not in the model."""
        return {name: value for name, value in dict.items(self) if name not in self._names}

    @classmethod
    def model_construct(cls, _fields_set: Any = None, **values: Any) -> APIObject:
        """Return an object with these fields, without validation. Also available as `construct`."""
        instance = cls.__new__(cls)
        for name, value in values.items():
            instance[cls._wire.get(name, name)] = to_api_objects(value)
        return instance

    construct = model_construct

    def copy(self, **options: Any) -> APIObject:
        """Return a shallow copy of the same class, with the fields of the option `update` set."""
        duplicate = _copy_as(self, type(self), get_state(self))
        dict.update(duplicate, options.get("update") or {})
        return duplicate

    def to_dict(self, *, use_api_names: bool = True, exclude_unset: bool = True, **options: Any) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists at any depth, under their API names."""
        from .dump import dump

        fields: Dict[str, Any] = dump(self, {"by_alias": use_api_names, "exclude_unset": exclude_unset, **options})
        return fields

    def to_json(self, *, indent: Optional[int] = 2, **options: Any) -> str:
        """Return the fields as JSON text. The options are those of `to_dict`."""
        from .dump import dump_json

        return dump_json(self.to_dict(**options), indent, (",", ":") if indent is None else None)

    def model_dump(self, **options: Any) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists; fields that were not sent are None.

        `include` and `exclude` are a set of names, or a mapping to select inside nested objects. The other options
        apply at any depth: `exclude_unset` omits fields that were not sent, `exclude_none` and `exclude_defaults` omit
        fields that are None, and `by_alias` uses API names. Further options of pydantic are ignored.
        """
        from .dump import dump

        fields: Dict[str, Any] = dump(self, options)
        return fields

    def model_dump_json(self, *, indent: Optional[int] = None, **options: Any) -> str:
        """Return the result of `model_dump` as JSON text."""
        from .dump import dump_json

        return dump_json(self.model_dump(**options), indent, (",", ":") if indent is None else None)

    def dict(self, **options: Any) -> Dict[str, Any]:
        """Return the result of `model_dump`. This is the method's name in pydantic 1."""
        return self.model_dump(**options)

    def json(self, **options: Any) -> str:
        """Return the result of `model_dump_json`. This is the method's name in pydantic 1."""
        return self.model_dump_json(**options)

    def model_copy(self, *, update: Optional[Dict[str, Any]] = None, deep: bool = False) -> APIObject:
        """Return a shallow copy, or a deep copy if `deep`, with the fields of `update` set."""
        duplicate = self.__deepcopy__({}) if deep else self.copy()
        for name, value in (update or {}).items():
            setattr(duplicate, name, value)
        return duplicate

    def __replace__(self, **changes: Any) -> APIObject:
        """Return what `copy.replace` returns, which Python has since 3.13."""
        return self.model_copy(update=changes)


# Returns the attributes of an object that are no fields. `__dict__` has the fields of a model, as pydantic's models do.
get_state: Any = APIObject.__dict__["__dict__"].__get__
if not TYPE_CHECKING:  # type checkers should see the method of dict
    APIObject.keys = _KeysField()
for _name in INTERFACE:
    setattr(APIObject, _name, _InterfaceName(_name))


def _copy_as(instance: APIObject, cls: Any, state: Dict[str, Any]) -> APIObject:
    """Return a shallow copy of an object in another class, and with other attributes that are no fields."""
    duplicate: APIObject = cls.__new__(cls)
    dict.update(duplicate, dict.items(instance))
    get_state(duplicate).update(state)
    return duplicate


def _missing_field(instance: APIObject, name: str) -> None:
    """Return None for a field of any model; raise AttributeError for any other name."""
    if name == "_request_id":
        return
    if not name.startswith("_"):
        from .known_fields import known_fields

        if name in known_fields():
            return
    raise AttributeError("{!r} object has no attribute {!r}".format(type(instance).__name__, name))


def to_api_objects(value: Any) -> Any:
    """Return a copy of `value` in which plain dicts, at any depth, are APIObjects."""
    if type(value) is not dict and type(value) is not list:
        return value
    result = [value]
    copies: Dict[int, Any] = {}
    pending: Any = [(result, 0, value)]
    while pending:
        target, key, item = pending.pop()
        duplicate: Any = copies.get(id(item))
        if duplicate is None and type(item) in (dict, list):
            duplicate = copies[id(item)] = APIObject(item) if type(item) is dict else list(item)
            pending += [(duplicate, k, v) for k, v in (item.items() if type(item) is dict else enumerate(item))]
        target[key] = item if duplicate is None else duplicate
    return result[0]


def decode_json(response: Response, forms: str = "all") -> Any:
    """Return the decoded JSON body, or None for an empty 204 or 205 response. Sets `_request_id` of an object.

    Raises APIResponseValidationError if the body is not JSON, such as a proxy's HTML page, and the APIError that a body
    reports in spite of the success status; `forms` is that of `error_body.find_reported_error`.
    """
    try:
        result = parse_json(response.body.decode("utf-8"))
    except (ValueError, RecursionError):
        if response.status_code in (204, 205) and not response.body.strip():
            return None
        from ..call.response_errors import load_unusual_json

        result = load_unusual_json(response, parse_json)
    if type(result) is APIObject:
        result.__dict__["_request_id"] = response.request_id
    if may_report_error(result):
        from ..call.response_errors import raise_reported_error

        raise_reported_error(response, result, forms)
    return result


def may_report_error(result: Any) -> bool:
    """Return whether it is worth looking for an error in a decoded body. Most bodies have none."""
    if type(result) is not APIObject:
        return type(result) is list and len(result) == 1
    if result.get("error"):
        return True
    choices = result.get("choices")
    if not choices:
        return not REPORT_FIELDS.isdisjoint(result)
    return "base_resp" in result or (type(choices) is list and type(choices[0]) is APIObject and "error" in choices[0])


_decoder = json.JSONDecoder(object_hook=APIObject)
_scan: Callable[[str, int], Tuple[Any, int]] = getattr(_decoder, "scan_once")  # noqa: B009  # typeshed lacks it


def parse_json(text: str) -> Any:
    """Decode JSON text, with APIObjects for its objects. Raises ValueError if it is not valid JSON."""
    try:
        value, end = _scan(text, 0)
        if end == len(text):
            return value
    except StopIteration:
        pass
    return _decoder.decode(text)  # accepts whitespace around the value, and raises errors with a position
