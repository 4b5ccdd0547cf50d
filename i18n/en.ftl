# Words of the interface, in English.

## Languages and levels


## Site


## Search


## Exports

export-anki-hint = Hint
export-anki-level =
    { $level ->
        [beginner] Beginner
        [intermediate] Intermediate
       *[advanced] Advanced
    }
export-anki-retired = This question is no longer part of the collection. You can delete the card.


## Command-line messages


## Lint

