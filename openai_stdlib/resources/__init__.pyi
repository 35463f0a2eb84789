# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .beta import (
    Beta as Beta,
    AsyncBeta as AsyncBeta,
    BetaWithRawResponse as BetaWithRawResponse,
    AsyncBetaWithRawResponse as AsyncBetaWithRawResponse,
    BetaWithStreamingResponse as BetaWithStreamingResponse,
    AsyncBetaWithStreamingResponse as AsyncBetaWithStreamingResponse,
)
from .chat import (
    Chat as Chat,
    AsyncChat as AsyncChat,
    ChatWithRawResponse as ChatWithRawResponse,
    AsyncChatWithRawResponse as AsyncChatWithRawResponse,
    ChatWithStreamingResponse as ChatWithStreamingResponse,
    AsyncChatWithStreamingResponse as AsyncChatWithStreamingResponse,
)
from .admin import (
    Admin as Admin,
    AsyncAdmin as AsyncAdmin,
    AdminWithRawResponse as AdminWithRawResponse,
    AsyncAdminWithRawResponse as AsyncAdminWithRawResponse,
    AdminWithStreamingResponse as AdminWithStreamingResponse,
    AsyncAdminWithStreamingResponse as AsyncAdminWithStreamingResponse,
)
from .audio import (
    Audio as Audio,
    AsyncAudio as AsyncAudio,
    AudioWithRawResponse as AudioWithRawResponse,
    AsyncAudioWithRawResponse as AsyncAudioWithRawResponse,
    AudioWithStreamingResponse as AudioWithStreamingResponse,
    AsyncAudioWithStreamingResponse as AsyncAudioWithStreamingResponse,
)
from .evals import (
    Evals as Evals,
    AsyncEvals as AsyncEvals,
    EvalsWithRawResponse as EvalsWithRawResponse,
    AsyncEvalsWithRawResponse as AsyncEvalsWithRawResponse,
    EvalsWithStreamingResponse as EvalsWithStreamingResponse,
    AsyncEvalsWithStreamingResponse as AsyncEvalsWithStreamingResponse,
)
from .files import (
    Files as Files,
    AsyncFiles as AsyncFiles,
    FilesWithRawResponse as FilesWithRawResponse,
    AsyncFilesWithRawResponse as AsyncFilesWithRawResponse,
    FilesWithStreamingResponse as FilesWithStreamingResponse,
    AsyncFilesWithStreamingResponse as AsyncFilesWithStreamingResponse,
)
from .images import (
    Images as Images,
    AsyncImages as AsyncImages,
    ImagesWithRawResponse as ImagesWithRawResponse,
    AsyncImagesWithRawResponse as AsyncImagesWithRawResponse,
    ImagesWithStreamingResponse as ImagesWithStreamingResponse,
    AsyncImagesWithStreamingResponse as AsyncImagesWithStreamingResponse,
)
from .models import (
    Models as Models,
    AsyncModels as AsyncModels,
    ModelsWithRawResponse as ModelsWithRawResponse,
    AsyncModelsWithRawResponse as AsyncModelsWithRawResponse,
    ModelsWithStreamingResponse as ModelsWithStreamingResponse,
    AsyncModelsWithStreamingResponse as AsyncModelsWithStreamingResponse,
)
from .safety import (
    Safety as Safety,
    AsyncSafety as AsyncSafety,
    SafetyWithRawResponse as SafetyWithRawResponse,
    AsyncSafetyWithRawResponse as AsyncSafetyWithRawResponse,
    SafetyWithStreamingResponse as SafetyWithStreamingResponse,
    AsyncSafetyWithStreamingResponse as AsyncSafetyWithStreamingResponse,
)
from .skills import (
    Skills as Skills,
    AsyncSkills as AsyncSkills,
    SkillsWithRawResponse as SkillsWithRawResponse,
    AsyncSkillsWithRawResponse as AsyncSkillsWithRawResponse,
    SkillsWithStreamingResponse as SkillsWithStreamingResponse,
    AsyncSkillsWithStreamingResponse as AsyncSkillsWithStreamingResponse,
)
from .videos import (
    Videos as Videos,
    AsyncVideos as AsyncVideos,
    VideosWithRawResponse as VideosWithRawResponse,
    AsyncVideosWithRawResponse as AsyncVideosWithRawResponse,
    VideosWithStreamingResponse as VideosWithStreamingResponse,
    AsyncVideosWithStreamingResponse as AsyncVideosWithStreamingResponse,
)
from .batches import (
    Batches as Batches,
    AsyncBatches as AsyncBatches,
    BatchesWithRawResponse as BatchesWithRawResponse,
    AsyncBatchesWithRawResponse as AsyncBatchesWithRawResponse,
    BatchesWithStreamingResponse as BatchesWithStreamingResponse,
    AsyncBatchesWithStreamingResponse as AsyncBatchesWithStreamingResponse,
)
from .uploads import (
    Uploads as Uploads,
    AsyncUploads as AsyncUploads,
    UploadsWithRawResponse as UploadsWithRawResponse,
    AsyncUploadsWithRawResponse as AsyncUploadsWithRawResponse,
    UploadsWithStreamingResponse as UploadsWithStreamingResponse,
    AsyncUploadsWithStreamingResponse as AsyncUploadsWithStreamingResponse,
)
from .decisions import (
    Decisions as Decisions,
    AsyncDecisions as AsyncDecisions,
    DecisionsWithRawResponse as DecisionsWithRawResponse,
    AsyncDecisionsWithRawResponse as AsyncDecisionsWithRawResponse,
    DecisionsWithStreamingResponse as DecisionsWithStreamingResponse,
    AsyncDecisionsWithStreamingResponse as AsyncDecisionsWithStreamingResponse,
)
from .containers import (
    Containers as Containers,
    AsyncContainers as AsyncContainers,
    ContainersWithRawResponse as ContainersWithRawResponse,
    AsyncContainersWithRawResponse as AsyncContainersWithRawResponse,
    ContainersWithStreamingResponse as ContainersWithStreamingResponse,
    AsyncContainersWithStreamingResponse as AsyncContainersWithStreamingResponse,
)
from .embeddings import (
    Embeddings as Embeddings,
    AsyncEmbeddings as AsyncEmbeddings,
    EmbeddingsWithRawResponse as EmbeddingsWithRawResponse,
    AsyncEmbeddingsWithRawResponse as AsyncEmbeddingsWithRawResponse,
    EmbeddingsWithStreamingResponse as EmbeddingsWithStreamingResponse,
    AsyncEmbeddingsWithStreamingResponse as AsyncEmbeddingsWithStreamingResponse,
)
from .completions import (
    Completions as Completions,
    AsyncCompletions as AsyncCompletions,
    CompletionsWithRawResponse as CompletionsWithRawResponse,
    AsyncCompletionsWithRawResponse as AsyncCompletionsWithRawResponse,
    CompletionsWithStreamingResponse as CompletionsWithStreamingResponse,
    AsyncCompletionsWithStreamingResponse as AsyncCompletionsWithStreamingResponse,
)
from .fine_tuning import (
    FineTuning as FineTuning,
    AsyncFineTuning as AsyncFineTuning,
    FineTuningWithRawResponse as FineTuningWithRawResponse,
    AsyncFineTuningWithRawResponse as AsyncFineTuningWithRawResponse,
    FineTuningWithStreamingResponse as FineTuningWithStreamingResponse,
    AsyncFineTuningWithStreamingResponse as AsyncFineTuningWithStreamingResponse,
)
from .moderations import (
    Moderations as Moderations,
    AsyncModerations as AsyncModerations,
    ModerationsWithRawResponse as ModerationsWithRawResponse,
    AsyncModerationsWithRawResponse as AsyncModerationsWithRawResponse,
    ModerationsWithStreamingResponse as ModerationsWithStreamingResponse,
    AsyncModerationsWithStreamingResponse as AsyncModerationsWithStreamingResponse,
)
from .vector_stores import (
    VectorStores as VectorStores,
    AsyncVectorStores as AsyncVectorStores,
    VectorStoresWithRawResponse as VectorStoresWithRawResponse,
    AsyncVectorStoresWithRawResponse as AsyncVectorStoresWithRawResponse,
    VectorStoresWithStreamingResponse as VectorStoresWithStreamingResponse,
    AsyncVectorStoresWithStreamingResponse as AsyncVectorStoresWithStreamingResponse,
)
from .content_provenance_checks import (
    ContentProvenanceChecks as ContentProvenanceChecks,
    AsyncContentProvenanceChecks as AsyncContentProvenanceChecks,
    ContentProvenanceChecksWithRawResponse as ContentProvenanceChecksWithRawResponse,
    AsyncContentProvenanceChecksWithRawResponse as AsyncContentProvenanceChecksWithRawResponse,
    ContentProvenanceChecksWithStreamingResponse as ContentProvenanceChecksWithStreamingResponse,
    AsyncContentProvenanceChecksWithStreamingResponse as AsyncContentProvenanceChecksWithStreamingResponse,
)
