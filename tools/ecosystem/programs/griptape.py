# requires: griptape[drivers-prompt-openai,drivers-embedding-openai], pillow
# runs: the drivers for prompts, embeddings, images, speech, transcription and assistants; agents, tools, structured output, streams, Azure, errors
import logging
import os

import schema
from griptape.artifacts import AudioArtifact, TextArtifact
from griptape.common import PromptStack
from griptape.drivers.assistant.openai import OpenAiAssistantDriver
from griptape.drivers.audio_transcription.openai import OpenAiAudioTranscriptionDriver
from griptape.drivers.embedding.openai import OpenAiEmbeddingDriver
from griptape.drivers.image_generation.openai import OpenAiImageGenerationDriver
from griptape.drivers.prompt.openai import AzureOpenAiChatPromptDriver, OpenAiChatPromptDriver
from griptape.drivers.text_to_speech.openai import OpenAiTextToSpeechDriver
from griptape.events import EventBus, EventListener, TextChunkEvent
from griptape.structures import Agent, Pipeline
from griptape.tasks import PromptTask
from griptape.tokenizers import SimpleTokenizer
from griptape.tools import BaseTool
from griptape.utils import Stream
from griptape.utils.decorators import activity
from pydantic import BaseModel


class Weather(BaseTool):
    @activity(
        config={
            "description": "Tells the weather",
            "schema": schema.Schema({schema.Literal("city", description="A city"): str}),
        }
    )
    def tell(self, params: dict) -> TextArtifact:
        return TextArtifact("sunny in " + str(params["values"]["city"]))


class City(BaseModel):
    name: str
    size: int


logging.getLogger("griptape").setLevel(logging.ERROR)
tokenizer = SimpleTokenizer(characters_per_token=4, max_input_tokens=100_000, max_output_tokens=4096)


def driver(model="gpt-4o-mini", **options):
    return OpenAiChatPromptDriver(
        model=model, tokenizer=tokenizer, max_attempts=1, min_retry_delay=0, max_retry_delay=0, **options
    )


print("agent", Agent(prompt_driver=driver(temperature=0.3, seed=7)).run("Say hello").output.to_text())
stack = PromptStack()
stack.add_system_message("Be brief")
stack.add_user_message("Say hello")
print("message", driver().run(stack).to_text())
task = PromptTask(prompt_driver=driver(use_native_tools=True), tools=[Weather(off_prompt=False)])
print("tools", Agent(tasks=[task]).run("Weather in Oslo?").output.to_text())
task = PromptTask(prompt_driver=driver(use_native_tools=True, stream=True), tools=[Weather(off_prompt=False)])
print("stream tools", Agent(tasks=[task]).run("Weather in Oslo?").output.to_text())
print(
    "structured",
    Agent(prompt_driver=driver(structured_output_strategy="native"), output_schema=City).run("A city").output.value,
)
print(
    "structured tool",
    Agent(prompt_driver=driver(structured_output_strategy="tool"), output_schema=City).run("A city").output.value,
)
events = []
EventBus.add_event_listener(EventListener(lambda event: events.append(event.token), event_types=[TextChunkEvent]))
agent = Agent(prompt_driver=driver(stream=True))
print("stream", [artifact.value for artifact in Stream(agent).run("Say hello")], events)
EventBus.clear_event_listeners()
pipeline = Pipeline(
    tasks=[PromptTask("One", prompt_driver=driver()), PromptTask("Then {{ parent_output }}", prompt_driver=driver())]
)
print("pipeline", pipeline.run().output.to_text())

embedding = OpenAiEmbeddingDriver(model="text-embedding-3-small", tokenizer=tokenizer)
print("embedding", [round(number, 6) for number in embedding.embed("tea")[:4]])
images = OpenAiImageGenerationDriver(model="dall-e-3", image_size="1024x1024", quality="hd", style="vivid")
image = images.run_text_to_image(["A cat"])
print("image", image.width, image.height, image.format, len(image.value))
speech = OpenAiTextToSpeechDriver(model="tts-1", voice="alloy").run_text_to_audio(["Say this"])
print("speech", speech.format, len(speech.value))
transcription = OpenAiAudioTranscriptionDriver(model="whisper-1").run(AudioArtifact(b"RIFF" + b"\0" * 64, format="wav"))
print("transcription", transcription.value)
azure = AzureOpenAiChatPromptDriver(
    model="gpt-4o-mini", azure_endpoint=os.environ["OPENAI_BASE_URL"][: -len("/v1")], api_key="k", tokenizer=tokenizer
)
print("azure", azure.run(stack).to_text())

for name in ("error-401", "no-such-model"):
    try:
        driver(name).run(stack)
    except Exception as error:
        print("error", name, type(error).__module__, type(error).__name__, error)
try:
    print(
        "assistant",
        OpenAiAssistantDriver(assistant_id="asst_1", auto_create_thread=True).run(TextArtifact("Hello")).to_text(),
    )
except Exception as error:
    print("assistant", type(error).__name__, error)
