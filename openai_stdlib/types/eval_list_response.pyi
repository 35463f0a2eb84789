# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from .._utils import PropertyInfo
from .._models import BaseModel
from .shared.metadata import Metadata
from .graders.python_grader import PythonGrader
from .graders.label_model_grader import LabelModelGrader
from .graders.score_model_grader import ScoreModelGrader
from .graders.string_check_grader import StringCheckGrader
from .eval_custom_data_source_config import EvalCustomDataSourceConfig
from .graders.text_similarity_grader import TextSimilarityGrader
from .eval_stored_completions_data_source_config import EvalStoredCompletionsDataSourceConfig

class DataSourceConfigLogs(BaseModel):
    schema_: Dict[str, object]
    type: Literal["logs"]
    metadata: Optional[Metadata] = ...

DataSourceConfig: TypeAlias = Annotated[
    Union[EvalCustomDataSourceConfig, DataSourceConfigLogs, EvalStoredCompletionsDataSourceConfig],
    PropertyInfo(discriminator="type"),
]

class TestingCriterionEvalGraderTextSimilarity(TextSimilarityGrader):
    pass_threshold: float

class TestingCriterionEvalGraderPython(PythonGrader):
    pass_threshold: Optional[float] = ...

class TestingCriterionEvalGraderScoreModel(ScoreModelGrader):
    pass_threshold: Optional[float] = ...

TestingCriterion: TypeAlias = Union[
    LabelModelGrader,
    StringCheckGrader,
    TestingCriterionEvalGraderTextSimilarity,
    TestingCriterionEvalGraderPython,
    TestingCriterionEvalGraderScoreModel,
]

class EvalListResponse(BaseModel):
    id: str
    created_at: int
    data_source_config: DataSourceConfig
    metadata: Optional[Metadata] = ...
    name: str
    object: Literal["eval"]
    testing_criteria: List[TestingCriterion]
