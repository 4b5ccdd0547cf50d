"""Reads a SKOS file with rdflib and prints what it says as JSON, with what the SKOS reference forbids in it.

Usage: skos.py FILE.ttl
"""

import json
import sys

from rdflib import DCTERMS, RDF, SKOS, Graph


def closure(graph, start, predicate):
    """What `predicate` leads to from `start`, in any number of steps."""
    return set(graph.transitive_objects(start, predicate)) - {start}


def faults(graph):
    """The integrity conditions of the SKOS reference that do not hold (S9, S13, S14, S27, S37, S46)."""
    found = []
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    if concepts & schemes:
        found.append(("S9", sorted(concepts & schemes)))
    for concept in sorted(concepts):
        preferred = list(graph.objects(concept, SKOS.prefLabel))
        other = set(graph.objects(concept, SKOS.altLabel))
        if set(preferred) & other:
            found.append(("S13", concept))
        if len({label.language for label in preferred}) != len(preferred):
            found.append(("S14", concept))
        above = closure(graph, concept, SKOS.broader)
        related = set(graph.objects(concept, SKOS.related))
        if above & related:
            found.append(("S27", concept))
        same = closure(graph, concept, SKOS.exactMatch)
        if same & set(graph.objects(concept, SKOS.relatedMatch)):
            found.append(("S46", concept))
        for predicate, inverse in (
            (SKOS.broader, SKOS.narrower),
            (SKOS.related, SKOS.related),
            (SKOS.exactMatch, SKOS.exactMatch),
            (SKOS.closeMatch, SKOS.closeMatch),
            (SKOS.relatedMatch, SKOS.relatedMatch),
        ):
            for to in graph.objects(concept, predicate):
                if (to, inverse, concept) not in graph:
                    found.append(("inverse", concept, predicate, to))
                if to not in concepts:
                    found.append(("no concept", to))
        for scheme in graph.objects(concept, SKOS.inScheme):
            if scheme not in schemes:
                found.append(("S4", concept))
        for subject in graph.objects(concept, DCTERMS.subject):
            if subject not in concepts:
                found.append(("subject", subject))
        if not list(graph.objects(concept, SKOS.inScheme)):
            found.append(("no scheme", concept))
    return [[str(part) for part in fault] for fault in found]


def main(path):
    graph = Graph()
    graph.parse(path, format="turtle")
    told = {}
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        about = told.setdefault(str(concept), {})
        for predicate, value in graph.predicate_objects(concept):
            name = str(predicate).replace("#", "/").rsplit("/", 1)[1]
            language = getattr(value, "language", None)
            about.setdefault(name, []).append(f"{value}@{language}" if language else str(value))
        for values in about.values():
            values.sort()
    schemes = sorted(str(scheme) for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme))
    json.dump({"triples": len(graph), "schemes": schemes, "concepts": told, "faults": faults(graph)}, sys.stdout)


main(sys.argv[1])
