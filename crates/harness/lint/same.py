"""Says whether a YAML document is the same as a JSON document to PyYAML, a reader of YAML 1.1."""

import json
import sys

import yaml


def differences(one, other, at=""):
    if type(one) is not type(other):
        yield at, other
    elif isinstance(one, dict):
        for key in {**one, **other}:
            inside = f"{at}/{key}"
            if key in one and key in other:
                yield from differences(one[key], other[key], inside)
            else:
                yield inside, key
    elif isinstance(one, list):
        if len(one) != len(other):
            yield at, other
        for index, pair in enumerate(zip(one, other)):
            yield from differences(*pair, f"{at}/{index}")
    elif one != other:
        yield at, other


if len(sys.argv) != 3:
    sys.exit("usage: same.py DOCUMENT.json DOCUMENT.yaml")
with open(sys.argv[1], encoding="utf-8") as file:
    as_json = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    as_yaml = yaml.safe_load(file)
found = list(differences(as_json, as_yaml))
for at, value in found:
    print(f"expected {sys.argv[2]} to say the same at {at}, but found {value!r} instead")
sys.exit(bool(found))
