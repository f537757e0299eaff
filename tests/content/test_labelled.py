"""The labelled sentences are what their README says: one fault where it stands, or none."""

import json
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SETS = {
    path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for path in (HERE / "labelled.jsonl", HERE / "tuning.jsonl")
}
AUDIENCES = {"hoc-sinh", "giao-vien", "can-bo", "doan-vien", "cong-dong", "tin-bai"}


@pytest.mark.parametrize("name", SETS)
def test_half_of_the_sentences_are_right(name):
    faulty = sum(row["fault"] is not None for row in SETS[name])
    assert faulty * 2 == len(SETS[name])


@pytest.mark.parametrize("name", SETS)
def test_a_fault_stands_once_where_it_is_said_to_stand(name):
    for row in SETS[name]:
        assert row["audience"] in AUDIENCES
        assert (row["found"] is None) == (row["fault"] is None), row
        if row["found"] is not None:
            assert row["text"].count(row["found"]) == 1, row
            assert row["right"] != row["found"], row


@pytest.mark.parametrize("name", SETS)
def test_what_is_not_the_fault_is_written_right(name):
    for row in SETS[name]:
        rest = row["text"].replace(row["found"] or "\0", "")
        assert unicodedata.is_normalized("NFC", rest), row


def test_no_sentence_is_there_twice():
    texts = Counter(row["text"] for rows in SETS.values() for row in rows)
    assert [text for text, count in texts.items() if count > 1] == []


def test_there_are_enough_to_judge_by():
    faults = Counter(row["fault"] for row in SETS["labelled"] if row["fault"])
    assert len(SETS["labelled"]) >= 400
    assert {fault for fault, count in faults.items() if count < 7} == set()
