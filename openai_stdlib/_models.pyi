# SPDX-License-Identifier: MIT
"""The base of all models. Their fields are in the modules below `types`."""

import builtins
from typing import Any, Callable, ClassVar, Dict, Mapping, Optional, Type, TypeVar
from typing_extensions import ParamSpec, Self, dataclass_transform

from .client.request_options import FinalRequestOptions as FinalRequestOptions
from .compat.annotations import FinalRequestOptionsInput as FinalRequestOptionsInput
from .compat.annotations import SecurityOptions as SecurityOptions
from .compat.construction import is_basemodel as is_basemodel
from .compat.construction import is_basemodel_type as is_basemodel_type

_T = TypeVar("_T")
_ModelT = TypeVar("_ModelT", bound=BaseModel)
_P = ParamSpec("_P")

@dataclass_transform(kw_only_default=True)
class BaseModel:
    model_fields: ClassVar[Dict[str, Any]]
    _request_id: Optional[str] = None
    @property
    def model_fields_set(self) -> set[str]: ...
    @property
    def model_extra(self) -> Optional[Dict[str, Any]]: ...
    @classmethod
    def construct(cls, _fields_set: Optional[set[str]] = None, **values: object) -> Self: ...
    @classmethod
    def model_construct(cls, _fields_set: Optional[set[str]] = None, **values: object) -> Self: ...
    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self: ...
    @classmethod
    def model_validate_json(cls, json_data: Any, **options: Any) -> Self: ...
    def copy(self, **options: Any) -> Self: ...
    def to_dict(
        self,
        *,
        mode: str = ...,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> builtins.dict[str, object]: ...
    def to_json(
        self,
        *,
        indent: Optional[int] = 2,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> str: ...
    def model_dump(
        self,
        *,
        mode: str = ...,
        include: Any = None,
        exclude: Any = None,
        by_alias: Optional[bool] = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        **options: Any,
    ) -> builtins.dict[str, Any]: ...
    def model_dump_json(
        self,
        *,
        indent: Optional[int] = None,
        include: Any = None,
        exclude: Any = None,
        by_alias: Optional[bool] = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        **options: Any,
    ) -> str: ...
    def dict(self, **options: Any) -> builtins.dict[str, Any]: ...
    def json(self, **options: Any) -> str: ...
    def model_copy(self, *, update: Optional[Mapping[str, Any]] = None, deep: bool = False) -> Self: ...

class GenericModel(BaseModel): ...

BaseGenericModel = GenericModel
APIObject = BaseModel

def build(base_model_cls: Callable[_P, _ModelT], *args: _P.args, **kwargs: _P.kwargs) -> _ModelT: ...
def construct_type(*, value: object, type_: object, metadata: Optional[list[Any]] = None) -> object: ...
def construct_type_unchecked(*, value: object, type_: Type[_T]) -> _T: ...
def validate_type(*, type_: Type[_T], value: object) -> _T: ...
def add_request_id(obj: BaseModel, request_id: Optional[str]) -> None: ...
def set_pydantic_config(type_: Any, config: Any) -> None: ...
