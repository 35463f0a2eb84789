# SPDX-License-Identifier: MIT
"""Have this copy of the library stand for `openai` in the process: `import openai.types.chat` gives its modules.

The module `openai` is an object of its own, because it has another `__version__`; it passes everything else on to the
package. Modules below it are those of the package: each exists once, under both names. What the package is called is
read from its modules, because host.py may rename it. An installed package `openai` calls `hand_on` (distribution.py).
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec

from ..call.errors import ConfigError, set_public_module
from .finder import find_spec
from .version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, Optional

ModuleType: Any = type(sys)
NAME = "openai"
MODELS = ("pydantic",)  # values of the option `models`, besides None
_package: Any = sys.modules[__name__.rpartition(".compat.")[0]]


def install_as_openai(models: Optional[str] = None) -> None:
    """Have `import openai` give this library, in this process; call it before anything imports `openai`.

    Submodules (`openai.types.chat`), settings (`openai.api_key = …`) and `importlib.metadata.version("openai")` are
    included, also where the `openai` package is installed. With `models="pydantic"`, the models are pydantic classes.
    A second call changes nothing but the models. Raises ConfigError if another `openai` has been imported.
    """
    if models is not None:
        check_models(models)
    _remove_earlier_generation()
    for name in list(sys.modules):
        if (name + ".").startswith(NAME + ".") and not _is_ours(name):
            module = sys.modules[name]
            raise ConfigError(
                "{}: already imported from {}; call install_as_openai() before anything imports it".format(
                    name, getattr(module, "__file__", None) or module
                )
            )
    if _alias_finder(NAME) is None:
        sys.meta_path.insert(0, AliasFinder(NAME, is_installed=False))
    __import__(NAME)
    enable_models(models)


def hand_on(name: str, models: Optional[str] = None) -> None:
    """Have the module `name`, which is being imported from a file, stand for this library."""
    earlier = _alias_finder(name)
    if earlier is None or not earlier.stands_for(_package):
        sys.meta_path[:] = [finder for finder in sys.meta_path if finder is not earlier]
        sys.meta_path.insert(0, AliasFinder(name, is_installed=True))
    module = sys.modules[name]
    vars(module).pop("hand_on", None)
    _become_alias(module)
    enable_models(models)


def check_models(models: str) -> None:
    """Raise ConfigError if the option `models` has an invalid value, or one that this copy cannot provide."""
    if models not in MODELS:
        raise ConfigError("models: expected None or 'pydantic', got {!r}".format(models))
    _pydantic_mode()


def enable_models(models: Optional[str]) -> None:
    """Choose the classes of the models; None leaves them as they are."""
    if models is not None:
        check_models(models)
        _pydantic_mode().enable()


def _pydantic_mode() -> Any:
    name = "pydantic_mode"
    try:
        return __import__(name, globals(), None, ["enable"], 1)
    except ModuleNotFoundError as error:
        if error.name != "{}.{}".format(__package__, name):
            raise
        raise ConfigError(
            "models: this copy of the library has no pydantic models; use None, or another version"
        ) from None


def _alias_finder(name: str) -> Any:
    """Return the finder of any copy of this library under which `name` stands for it, or None."""
    return next((finder for finder in sys.meta_path if getattr(finder, "alias_of_package", None) == name), None)


def _is_ours(name: str) -> bool:
    """Return whether a module with a name of `openai` is one of this copy, or one that stands for it."""
    module = sys.modules[name]
    finder = _alias_finder(NAME)
    if finder is None or not finder.stands_for(_package):
        return False
    return name != NAME or getattr(module, "__alias_of__", None) is _package


def _remove_earlier_generation() -> None:
    """Remove the alias of a copy that had the name of this one, and that its host has removed."""
    finder = _alias_finder(NAME)
    if finder is not None and not finder.stands_for(_package) and finder.host_name == _package._host_name:
        sys.meta_path[:] = [other for other in sys.meta_path if other is not finder]
        for name in [name for name in list(sys.modules) if (name + ".").startswith(NAME + ".")]:
            del sys.modules[name]


class AliasModule(ModuleType):  # type: ignore[misc]  # a class found at run time
    """A module that has `__version__` and other names of this form for itself; other names are those of its target."""

    def __getattr__(self, name: str) -> Any:
        target = object.__getattribute__(self, "__alias_of__")
        try:
            return getattr(target, name)
        except AttributeError:
            # In the `openai` package, importing it has imported its modules.
            module = target.__spec__.name + "." + name
            if target is not _package or name.startswith("__") or find_spec(module) is None:
                raise
            return __import__(module, None, None, ["__name__"])

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__"):
            super().__setattr__(name, value)
        else:
            setattr(self.__alias_of__, name, value)

    def __delattr__(self, name: str) -> None:
        if name.startswith("__"):
            super().__delattr__(name)
        else:
            delattr(self.__alias_of__, name)

    def __dir__(self) -> Any:
        return dir(self.__alias_of__)

    @property
    def __dict__(self) -> Dict[str, Any]:  # type: ignore[override]  # mock.patch and vars() read it
        names: Dict[str, Any] = vars(self.__alias_of__)
        return names


def _become_alias(module: Any) -> None:
    """Turn the module `openai` into one that passes everything on to the package."""
    module.__version__, module.__alias_of__ = VERSION, _package
    module.__doc__ = module.__doc__ or _package.__doc__
    # So pkgutil lists the modules of the package.
    module.__path__ = module.__spec__.submodule_search_locations = _package.__path__
    module.__class__ = AliasModule
    if module.__name__ == NAME:
        set_public_module(NAME)


class AliasFinder:
    """Finds modules below a name that stands for the package. If no file does, it finds that name too."""

    def __init__(self, name: str, is_installed: bool) -> None:
        self.alias_of_package = name
        self.host_name: str = _package._host_name
        self._prefix = name + "."
        self._is_installed = is_installed

    @staticmethod
    def stands_for(package: Any) -> bool:
        """Return whether the name stands for this copy of the library."""
        return package is _package

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Optional[ModuleSpec]:
        """Return how to get such a module, or None."""
        if name == self.alias_of_package:
            if target is not None and getattr(target, "__alias_of__", None) is _package:  # it is being reloaded
                return _package._load_host_module().keep(name, target)  # type: ignore[no-any-return,union-attr]
            return None if self._is_installed else _make_spec(name, _package.__spec__)
        if not name.startswith(self._prefix) or name == _package.__name__:
            return None
        if _package.__name__.startswith(self._prefix) and (name + ".").startswith(_package.__name__ + "."):
            return None  # the package itself is a part of what is installed under this name
        parent: Any = sys.modules.get(name.rpartition(".")[0])
        if parent is None:
            return None
        if sys.modules.get(_package._host_name) is not _package:
            _package._set_aside()
        parent = getattr(parent, "__alias_of__", parent)
        found = _find_module(parent.__spec__.name + "." + name.rpartition(".")[2], parent.__path__)
        return found and _make_spec(name, found)

    def find_distributions(self, context: Any = None) -> Iterator[Any]:
        """Yield the distribution `openai` to importlib.metadata, unless it is installed in files."""
        options = vars(context) if context is not None else {}
        is_other = (options.get("name") or NAME).lower() != NAME or "path" in options
        if self._is_installed or self.alias_of_package != NAME or is_other:
            return iter(())
        from .distribution import make_distribution

        return iter((make_distribution(context),))


def _find_module(name: str, path: Any) -> Any:
    """Return the spec of a module of the package, without importing it, or None."""
    if name in sys.modules:
        return sys.modules[name].__spec__
    for finder in list(sys.meta_path):
        find_spec = getattr(finder, "find_spec", None)
        spec = find_spec and find_spec(name, path)
        if spec is not None:
            return spec
    return None


def _make_spec(name: str, target: Any) -> ModuleSpec:
    """Return a spec for another name of a module, whose file and resources are those of the module."""
    loader: Any = _AliasLoader(target)  # by what it does
    is_package = target.submodule_search_locations is not None
    spec = ModuleSpec(name, loader, origin=target.origin, is_package=is_package)
    spec.submodule_search_locations = target.submodule_search_locations
    spec.has_location = target.has_location
    return spec


class _AliasLoader:
    """Imports the module of the package, and enters it under the other name."""

    def __init__(self, target: Any) -> None:
        self._target = target

    def create_module(self, spec: ModuleSpec) -> Any:
        """Return a module for the time of the import; other threads, and hooks of other libraries, may see it."""
        module = AliasModule(spec.name)
        is_package = self._target is _package.__spec__  # which its host may have removed from `sys.modules`
        target = _package if is_package else __import__(self._target.name, None, None, ["__name__"])
        module.__alias_of__ = target
        return module

    def exec_module(self, module: Any) -> None:
        """Enter the module itself; the module `openai` stays, because it has another version."""
        if module.__alias_of__ is _package:
            _become_alias(module)
        else:
            sys.modules[module.__name__] = module.__alias_of__

    def get_code(self, _: str) -> Any:
        """Return the code of the module, for `python -m`."""
        return self._target.loader.get_code(self._target.name)

    def get_resource_reader(self, _: str) -> Any:
        """Return what reads resources of the package, or None."""
        get_reader = getattr(self._target.loader, "get_resource_reader", None)
        return get_reader and get_reader(self._target.name)
