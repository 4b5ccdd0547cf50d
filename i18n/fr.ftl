# Mots de l’interface, en français.

## Langues et niveaux


## Site


## Recherche


## Exports


## Messages de la ligne de commande


## Lint


## Concepts

lint-invalid-concepts = Le schéma de concepts a un défaut : { $value }
    .malformed = Ce n’est pas une liste de concepts : { $value }
    .key = Clé inconnue « { $value } » dans un concept
    .id = Concept sans id
    .label = Le concept « { $value } » n’a pas de prefLabel
    .duplicate = Le concept « { $value } » figure deux fois ; le premier est retenu
    .unknown = Aucun concept ne s’appelle « { $value } »
lint-invalid-concepts-help = Un concept a les clés id, prefLabel, altLabel, definition, broader et related ; étiquettes et définitions sont données par langue.
