# Mots de l’interface, en français.

## Langues et niveaux


## Site


## Recherche


## Exports


## Messages de la ligne de commande


## Lint

