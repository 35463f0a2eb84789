# requires: markitdown[pptx], pillow
# runs: descriptions of images in a PNG and in slides by a model, with and without a prompt, and an error
import io
import pathlib

import openai
from markitdown import MarkItDown
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

picture = io.BytesIO()
Image.new("RGB", (8, 8), (200, 30, 30)).save(picture, "PNG")
pathlib.Path("red.png").write_bytes(picture.getvalue())
slides = Presentation()
slide = slides.slides.add_slide(slides.slide_layouts[5])
slide.shapes.title.text = "A title"
slide.shapes.add_picture(io.BytesIO(picture.getvalue()), Inches(1), Inches(2))
slides.save("slides.pptx")

client = openai.OpenAI()
converter = MarkItDown(llm_client=client, llm_model="gpt-4o-mini")
print("image", repr(converter.convert("red.png").markdown))
print("slides", repr(converter.convert("slides.pptx").markdown))
prompting = MarkItDown(llm_client=client, llm_model="gpt-4o-mini", llm_prompt="Name the colour.")
print("prompt", repr(prompting.convert("red.png").text_content))
print("without", repr(MarkItDown().convert("red.png").markdown))
for name in ("error-401", "no-such-model"):
    try:
        print(MarkItDown(llm_client=client, llm_model=name).convert("red.png").markdown)
    except Exception as error:
        print("error", name, type(error).__name__, str(error).strip().splitlines()[-1])
