# SPDX-License-Identifier: MIT
"""Models of evals. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "EvalCreateResponse": """id, created_at, data_source_config: DataSourceConfig, metadata, name, object = "eval",
        testing_criteria: [TestingCriterion]
    DataSourceConfig = EvalCustomDataSourceConfig | +Logs | EvalStoredCompletionsDataSourceConfig
      +Logs: schema as schema_, type = "logs", metadata
    TestingCriterion = LabelModelGrader | StringCheckGrader | +EvalGraderTextSimilarity | +EvalGraderPython |
        +EvalGraderScoreModel
      +EvalGraderTextSimilarity: (TextSimilarityGrader), pass_threshold: float
      +EvalGraderPython: (PythonGrader), pass_threshold: float
      +EvalGraderScoreModel: (ScoreModelGrader), pass_threshold: float
    """,
    "EvalCustomDataSourceConfig": 'schema as schema_, type = "custom"',
    "EvalDeleteResponse": "deleted, eval_id, object",
    "EvalListResponse": "like EvalCreateResponse",
    "EvalRetrieveResponse": "like EvalCreateResponse",
    "EvalStoredCompletionsDataSourceConfig": 'schema as schema_, type = "stored_completions", metadata',
    "EvalUpdateResponse": "like EvalCreateResponse",
}

EVALS = {
    "CreateEvalCompletionsRunDataSource": """source: Source, type = "completions", input_messages: InputMessages, model,
        sampling_params: SamplingParams
    Source = +FileContent | +FileID | +StoredCompletions
      +FileContent: content: [+Content], type = "file_content"
        +Content: item, sample
      +FileID: id, type = "file_id"
      +StoredCompletions: type = "stored_completions", created_after, created_before, limit, metadata, model
    InputMessages = +Template | +ItemReference
      +Template: template: [+Template], type = "template"
        +Template = responses.EasyInputMessage | +EvalItem
          +EvalItem: content: [+Content], role = "user" | "assistant" | "system" | "developer", type = "message"
            +Content = responses.ResponseInputText | +OutputText | +InputImage | responses.ResponseInputAudio |
                evals.GraderInputs.GraderInputItemOutputText | evals.GraderInputs.GraderInputItemInputImage
              +OutputText: text, type = "output_text"
              +InputImage: image_url, type = "input_image", detail
      +ItemReference: item_reference, type = "item_reference"
    SamplingParams: max_completion_tokens, reasoning_effort, response_format: +ResponseFormat, seed, temperature: float,
        tools: [chat.ChatCompletionFunctionTool], top_p: float
      +ResponseFormat = shared.ResponseFormatText | shared.ResponseFormatJSONSchema | shared.ResponseFormatJSONObject
    """,
    "CreateEvalJSONLRunDataSource": """source: Source, type = "jsonl"
    Source = +FileContent | +FileID
      +FileContent: like CreateEvalCompletionsRunDataSource.SourceFileContent
      +FileID: id, type = "file_id"
    """,
    "EvalAPIError": "code, message",
    "RunCancelResponse": """id, created_at, data_source: DataSource, error: EvalAPIError, eval_id, metadata, model,
        name, object = "eval.run", per_model_usage: [PerModelUsage],
        per_testing_criteria_results: [PerTestingCriteriaResult], report_url, result_counts: ResultCounts, status
    DataSource = CreateEvalJSONLRunDataSource | CreateEvalCompletionsRunDataSource | +Responses
      +Responses: source: +Source, type = "responses", input_messages: +InputMessages, model,
          sampling_params: +SamplingParams
        +Source = +FileContent | +FileID | +Responses
          +FileContent: like CreateEvalCompletionsRunDataSource.SourceFileContent
          +FileID: id, type = "file_id"
          +Responses: type = "responses", created_after, created_before, instructions_search, metadata, model,
              reasoning_effort, temperature: float, tools, top_p: float, users
        +InputMessages: like CreateEvalCompletionsRunDataSource.InputMessages
          +Template: template: [+Template], type = "template"
            +Template = +ChatMessage | +EvalItem
              +ChatMessage: content, role
        +SamplingParams: max_completion_tokens, reasoning_effort, seed, temperature: float, text: +Text,
            tools: [responses.Tool], top_p: float
          +Text: format: responses.ResponseFormatTextConfig
    PerModelUsage: cached_tokens, completion_tokens, invocation_count, model_name as run_model_name, prompt_tokens,
        total_tokens
    PerTestingCriteriaResult: failed, passed, testing_criteria
    ResultCounts: errored, failed, passed, total
    """,
    "RunCreateResponse": "like RunCancelResponse",
    "RunDeleteResponse": "deleted, object, run_id",
    "RunListResponse": "like RunCancelResponse",
    "RunRetrieveResponse": "like RunCancelResponse",
}

EVALS_RUNS = {
    "OutputItemListResponse": """id, created_at, datasource_item, datasource_item_id, eval_id,
        object = "eval.run.output_item", results: [Result], run_id, sample: Sample, status
    Result: name, passed, score: float, sample, type
    Sample: error: EvalAPIError, finish_reason, input: [+Input], max_completion_tokens, model, output: [+Output], seed,
        temperature: float, top_p: float, usage: +Usage
      +Input: content, role
      +Output: content, role
      +Usage: cached_tokens, completion_tokens, prompt_tokens, total_tokens
    """,
    "OutputItemRetrieveResponse": "like OutputItemListResponse",
}

GRADERS = {
    "GraderInputs": """= GraderInputItem
    GraderInputItem = responses.ResponseInputText | +OutputText | +InputImage | responses.ResponseInputAudio
      +OutputText: text, type = "output_text"
      +InputImage: image_url, type = "input_image", detail
    """,
    "LabelModelGrader": """input: [Input], labels, model, name, passing_labels, type = "label_model"
    Input: content: [+Content], role, type = "message"
      +Content: like evals.CreateEvalCompletionsRunDataSource.InputMessagesTemplateTemplateEvalItemContent
    """,
    "MultiGrader": """calculate_output, graders: Graders, name, type = "multi"
    Graders = StringCheckGrader | TextSimilarityGrader | PythonGrader | ScoreModelGrader | LabelModelGrader
    """,
    "PythonGrader": 'name, source, type = "python", image_tag',
    "ScoreModelGrader": """input: [Input], model, name, type = "score_model", range, sampling_params: SamplingParams
    Input: like LabelModelGrader.Input
    SamplingParams: max_completions_tokens, reasoning_effort, seed, temperature: float, top_p: float
    """,
    "StringCheckGrader": 'input, name, operation, reference, type = "string_check"',
    "TextSimilarityGrader": 'evaluation_metric, input, name, reference, type = "text_similarity"',
}

MODELS = {"": TOP_LEVEL, "evals": EVALS, "evals.runs": EVALS_RUNS, "graders": GRADERS}
