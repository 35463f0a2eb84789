# SPDX-License-Identifier: MIT
"""What a driver tells about the tabs of a browser, as it is sent to the model: of URLs only the origin. No I/O.

The functions raise ValueError; its text is for tests, as a toolset says only that the state is invalid.
"""

from __future__ import annotations

import re

from .browser_members import is_count, is_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional, Tuple

    from .browser_types import BrowserObservationV1, BrowserState

MAX_ID, MAX_TITLE, MAX_URL = 128, 1024, 2048
# Type of a change -> the field that it has beside the tab, its values, and whether the tab may be None.
CHANGES: Dict[str, Tuple[Optional[str], Tuple[str, ...], bool]] = {
    "tab_opened": (None, (), False),
    "tab_closed": (None, (), False),
    "tab_switched": (None, (), False),
    "navigation": (None, (), False),
    "navigation_refused": ("reason", ("policy", "unsupported"), True),
    "dialog_dismissed": ("kind", ("alert", "confirm", "prompt", "beforeunload", "other"), False),
    "download": ("status", ("blocked", "started", "completed", "failed"), True),
}
LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"  # a part of a domain, in ASCII
DEFAULT_PORTS = {"http": 80, "https": 443}
HOST_AND_PORT = re.compile(r"(\[[^\[\]]*\]|[^:\[\]@]*)(?::([0-9]*))?")
# Letters that domains have though they aren't stable; and the categories of characters that domains may have.
KEPT_LETTERS = "\u00df\u03c2"
DOMAIN_CATEGORIES = ("Ll", "Lo", "Lm", "Mn", "Mc", "Nd")


def check_state(value: Any, previous: Optional[BrowserObservationV1] = None) -> BrowserState:
    """Return the state that is sent to the model. It must continue the previous observation."""
    if not isinstance(value, dict) or not isinstance(value.get("tabs"), list):
        raise ValueError("state: expected a dict with tabs")
    observation: Any = _check_observation(value["observation"]) if "observation" in value else None
    if previous is not None:
        _check_continuation(observation, previous)
    tabs = [_check_tab(tab, observation) for tab in value["tabs"]]
    if len({tab["id"] for tab in tabs}) != len(tabs) or (tabs and sum(tab["active"] for tab in tabs) != 1):
        raise ValueError("state: expected tabs with ids of their own, one of them active")
    state: Dict[str, Any] = {"tabs": tabs}
    if observation is not None:
        state["observation"] = observation
    return state  # type: ignore[return-value]


def _plain(value: Any) -> Any:
    """Return a text of a subclass as a plain text."""
    return str.__str__(value) if isinstance(value, str) else value


def _check_tab(tab: Any, observation: Any) -> Dict[str, Any]:
    fields = {name: _plain(tab.get(name)) for name in ("id", "title", "url")} if isinstance(tab, dict) else {}
    if not fields or any(type(text) is not str for text in fields.values()) or type(tab.get("active")) is not bool:
        raise ValueError("state: a tab needs id, title, url and active")
    if observation is None:
        fields["url"] = reduce_url(fields["url"])
    else:
        if not is_text(fields["id"], MAX_ID) or not is_text(fields["title"], None, True):
            raise ValueError("state: a tab has an invalid id or title")
        title = fields["title"][:MAX_TITLE].encode("utf-8")[:MAX_TITLE].decode("utf-8", "ignore")
        if title != fields["title"]:
            fields["title"] = title
            observation["title_truncated"] = True
        fields["url"] = reduce_url_strictly(fields["url"])
    return {**fields, "active": tab["active"]}


def _check_observation(value: Any) -> Dict[str, Any]:
    if not isinstance(value, dict) or type(value.get("version")) is not int or value["version"] != 1:
        raise ValueError("observation: expected a dict of version 1")
    sequence, dropped, changes = value.get("sequence"), value.get("dropped_changes"), value.get("changes")
    if not is_count(sequence) or not is_count(dropped) or not isinstance(changes, list):
        raise ValueError("observation: has invalid counts or changes")
    if type(value.get("title_truncated")) is not bool or sequence != dropped + len(changes):  # type: ignore[operator]
        raise ValueError("observation: its counts contradict its changes")
    return {
        "version": 1,
        "sequence": sequence,
        "dropped_changes": dropped,
        "title_truncated": value["title_truncated"],
        "changes": [_check_change(change, dropped + index) for index, change in enumerate(changes, 1)],  # type: ignore[operator]
    }


def _check_change(change: Any, number: int) -> Dict[str, Any]:
    kind = _plain(change.get("type")) if isinstance(change, dict) else None
    if type(kind) is not str or kind not in CHANGES or type(change.get("sequence")) is not int:
        raise ValueError("observation: has a change of an unknown type, or without number")
    name, values, may_have_no_tab = CHANGES[kind]
    tab_id = _plain(change.get("tab_id"))
    has_no_tab = may_have_no_tab and tab_id is None and "tab_id" in change
    if change["sequence"] != number or not (has_no_tab or is_text(tab_id, MAX_ID)):
        raise ValueError("observation: a change has the wrong number or tab")
    result = {"type": kind, "sequence": number, "tab_id": tab_id}
    if name is not None:
        result[name] = _plain(change.get(name))
        if type(result[name]) is not str or result[name] not in values:
            raise ValueError("observation: a change has an invalid {}".format(name))
    return result


