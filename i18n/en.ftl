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

## Identity

lock-conflict = a merge left its markers here. Keep the lines of both sides, remove the markers, then build again.
lock-header = the first line of a lock file must be its header. Restore the file from version control.
lock-version = this lock file has version { $detail }, and this program reads version 1. Use a newer release.
lock-malformed = this line is not a record of the lock file: { $detail }
lock-id = the id “{ $detail }” cannot be part of an address.
lock-duplicate = the id “{ $detail }” has two records. Keep one of the two lines.

lint-invalid-id = the id “{ $id }” cannot be part of an address
lint-invalid-id-help = “{ $replacement }” is used in its place. An id has ASCII letters, digits, “-”, “_” and “.”, at most 100.
