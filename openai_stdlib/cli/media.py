# SPDX-License-Identifier: MIT
"""The commands `image`, `speak` and `transcribe`."""

from __future__ import annotations

import base64
import os
import sys

from ..call.errors import OpenAIError
from .client_arguments import add_client_arguments, open_client
from .failures import UsageError
from .terminal import is_terminal, print_json, printable, to_json
from .text_files import check_file, check_target, read_stdin, write_file
from .values import parse_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Dict, List

AUDIO_FORMATS = ("mp3", "opus", "aac", "flac", "wav", "pcm")
TRANSCRIPT_FORMATS = ("text", "json", "srt", "vtt", "verbose_json", "diarized_json")
# Transcript format -> the model that offers it, where the default one does not.
TRANSCRIPT_MODELS = {
    "srt": "whisper-1",
    "vtt": "whisper-1",
    "verbose_json": "whisper-1",
    "diarized_json": "gpt-4o-transcribe-diarize",
}
MAX_IMAGES = 10
OPTION_HELP = "any other parameter of the API; may be repeated"


def add_parser(subparsers: Any) -> None:
    """Add the commands to a parser's subcommands."""
    image = subparsers.add_parser("image", help="generate or edit images")
    image.add_argument("prompt", nargs="*", help="what to show; - reads it from standard input")
    image.add_argument("-o", "--output", metavar="FILE", help="default: image.png; several are numbered; - for stdout")
    image.add_argument("-n", type=int, default=1, metavar="N", help="number of images, 1 to {}".format(MAX_IMAGES))
    image.add_argument("-m", "--model", default="gpt-image-1", help="default: %(default)s")
    image.add_argument("--size", help="such as 1024x1024")
    image.add_argument("--quality", help="such as low, medium or high")
    image.add_argument("--edit", action="append", default=[], metavar="FILE", help="edit this image; may be repeated")
    image.add_argument("--mask", metavar="FILE", help="with --edit: an image that is transparent where to edit")
    _finish(image, run_image, "prompt")
    speak = subparsers.add_parser("speak", help="turn text into speech")
    speak.add_argument("text", nargs="*", help="what to say; default: standard input")
    speak.add_argument("-o", "--output", metavar="FILE", help="where to save it; - for stdout, the default in a pipe")
    speak.add_argument("-m", "--model", default="gpt-4o-mini-tts", help="default: %(default)s")
    speak.add_argument("--voice", default="alloy", help="default: %(default)s")
    speak.add_argument("--format", choices=AUDIO_FORMATS, help="default: from the name of the file, else mp3")
    speak.add_argument("--instructions", metavar="TEXT", help="how to speak")
    _finish(speak, run_speak, "text")
    transcribe = subparsers.add_parser("transcribe", help="turn speech into text")
    transcribe.add_argument("file", help="a sound file")
    transcribe.add_argument("-o", "--output", metavar="FILE", help="where to save it; default: standard output")
    transcribe.add_argument("-m", "--model", help="default: gpt-4o-transcribe, or one that offers the format")
    transcribe.add_argument("--format", choices=TRANSCRIPT_FORMATS, default="text", help="default: %(default)s")
    transcribe.add_argument("--language", metavar="CODE", help="language of the speech, such as en")
    transcribe.add_argument("--prompt", metavar="TEXT", help="words that may occur")
    transcribe.add_argument("--translate", action="store_true", help="translate into English")
    _finish(transcribe, run_transcribe)


def _finish(parser: Any, run: Any, further_words: str = "") -> None:
    parser.add_argument("--option", action="append", default=[], metavar="NAME=VALUE", help=OPTION_HELP)
    add_client_arguments(parser)
    parser.set_defaults(run=run, further_words=further_words)


def _read_words(words: List[str], what: str) -> str:
    """Return the text of the arguments, or of standard input. Raises UsageError if there is none."""
    if words and words != ["-"]:
        text = " ".join(words)
    elif words or not is_terminal(sys.stdin):
        text = read_stdin().strip()
    else:
        text = ""
    if not text.strip():
        raise UsageError("there is no {}; give it as an argument, or on standard input".format(what))
    return text


def _chosen(arguments: Namespace, *names: str) -> Dict[str, Any]:
    """Return the parameters of the options that are set."""
    chosen = {name: getattr(arguments, name) for name in names if getattr(arguments, name) is not None}
    return {**chosen, **parse_options(arguments.option)}


