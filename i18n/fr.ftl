# Mots de l’interface, en français.

## Langues et niveaux


## Site


## Recherche

search-level-beginner = Débutant
search-level-intermediate = Intermédiaire
search-level-advanced = Avancé


## Exports


## Messages de la ligne de commande


## Lint

