# Words of the interface, in English.

## Languages and levels


## Site


## Search


## Exports


## Command-line messages


## Lint

