# Words of the interface, in English.

## Languages and levels


## Site


## Search


## Exports


## Command-line messages


## Lint


## Concepts

lint-invalid-concepts = The concept scheme has a fault: { $value }
    .malformed = This is not a list of concepts: { $value }
    .key = Unknown key “{ $value }” in a concept
    .id = A concept without an id
    .label = The concept “{ $value }” has no prefLabel
    .duplicate = The concept “{ $value }” is given twice; the first one counts
    .unknown = No concept is called “{ $value }”
lint-invalid-concepts-help = A concept has the keys id, prefLabel, altLabel, definition, broader and related; labels and definitions are given by language.
