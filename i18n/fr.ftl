# Mots de l’interface, en français.

## Langues et niveaux


## Site


## Recherche


## Exports

export-anki-hint = Indice
export-anki-level =
    { $level ->
        [beginner] Débutant
        [intermediate] Intermédiaire
       *[advanced] Avancé
    }
export-anki-retired = Cette question ne fait plus partie de la collection. Vous pouvez supprimer la carte.


## Messages de la ligne de commande


## Lint

