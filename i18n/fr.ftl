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

## Identité

lock-conflict = une fusion a laissé ses marqueurs ici. Gardez les lignes des deux côtés, ôtez les marqueurs, puis reconstruisez.
lock-header = la première ligne du fichier de verrou doit être son en-tête. Restaurez le fichier depuis le gestionnaire de versions.
lock-version = ce fichier de verrou est en version { $detail }, et ce programme lit la version 1. Utilisez une version plus récente.
lock-malformed = cette ligne n’est pas un enregistrement du fichier de verrou : { $detail }
lock-id = l’identifiant « { $detail } » ne peut pas figurer dans une adresse.
lock-duplicate = l’identifiant « { $detail } » a deux enregistrements. Gardez une seule des deux lignes.

lint-invalid-id = l’identifiant « { $id } » ne peut pas figurer dans une adresse
lint-invalid-id-help = « { $replacement } » est employé à la place. Un identifiant se compose de lettres ASCII, de chiffres et de « - », « _ », « . », au plus 100.
