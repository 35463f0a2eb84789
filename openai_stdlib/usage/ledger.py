# SPDX-License-Identifier: MIT
"""`Ledger`: what calls have used and cost, by model and label; a limit; and a file that several processes share.

Calls end in any thread, and where the garbage collector drops a stream: perhaps in the middle of a method of the same
ledger, in the same thread. Ends therefore go through a queue, and whoever works on the sums empties it.
"""

from __future__ import annotations

from _thread import RLock
from collections import deque
from time import time

from ..call.errors import OpenAIError, OptionTypeError
from ..transport.pool import call_in_child
from .ledger_call import LedgerCall
from .limits import Budget
from .lines import RESET, Book, write_line
from .prices import PriceTable
from .totals import Totals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Deque, Dict, Optional, Tuple, TypeVar

    from ..call.call_observer import CallPart
    from ..call.prepare import Call
    from .ledger_file import LedgerFile
    from .totals import Entry, Key

    T = TypeVar("T")
    Reservation = Optional[Tuple[int, int]]


CALL_COUNTS = ("calls", "failed", "without_usage")


class Ledger:
    """Counts the calls of all clients that have it as `ledger=`, their tokens and their cost.

    `prices` are for a million tokens, by model and kind, or the path of a JSON file with them; the kinds are in
    docs/usage_and_cost.md. `limit` stops calls before they are sent: a number is money, or tokens if there are no
    prices; "200000 tokens" is tokens; `{"money": 5.0, "tokens": 200000}` is both. `path` is a file to save the sums in,
    which several processes may share; it is read first. Each call is passed to the operating system when it ends;
    `fsync=True` waits until it is on the disk. `include_usage=False` leaves streams as they are, for servers that
    refuse `stream_options`. A ledger may be used from any number of threads and event loops at once.

    Raises ConfigError or OptionTypeError for invalid arguments, and for a file that is not a ledger's, is from a later
    version, or cannot be written.
    """

    def __init__(
        self,
        prices: Any = None,
        limit: Any = None,
        path: Any = None,
        *,
        include_usage: bool = True,
        fsync: bool = False,
    ) -> None:
        for name, value in (("include_usage", include_usage), ("fsync", fsync)):
            if not isinstance(value, bool):
                raise OptionTypeError("{}: expected True or False, got {!r}".format(name, value))
        self.include_usage: bool = include_usage
        self.limit: Any = dict(limit) if isinstance(limit, dict) else limit
        self._prices: Optional[PriceTable] = None if prices is None else PriceTable(prices)
        self._budget = Budget(limit, self._prices)
        self._book = Book(Totals(self._prices))
        self._file: Optional[LedgerFile] = None
        if path is not None:
            from .ledger_file import LedgerFile, check_path

            self._file = LedgerFile(check_path(path), self._book, fsync)
            self._file.open()
        self._fsync = fsync
        self._queue: Deque[Tuple[Any, ...]] = deque()
        self._lock = RLock()
        self._is_busy = False
        self._failure: Optional[OpenAIError] = None  # of the last write
        self.checks_calls: bool = path is not None or prices is not None or limit is not None
        self.generation: int = 0  # of processes: a forked child does not count the calls of its parent
        call_in_child(Ledger._reset_after_fork, self)

    # What programs read.

    @property
    def path(self) -> Optional[str]:
        """The path of the file, or None."""
        return None if self._file is None else self._file.path

    @property
    def calls(self) -> int:
        """The number of successful calls."""
        return self._count("calls")

    @property
    def failed_calls(self) -> int:
        """The number of calls that were sent, or tried to, and ended with an error."""
        return self._count("failed")

    @property
    def total_tokens(self) -> int:
        """The number of tokens, input and output."""
        return self._read(lambda totals: totals.tokens)

    @property
    def cost(self) -> Optional[float]:
        """The cost of all calls in the currency of the prices; None without prices.

        Raises ConfigError if something that was used has no price in the table.
        """
        return None if self._prices is None else self._read(self._cost)

    def by_model(self) -> Dict[str, Dict[str, Any]]:
        """Return the counts and the cost by model: calls, failed, without_usage, total_tokens, input, output …

        Counts of special kinds that are zero are missing. `cost` is None without prices.
        """
        return self._read(lambda totals: totals.group(lambda key: key[0]))

    def by_label(self) -> Dict[str, Dict[str, Any]]:
        """Return the same by label; "" stands for calls without one."""
        return self._read(lambda totals: totals.group(lambda key: key[1]))

    def as_dict(self) -> Dict[str, Any]:
        """Return all of it as one dict that JSON can represent, read at one moment."""
        return self._read(lambda totals: totals.as_dict())

    def reset(self) -> None:
        """Set all counts to zero, also in the file. Calls under way are counted when they end."""
        self._read(lambda _: self._reset())

    def close(self) -> None:
        """Close the file. The ledger opens it again when it is used. Raises ConfigError if it could not save a call."""
        if self._file is not None:
            if self._failure is not None:
                self._run(self._write, b"")
            self._run(self._file.close)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        file = getattr(self, "_file", None)
        if file is not None:
            file.close()

    def __reduce__(self) -> Any:
        """Return what pickle stores: with a path, the copy reads and writes the same file; without, it has the sums."""
        prices = None if self._prices is None else self._prices.source
        options = self.include_usage, self._fsync
        sums = None if self._file is not None else self._run(self._copy_sums)
        return _restore, (type(self), prices, self.limit, self.path, options, sums)

    def __repr__(self) -> str:
        return "<{} of {} calls, {} tokens>".format(type(self).__name__, self.calls, self.total_tokens)

    # What calls do; see ledger_call.py.

    def observe_call(self, call: Call) -> CallPart:
        """Return what counts one call."""
        return LedgerCall(self, call)

    @property
    def is_waiting_for_usage(self) -> bool:
        """Whether the usage of a response is, or may be, still to come."""
        return bool(self._book.pending) or self._file is not None

    def begin(self, part: LedgerCall) -> None:
        """Check a call before it is sent, and reserve an estimate for it if there is a limit.

        Raises BudgetExceeded; or ConfigError, if its model has no price, or the last calls could not be saved.
        """
        if self._prices is not None and part.model:
            self._prices.require(part.model)
        if self._failure is not None:
            self._run(self._write, b"")
        if self.limit is not None:
            self._run(self._reserve, part)

    def record(
        self, key: Optional[Key], counts: Dict[str, int], reserved: Reservation, pending: str = "", settles: str = ""
    ) -> None:
        """Count a call that has ended.

        `pending` is the id of a response whose usage is still to come, `settles` of one whose usage this may be; if it
        is not, a key of None counts nothing.
        """
        self._queue.append((key, counts, reserved, pending, settles))
        self._settle()

    # Work on the sums, one thread at a time.

    def _settle(self) -> None:
        """Add what is queued to the sums, unless this thread is doing something with them: then that does it."""
        while self._queue:
            with self._lock:
                if self._is_busy:
                    return
                self._is_busy = True
                try:
                    self._drain()
                finally:
                    self._is_busy = False

    def _run(self, function: Callable[..., T], *arguments: Any) -> T:
        """Call a function that uses the sums, after all that is queued has been added to them."""
        with self._lock:
            was_busy, self._is_busy = self._is_busy, True
            try:
                if self._queue and not was_busy:
                    self._drain()
                result = function(*arguments)
            finally:
                self._is_busy = was_busy
        if self._queue:
            self._settle()
        return result

    def _read(self, function: Callable[[Totals], T]) -> T:
        def refresh_and_read() -> T:
            if self._file is not None:
                self._file.refresh()
            return function(self._book.totals)

        return self._run(refresh_and_read)

    def _drain(self) -> None:
        """Add the queued counts, and write their lines first."""
        queue, file, book = self._queue, self._file, self._book
        if file is None:
            while queue:
                record = queue.popleft()
                if record[2] is not None or record[3] or record[4]:
                    record = self._resolve(*record)
                    if record is not None:
                        book.add(*record)
                elif record[0] is not None:
                    book.totals.add(record[0], record[1])
            return
        failure: Optional[OpenAIError] = None
        try:
            file.lock()
        except OpenAIError as error:
            failure = error
        records, lines = [], ""
        now = int(time())
        while queue:
            record = self._resolve(*queue.popleft())
            if record is not None:
                records.append(record)
                entry: Entry = book.totals.entries.get(record[0]) or book.totals.new_entry(record[0])
                lines += write_line(entry, now, *record[1:])
        if self._save(file, lines.encode(), failure):
            for record in records:
                book.add(*record)
            file.compact_if_large()

    def _resolve(self, key: Any, counts: Any, reserved: Reservation, pending: str, settles: str) -> Any:
        """Return what to add for a call that has ended, or None, and end its reservation."""
        if reserved is not None:
            self._budget.release(reserved)
        if settles:
            if settles in self._book.pending:
                usage = {name: number for name, number in counts.items() if name not in CALL_COUNTS}
                return self._book.pending.pop(settles), usage, "", settles
            settles = ""
        return None if key is None else (key, counts, pending, settles)

    def _save(self, file: LedgerFile, data: bytes, failure: Optional[OpenAIError]) -> bool:
        """Write lines to the file, which is locked unless there is a failure; return whether they were written.

        The result of the call that has ended is worth more than an error: the next call raises that.
        """
        try:
            if failure is not None:
                file.keep(file.unsaved + data)
                raise failure
            if data:
                file.write(data)
            else:
                file.unlock()
        except OpenAIError as error:
            self._failure = error
            return False
        self._failure = None
        return True

    def _write(self, data: bytes) -> None:
        assert self._file is not None
        self._file.lock()
        self._file.write(data)
        self._failure = None

    def _reserve(self, part: LedgerCall) -> None:
        if self._file is not None:
            self._file.refresh()
        self._budget.reserve(part, self._book.totals)

    def _count(self, name: str) -> int:
        return self._read(lambda totals: sum([entry.counts.get(name, 0) for entry in totals.entries.values()]))

    def _cost(self, totals: Totals) -> float:
        assert self._prices is not None
        totals.check_prices()
        return self._prices.to_money(totals.units)

    def _reset(self) -> None:
        if self._file is not None:
            self._write(RESET)
        self._book.clear()

    def _copy_sums(self) -> Any:
        entries = [(key, dict(entry.counts)) for key, entry in self._book.totals.entries.items()]
        return entries, dict(self._book.pending)

    def _reset_after_fork(self) -> None:
        """Replace what belongs to the parent: its lock, the lock of the file, and the calls under way."""
        self.generation += 1
        self._lock = RLock()
        self._is_busy = False
        self._failure = None
        self._queue.clear()
        self._budget.clear()
        if self._file is not None:
            self._file.unsaved = b""
            self._file.close()


def _restore(cls: Any, prices: Any, limit: Any, path: Any, options: Tuple[bool, bool], sums: Any) -> Ledger:
    include_usage, fsync = options
    ledger: Ledger = cls(prices, limit, path, include_usage=include_usage, fsync=fsync)
    if sums is not None:
        entries, pending = sums
        for key, counts in entries:
            ledger._book.add(key, counts)
        ledger._book.pending.update(pending)
    return ledger