def run_image(arguments: Namespace) -> int:
    """Generate or edit images and save them. Returns the exit code."""
    from pathlib import Path

    from .progress_bar import Waiting

    if not 1 <= arguments.n <= MAX_IMAGES:
        raise UsageError("-n: expected a number from 1 to {}, got {}".format(MAX_IMAGES, arguments.n))
    if arguments.mask and not arguments.edit:
        raise UsageError("--mask: needs --edit FILE")
    request = {**_chosen(arguments, "size", "quality"), "prompt": _read_words(arguments.prompt, "prompt")}
    request.update(model=arguments.model, n=arguments.n)
    if arguments.model.startswith("dall-e"):
        request.setdefault("response_format", "b64_json")
    if arguments.edit:
        paths = [Path(check_file(path, "--edit")) for path in arguments.edit]
        request["image"] = paths if len(paths) > 1 else paths[0]
    if arguments.mask:
        request["mask"] = Path(check_file(arguments.mask, "--mask"))
    targets = choose_targets(arguments.output, arguments.n)
    for target in targets:
        check_target(target)
    with open_client(arguments) as client:
        method = client.images.edit if arguments.edit else client.images.generate
        with Waiting("image"):
            result = method(**request)
            images = [_read_image(client, item) for item in result.data or ()]
    if not images:
        raise OpenAIError("the server returned no image; try again")
    written = targets[: len(images)]
    for target, image in zip(written, images):
        write_file(target, image)
    if written != ["-"]:
        print_json(written) if arguments.json else print("\n".join(written))
    return 0


def _read_image(client: Any, item: Any) -> bytes:
    """Return the bytes of an image, which is in the result or at a URL."""
    encoded = getattr(item, "b64_json", None)
    if isinstance(encoded, str):
        try:
            return base64.b64decode(encoded, validate=True)
        except ValueError:
            raise OpenAIError("the server returned an image that is not base64; try again") from None
    if isinstance(getattr(item, "url", None), str):
        content: bytes = client.get(item.url, cast_to=bytes)
        return content
    raise OpenAIError("the server returned neither an image nor its URL; try again")


def choose_targets(output: Any, count: int) -> List[str]:
    """Return the paths of images: the given one, with numbers if there are several, or names that are not taken."""
    if output == "-":
        if count > 1:
            raise UsageError("-o -: takes only one image; give a FILE, or leave out -n")
        return ["-"]
    stem, extension = os.path.splitext(output or "image.png")
    if output:
        return [output] if count == 1 else ["{}-{}{}".format(stem, number, extension) for number in range(1, count + 1)]
    targets: List[str] = []
    number = 0
    while len(targets) < count:
        number += 1
        path = "{}{}{}".format(stem, "-{}".format(number) if number > 1 or count > 1 else "", extension)
        if not os.path.lexists(path):
            targets.append(path)
    return targets


def run_speak(arguments: Namespace) -> int:
    """Turn text into speech. Returns the exit code."""
    from .progress_bar import ProgressBar, iter_body

    target = arguments.output or "-"
    if target == "-" and is_terminal(sys.stdout):
        raise UsageError("the result is a sound file; save it with -o FILE")
    check_target(target)
    request = {**_chosen(arguments, "instructions"), "input": _read_words(arguments.text, "text")}
    extension = os.path.splitext(target)[1][1:].lower()
    request["response_format"] = arguments.format or (extension if extension in AUDIO_FORMATS else "mp3")
    request.update(model=arguments.model, voice=arguments.voice)
    with open_client(arguments) as client:
        with client.audio.speech.with_streaming_response.create(**request) as response, ProgressBar("speech") as bar:
            write_file(target, iter_body(response, bar))
    if arguments.json and target != "-":
        print_json({"path": target})
    return 0


def run_transcribe(arguments: Namespace) -> int:
    """Turn speech into text. Returns the exit code."""
    from pathlib import Path

    from .progress_bar import Waiting

    request = _chosen(arguments, "prompt")
    if arguments.language is not None and not arguments.translate:
        request["language"] = arguments.language
    format_ = "json" if arguments.format == "text" else arguments.format
    default = "whisper-1" if arguments.translate else TRANSCRIPT_MODELS.get(format_, "gpt-4o-transcribe")
    request.update(model=arguments.model or default, response_format=format_)
    request["file"] = Path(check_file(arguments.file, "file"))
    if arguments.output:
        check_target(arguments.output)
    with open_client(arguments) as client:
        resource = client.audio.translations if arguments.translate else client.audio.transcriptions
        with Waiting("transcribe"):
            result = resource.create(**request)
        text = _read_transcript(result, arguments)
    if arguments.output and arguments.output != "-":
        write_file(arguments.output, (text + "\n").encode("utf-8", "backslashreplace"))
    else:
        print(printable(text, sys.stdout))
    return 0


def _read_transcript(result: Any, arguments: Namespace) -> str:
    """Return the text to print of a transcription."""
    if isinstance(result, str):
        if result.lstrip()[:1] == "<":
            raise OpenAIError("the server answers with an HTML page in place of the text; run `doctor`")
        return result.rstrip("\n")
    if arguments.format == "text" and not arguments.json:
        return str(result.text or "")
    return to_json(result)
