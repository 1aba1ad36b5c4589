"""Reads records with nothing but the standard library: the format is ours, not that of a library or a machine.

What lies where is in docs/records.md; which members there are, in the layout that ``archive_layout`` prints.
"""

from __future__ import annotations

import struct
from typing import Any

NUMBERS = {"bool": "?", "int32": "i", "uint32": "I", "int64": "q", "uint64": "Q", "double": "d", "degrees": "d"}


def crc32c(data: bytes) -> int:
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def open_record(record: bytes) -> tuple[str, bytes]:
    """The kind and the body, after both checksums."""
    magic, version, length, kind, schema, least, size, body_crc, flags, zero, header_crc = struct.unpack_from(
        "<8sHH4sIIQIIII", record
    )
    assert magic == b"\x89SCC\r\n\x1a\n" and (version, length, flags, zero) == (1, 48, 0, 0)
    assert 1 <= least <= schema == 1 and crc32c(record[:44]) == header_crc
    body = record[length:]
    assert len(body) == size and crc32c(body) == body_crc
    return kind.decode(), body


class Reader:
    def __init__(self, body: bytes, layout: dict[str, Any]) -> None:
        self.body, self.at, self.layout = body, 0, layout

    def number(self, form: str) -> Any:
        (value,) = struct.unpack_from("<" + form, self.body, self.at)
        self.at += struct.calcsize("<" + form)
        return value

    def text(self) -> str:
        size = self.number("I")
        self.at += size
        return self.body[self.at - size : self.at].decode()

    def value(self, kind: Any) -> Any:
        match kind:
            case "text":
                return self.text()
            case "nanoseconds":
                return self.number("q") / 1e9
            case ["optional", inner]:
                return self.value(inner) if self.number("?") else None
            case ["list", inner]:
                return [self.value(inner) for _ in range(self.number("I"))]
            case ["sparse", inner]:
                _, written = self.number("I"), self.number("I")
                return {self.number("I"): self.value(inner) for _ in range(written)}
            case ["array", inner, count]:
                return [self.value(inner) for _ in range(count)]
            case ["map", inner]:
                return {self.text(): self.value(inner) for _ in range(self.number("I"))}
            case ["bilateral", inner]:
                return {"left": self.value(inner), "right": self.value(inner)}
            case ["set", words]:
                bits = self.number("I")
                return [word for i, word in enumerate(self.layout["words"][words]) if bits >> i & 1]
            case ["variant", *alternatives]:
                return self.value(alternatives[self.number("B")])
            case str() if kind in NUMBERS:
                return self.number(NUMBERS[kind])
            case str() if kind in self.layout["words"]:
                return self.layout["words"][kind][self.number("B")]
            case "Recording":
                rows, source, channels = (
                    self.value(self.layout["members"][kind][m]) for m in ("rows", "source", "channels")
                )
                columns = {name: [self.number("d") for _ in range(rows)] for name in ("time", *channels)}
                return {"source": source, **columns}
            case _:
                return {member: self.value(inner) for member, inner in self.layout["members"][kind].items()}


def read_record(record: bytes, layout: dict[str, Any]) -> Any:
    kind, body = open_record(record)
    reader = Reader(body, layout)
    value = reader.value(layout["kinds"][kind])
    assert reader.at == len(body)
    return value
