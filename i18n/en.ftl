# Words of the interface, in English.

## Languages and levels


## Site


## Search

search-level-beginner = Beginner
search-level-intermediate = Intermediate
search-level-advanced = Advanced


## Exports


## Command-line messages


## Lint