def _check_continuation(observation: Any, previous: Any) -> None:
    """Check that an observation still has the changes of the previous one, except those that it has dropped."""
    names = ("sequence", "dropped_changes")
    if observation is None or any(observation[name] < previous[name] for name in names):
        raise ValueError("observation: goes back behind the previous one")
    kept = previous["changes"][observation["dropped_changes"] - previous["dropped_changes"] :]
    if kept != observation["changes"][: len(kept)]:
        raise ValueError("observation: differs from the previous one")


def reduce_url(url: str) -> str:
    """Return scheme, host and port of a web address, of other URLs only the scheme."""
    from urllib.parse import quote, urlsplit

    if url == "about:blank":
        return url
    parts = urlsplit(url)
    if not parts.scheme:
        raise ValueError("url: has no scheme")
    if parts.scheme not in DEFAULT_PORTS:
        return _limit(parts.scheme + ":")
    authority = parts.netloc.rpartition("@")[2]
    if not authority:
        raise ValueError("url: has no host")
    host, port = _split_authority(parts.scheme, authority)
    if host[:1] != "[":
        host = quote(host, safe="!$&'()*+,;=\"`{}%|\\~")
    return _limit("{}://{}{}".format(parts.scheme, host, port))


def reduce_url_strictly(url: str) -> str:
    """Return the origin of a web address, or "about:blank"; refuse whatever browsers could understand differently."""
    from ipaddress import IPv4Address, IPv6Address

    if url == "about:blank":
        return url
    match = re.match(r"(https?)://([^/?#]*)", url, re.IGNORECASE) if is_text(url) else None
    if match is None or not match[2] or re.search(r"[\x00-\x20\x7f\\]", match[2]):
        raise ValueError("url: expected a web address")
    scheme, given = match[1].lower(), match[2].rpartition("@")[2]
    if "%" in given:
        raise ValueError("url: has an escaped host")
    host, port = _split_authority(scheme, given)
    if port and int(port[1:]) > 65535:
        raise ValueError("url: has an invalid port")
    if host[:1] == "[":
        host = "[{}]".format(IPv6Address(host[1:-1]).compressed)
    else:
        labels = (host[:-1] if host[-1:] == "." else host).split(".")
        if not all(re.fullmatch(LABEL, label) for label in labels):
            raise ValueError("url: has an invalid host")
        # Browsers take such hosts for numbers, in notations of their own.
        is_number = re.fullmatch("[0-9]+|0x[0-9a-f]*", labels[-1])
        if is_number and given.partition(":")[0] != str(IPv4Address(host)):
            raise ValueError("url: has an ambiguous IPv4 address")
    return _limit("{}://{}{}".format(scheme, host, port))


def _limit(url: str) -> str:
    if not is_text(url, MAX_URL):
        raise ValueError("url: is too long")
    return url


def _split_authority(scheme: str, text: str) -> Tuple[str, str]:
    """Return the host in ASCII, and ":" and the port unless it is the usual one."""
    match = HOST_AND_PORT.fullmatch(text)
    if match is None:
        raise ValueError("url: has an invalid host or port")
    host, port = match[1], match[2]
    if host[:1] == "[":
        from ipaddress import IPv6Address

        IPv6Address(host[1:-1])
    elif re.fullmatch(r"[0-9]+(\.[0-9]+){3}", host):
        from ipaddress import IPv4Address

        IPv4Address(host)
    elif not host.isascii():
        labels = re.split("[.\u3002\uff0e\uff61]", host.lower())
        end = "" if labels[-1] else labels.pop() + "."
        host = ".".join(map(_encode_label, labels)) + end
    is_usual = not port or int(port) == DEFAULT_PORTS[scheme]
    return host if host[:1] == "[" else host.lower(), "" if is_usual else ":{}".format(int(port))


def _encode_label(label: str) -> str:
    """Return a part of a domain as it is looked up by IDNA 2008, which the standard library doesn't have."""
    from unicodedata import category, normalize

    if re.fullmatch(LABEL, label):
        return label
    is_sound = label and label == normalize("NFC", label) and "-" not in (label[0], label[-1])
    if not is_sound or category(label[0])[0] == "M":
        raise ValueError("url: has an invalid domain")
    for letter in label:
        is_stable = normalize("NFKC", normalize("NFKC", letter).casefold()) == letter or letter in KEPT_LETTERS
        if not is_stable or not (category(letter) in DOMAIN_CATEGORIES or letter == "-"):
            raise ValueError("url: has an invalid domain")
    encoded = "xn--" + label.encode("punycode").decode("ascii")
    if label[2:4] == "--" or not re.fullmatch(LABEL, encoded):
        raise ValueError("url: has an invalid domain")
    return encoded
