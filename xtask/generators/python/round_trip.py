"""Reads and writes every documented example with the types of a generator.

python round_trip.py pydantic | client
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import attrs


def pydantic(schema: str, value: Any) -> Any:
    """By a pydantic model, which drops what it has no field for."""
    import models

    read = getattr(models, schema).model_validate(value)
    return read.model_dump(mode="json", by_alias=True, exclude_unset=True)


def client(schema: str, value: Any) -> Any:
    """By a class of the client, which keeps what it has no field for: that is refused here."""
    import client.models

    read = getattr(client.models, schema).from_dict(value)
    unknown = [name for part in parts(read) for name in part.additional_properties]
    if unknown:
        raise SystemExit(f"{schema}: no field for {', '.join(unknown)}")
    return read.to_dict()


def parts(read: Any) -> Iterator[Any]:
    """A read object and the objects that it holds."""
    if isinstance(read, list):
        for item in read:
            yield from parts(item)
    elif attrs.has(type(read)):
        yield read
        for field in attrs.fields(type(read)):
            if field.name != "additional_properties":
                yield from parts(getattr(read, field.name))


def main() -> None:
    ways: dict[str, Callable[[str, Any], Any]] = {"pydantic": pydantic, "client": client}
    round_trip = ways[sys.argv[1]]
    with open("examples.json", encoding="utf-8") as file:
        examples = json.load(file)
    for example in examples:
        written = round_trip(example["schema"], example["value"])
        if written != example["value"]:
            raise SystemExit(f"{example['pointer']}: {written!r} is not {example['value']!r}")
    print(f"round-tripped {len(examples)}")


main()
