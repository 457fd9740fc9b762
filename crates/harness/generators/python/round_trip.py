"""Reads every sample with the types of a generator and writes it again, to returned.jsonl.

python round_trip.py pydantic | client
"""

import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import attrs


def pydantic(schema: str, text: str) -> str:
    """By a pydantic model, which drops what it has no field for."""
    import models

    read = getattr(models, schema).model_validate_json(text)
    return read.model_dump_json(by_alias=True, exclude_unset=True)


def client(schema: str, text: str) -> str:
    """By a class of the client, which keeps what it has no field for: that is refused here."""
    import client.models

    value = json.loads(text)
    read = getattr(client.models, schema).from_dict(value)
    closed = [part for part in parts(read) if type(part).__name__ in closed_components()]
    unknown = [name for part in closed for name in part.additional_properties]
    if unknown:
        raise ValueError(f"{schema}: no field for {', '.join(unknown)}")
    return json.dumps(read.to_dict())


@cache
def closed_components() -> set[str]:
    """The components of the document that say nothing of further properties."""
    with open("openapi.json", encoding="utf-8") as file:
        schemas = json.load(file)["components"]["schemas"]
    return {name for name, schema in schemas.items() if "additionalProperties" not in schema}


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


def line(round_trip: Callable[[str, str], str], sample: dict[str, str]) -> str:
    """What a sample is after its type has read and written it, or why it is not."""
    try:
        return round_trip(sample["schema"], sample["text"])
    except Exception as error:
        return "! " + " ".join(str(error).split())


def main() -> None:
    ways: dict[str, Callable[[str, str], str]] = {"pydantic": pydantic, "client": client}
    round_trip = ways[sys.argv[1]]
    with open("examples.json", encoding="utf-8") as file:
        samples = json.load(file)
    with open("returned.jsonl", "w", encoding="utf-8") as file:
        file.writelines(line(round_trip, sample) + "\n" for sample in samples)


main()
