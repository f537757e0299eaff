"""The addresses of other sites, asked: what is dead, has moved, or is not to be asked at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from vungxanh.links.external.address import (
    Address,
    MalformedAddressError,
    SecretAddressError,
    read_address,
)
from vungxanh.links.external.findings import Finding, findings
from vungxanh.links.external.run import Run
from vungxanh.links.external.setup import Setup
from vungxanh.problems import Problem


@dataclass(frozen=True)
class Report:
    """What is told of each address, by the address as written, and what concerns none alone."""

    findings: dict[str, list[Finding]]
    notes: list[Problem]


def ask_external(texts: Iterable[str], setup: Setup) -> Report:
    """Return what is to be told of the addresses `texts`; what is not of the web is left out.

    Where this machine has no network that is said once, and no address is called dead.
    """
    written = list(dict.fromkeys(texts))
    told, addresses = _read(text for text in written if not setup.lists.ignores(text))
    run = Run(setup, addresses.values())
    run.ask()
    for text, address in addresses.items():
        verdict = run.verdicts.get(address.asked)
        if verdict:
            told[text] = findings(address, verdict, run.cache.since(address.asked))
    notes = setup.lists.unused(written)
    if run.unasked:
        notes.append(Problem(".", None, "external-offline", {"count": str(run.unasked)}))
    return Report({text: told[text] for text in written if told.get(text)}, notes)


def _read(texts: Iterable[str]) -> tuple[dict[str, list[Finding]], dict[str, Address]]:
    told: dict[str, list[Finding]] = {}
    addresses: dict[str, Address] = {}
    for text in texts:
        try:
            address = read_address(text)
        except SecretAddressError:
            told[text] = [Finding("external-secret")]
        except MalformedAddressError:
            told[text] = [Finding("external-malformed")]
        else:
            if address is not None:
                addresses[text] = address
    return told, addresses
