# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .compat.pydantic_names import ConfigDict as ConfigDict
from .compat.construction import GenericModel as GenericModel
from .compat.pydantic_names import PYDANTIC_V1 as PYDANTIC_V1
from .compat.pydantic_names import PYDANTIC_V2 as PYDANTIC_V2
from .compat.pydantic_names import cached_property as cached_property
from .compat.pydantic_names import field_get_default as field_get_default
from .compat.pydantic_names import field_is_required as field_is_required
from .compat.pydantic_names import field_outer_type as field_outer_type
from .compat.type_tests import get_args as get_args
from .compat.pydantic_names import get_model_config as get_model_config
from .compat.pydantic_names import get_model_fields as get_model_fields
from .compat.type_tests import get_origin as get_origin
from .compat.type_tests import is_literal_type as is_literal_type
from .compat.type_tests import is_typeddict as is_typeddict
from .compat.type_tests import is_union as is_union
from .compat.pydantic_names import model_copy as model_copy
from .compat.pydantic_names import model_dump as model_dump
from .compat.pydantic_names import model_json as model_json
from .compat.pydantic_names import model_json_schema as model_json_schema
from .compat.pydantic_names import model_parse as model_parse
from .compat.pydantic_names import model_parse_json as model_parse_json
from .compat.dates import parse_date as parse_date
from .compat.dates import parse_datetime as parse_datetime
from .compat.pydantic_names import parse_obj as parse_obj
from .compat.pydantic_names import typed_cached_property as typed_cached_property
