"""What one change must touch: a forgotten place fails here with a message that names it."""

from __future__ import annotations

import ast
import re

import pytest

import app
from builder.presets import PRESETS, Preset
from builder.widget.attributes import ATTRIBUTES
from calculator import recommend
from calculator.assessment.engine import RULES
from calculator.data.modalities import MODALITIES
from calculator.form.fields import FIELDS
from calculator.model import Situation
from calculator.rules.advisories import AIDS, SIGNS, WARNINGS
from calculator.week.fields import WEEK_FIELDS
from tests.support import project_files
from tests.support.project_files import ROOT

WIDGET_PLACES = {
    "frontend/widget/loader.js": "what it does",
    "frontend/widget/widget.d.ts": "its type, for editors",
    "integrations/README.md": "the list for authors of integrations",
}
NOT_READ_YET = {"sore_where", "last_48_hours"}  # asked, stored and shown; no rule looks at them


def attributes_read(folder: str, without: str) -> set[str]:
    """Every attribute that a module of the folder reads of any object, but those in one subfolder."""
    names: set[str] = set()
    for path in project_files.files(".py", under=folder):
        if f"{folder}/{without}/" not in project_files.name(path):
            tree = ast.walk(ast.parse(path.read_text("utf-8")))
            names |= {node.attr for node in tree if isinstance(node, ast.Attribute)}
    return names


def test_every_answer_is_read_by_a_rule_or_a_session() -> None:
    unread = set(Situation._fields) - attributes_read("calculator", "form") - NOT_READ_YET
    assert not unread, f"calculator/ reads no {sorted(unread)}: add the rule that does, or leave the question out"


def decorated(decorator: str, folder: str) -> set[str]:
    """The id in the decorator of each rule or advisory that the folder defines."""
    return {
        match
        for path in project_files.files(".py", under=folder)
        for match in re.findall(rf'@{decorator}\(\s*"([^"]+)"', path.read_text("utf-8"))
    }


def test_every_rule_is_applied() -> None:
    missing = decorated("rule", "calculator/rules") - {rule.id for rule in RULES}
    assert not missing, f"calculator/rules/__init__.py, RULES: add {sorted(missing)}"


def test_every_advisory_is_used() -> None:
    used = {advisory.id for advisory in (*WARNINGS, *AIDS, *SIGNS)}
    missing = decorated("advisory", "calculator/rules/advisories") - used
    assert not missing, f"calculator/rules/advisories/__init__.py: add {sorted(missing)} to WARNINGS, AIDS or SIGNS"


def test_every_answer_varies_in_the_property_tests() -> None:
    source = (ROOT / "tests" / "support" / "strategies.py").read_text("utf-8")
    missing = [name for name in Situation._fields if not re.search(rf"\n    {name}=", source)]
    assert not missing, f"tests/support/strategies.py, situations: add {missing}"


def test_every_question_is_in_the_form() -> None:
    form = app.render_form("")
    missing = [field.name for field in FIELDS if f'name="{field.name}"' not in form]
    assert not missing, f"templates/calculator/form.html shows no {missing}: is there a group for it?"


def test_every_question_of_a_week_is_in_its_form() -> None:
    form = app.render_week_form("")
    names = [field.name for field in WEEK_FIELDS if field.name != "compare"]  # that is another week, from a link
    missing = [name for name in names if not re.search(rf'(?:name|data-field)="{name}"', form)]
    assert not missing, f"templates/week/form.html shows no {missing}"


@pytest.mark.parametrize("name", [attribute.name for attribute in ATTRIBUTES])
def test_every_attribute_of_the_widget_is_in_its_places(name: str) -> None:
    missing = [
        f"{file}: {about}"
        for file, about in WIDGET_PLACES.items()
        if not re.search(rf"\b{name}\b", (ROOT / file).read_text("utf-8"))
    ]
    assert not missing, f"the attribute {name} is missing in {missing}"


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.slug)
def test_every_preset_is_complete(preset: Preset) -> None:
    assert recommend(preset.query), "its answers can be used"
    assert preset.blurb or not preset.slug, f"builder/presets.py: say in the blurb for whom {preset.slug} is"


def test_every_piece_of_equipment_of_a_kind_can_be_chosen() -> None:
    offered = {choice.value for field in FIELDS if field.name == "equipment" for choice in field.choices}
    missing = {mode.slug: sorted(set(mode.equipment_any_of) - offered) for mode in MODALITIES}
    missing = {slug: names for slug, names in missing.items() if names}
    assert not missing, f"calculator/form/fields.py, equipment: add a choice for {missing}"
