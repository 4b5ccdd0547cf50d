"""An editor's session with a language server: `python editor.py ENCODING PROGRAM ARGUMENT…`, in a project's folder.

The client is that of pygls, whose types check every message of the server. Prints nothing; any difference is an exception.
"""

import asyncio
import sys
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

BROKEN = """---
id: seau
lang: fr
dificulty: advanced
---
# 𝄞 Qu’est-ce que l’idempotence d’une requete ?

La même reponse pour la même clé d’idempotence, où que soit le serveur.
"""
FILE = Path("content/fr/seau.md").absolute()


def units(encoding, text):
    return len(text.encode(encoding)) // (2 if encoding == "utf-16-le" else 1)


def offset(encoding, text, position):
    lines = text.splitlines(keepends=True)
    line = "".join(lines[: position.line])
    rest = "".join(lines[position.line : position.line + 1])
    for at in range(len(rest) + 1):
        if units(encoding, rest[:at]) == position.character:
            return len(line) + at
    raise AssertionError(f"no such position: {position}")


def place(encoding, text, word):
    before = text[: text.index(word)]
    line = before.count("\n")
    return types.Position(line, units(encoding, before.rsplit("\n", 1)[-1]))


def edited(encoding, text, edit):
    edits = edit.changes[FILE.as_uri()] if edit.changes else edit.document_changes[0].edits
    spans = [(offset(encoding, text, e.range.start), offset(encoding, text, e.range.end), e.new_text) for e in edits]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


async def session(wanted, command):
    client = LanguageClient("editor", "1")
    published = asyncio.Queue()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def _(params):
        published.put_nowait(params)

    async def until(test):
        """The findings, once there are such."""
        async with asyncio.timeout(60):
            while True:
                params = await published.get()
                if params.uri == FILE.as_uri() and test({d.code for d in params.diagnostics}):
                    return params.diagnostics

    await client.start_io(*command)
    capabilities = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[wanted]),
        text_document=types.TextDocumentClientCapabilities(
            document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True)
        ),
    )
    started = await client.initialize_async(
        types.InitializeParams(
            capabilities=capabilities, root_uri=Path.cwd().as_uri(), process_id=None, locale="fr-CA"
        )
    )
    assert started.capabilities.position_encoding == wanted
    encoding = {"utf-16": "utf-16-le", "utf-8": "utf-8"}[wanted]
    client.initialized(types.InitializedParams())
    document = types.TextDocumentIdentifier(FILE.as_uri())

    def ask(text, word):
        return {"text_document": document, "position": place(encoding, text, word)}

    def becomes(version, text):
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, FILE.as_uri()),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    # A document that is not on the disk yet, with faults.
    item = types.TextDocumentItem(FILE.as_uri(), "markdown", 1, BROKEN)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    found = await until(lambda rules: "missing-accent" in rules)
    key = next(d for d in found if d.code == "unknown-front-matter-key")
    assert BROKEN[offset(encoding, BROKEN, key.range.start) : offset(encoding, BROKEN, key.range.end)] == "dificulty"
    assert key.severity == types.DiagnosticSeverity.Error and "clé" in key.message, key.message
    accents = [d for d in found if d.code == "missing-accent"]
    wrong = [BROKEN[offset(encoding, BROKEN, d.range.start) : offset(encoding, BROKEN, d.range.end)] for d in accents]
    assert wrong == ["requete", "reponse"], wrong

    # The safe fix of one word, as the editor's lamp offers it.
    offered = await client.text_document_code_action_async(
        types.CodeActionParams(document, accents[0].range, types.CodeActionContext(diagnostics=[accents[0]]))
    )
    first = offered[0]
    assert first.is_preferred and first.kind == "quickfix" and "requête" in first.title, offered
    text = edited(encoding, BROKEN, first.edit)
    assert "requête ?" in text
    allowed = next(action for action in offered if "Déroger" in action.title)
    assert not allowed.is_preferred
    excused = edited(encoding, BROKEN, allowed.edit)
    assert "allow" in excused

    # The fault gone with one change of a stretch, as one types.
    start, end = place(encoding, BROKEN, "dificulty"), place(encoding, BROKEN, ": advanced")
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(2, FILE.as_uri()),
            [types.TextDocumentContentChangePartial(types.Range(start, end), "difficulty")],
        )
    )
    await until(lambda rules: "unknown-front-matter-key" not in rules and "missing-accent" in rules)
    text = BROKEN.replace("dificulty", "difficulty")

    # All safe fixes at once leave nothing to mend.
    everything = types.Range(types.Position(0, 0), types.Position(99, 0))
    only = types.CodeActionContext(diagnostics=[], only=[types.CodeActionKind.SourceFixAll])
    (fix_all,) = await client.text_document_code_action_async(types.CodeActionParams(document, everything, only))
    assert fix_all.kind == "source.fixAll.passerelle"
    text = edited(encoding, text, fix_all.edit)
    assert "requête" in text and "réponse" in text, text
    becomes(3, text)
    await until(lambda rules: "missing-accent" not in rules)

    # The whole collection was read: the question that is here already is known.
    becomes(4, text.replace("# 𝄞 Qu’est-ce que l’idempotence d’une requête ?", "# Qu’est-ce que l’idempotence ?"))
    twice = await until(lambda rules: "duplicate-question" in rules)
    assert any("content/fr/idempotence.md" in d.message for d in twice), twice
    becomes(5, text)
    await until(lambda rules: "duplicate-question" not in rules)

    # A concept has two names and a definition; a key has a meaning.
    concept = await client.text_document_hover_async(types.HoverParams(**ask(text, "idempotence d’une")))
    assert "**idempotence**" in concept.contents.value and "**idempotency**" in concept.contents.value, concept
    assert "questions en français" in concept.contents.value and "une en anglais" in concept.contents.value, concept
    key = await client.text_document_hover_async(types.HoverParams(**ask(text, "difficulty")))
    assert "débutant" in key.contents.value, key
    question = await client.text_document_hover_async(types.HoverParams(**ask(text, "Qu’est")))
    assert "What is idempotency?" in question.contents.value, question

    # To the counterpart and back to all questions about the concept; the outline; what a key may say.
    (there,) = await client.text_document_definition_async(types.DefinitionParams(**ask(text, "Qu’est")))
    assert there.uri == Path("content/en/idempotency.md").absolute().as_uri() and there.range.start.line == 5, there
    about = await client.text_document_references_async(
        types.ReferenceParams(context=types.ReferenceContext(True), **ask(text, "idempotence d’une"))
    )
    assert {Path(place.uri).name for place in about} == {"seau.md", "idempotence.md", "idempotency.md"}, about
    outline = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert [symbol.name for symbol in outline] == ["𝄞 Qu’est-ce que l’idempotence d’une requête ?"], outline
    levels = await client.text_document_completion_async(types.CompletionParams(**ask(text, "advanced")))
    assert [item.label for item in levels] == ["beginner", "intermediate", "advanced"], levels

    client.text_document_did_close(types.DidCloseTextDocumentParams(document))
    assert not await until(lambda rules: not rules)
    await client.shutdown_async(None)
    client.exit(None)
    assert await client._server.wait() == 0
    await client.stop()


asyncio.run(session(sys.argv[1], sys.argv[2:]))
