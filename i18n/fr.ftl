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

lint-level-error = erreur
lint-level-warning = avertissement
lint-level-info = info
lint-level-help = aide
lint-fix-safe = `--fix` fait ce changement
lint-fix-unsafe = `--fix --unsafe` fait ce changement ; relisez-le
lint-summary-clean = Rien à signaler
lint-summary-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
  }
lint-summary-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
  }
lint-summary-infos = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
  }
lint-summary-fixable = { $count ->
    [one] { $count } que `--fix` corrige
   *[other] { $count } que `--fix` corrige
  }
lint-summary-fixable-unsafe = { $count ->
    [one] { $count } de plus avec `--fix --unsafe`
   *[other] { $count } de plus avec `--fix --unsafe`
  }
lint-unknown-rule = { $nearest ->
    [none] il n’y a pas de règle « { $rule } »
   *[other] il n’y a pas de règle « { $rule } » ; vouliez-vous dire « { $nearest } » ?
  }

lint-dangerous-html = « { $what } » pourrait exécuter un script, et le site le retire
lint-dangerous-html-help = retirez-le, ou montrez-le comme du code
lint-duplicate-id = l’identifiant « { $id } » est déjà celui de l’entrée à { $path }:{ $line }
lint-duplicate-id-help = un identifiant nomme une seule entrée pour toujours : donnez-en un autre à celle-ci
lint-duplicate-question = cette question est déjà posée : { $other }
lint-duplicate-question-help = gardez la meilleure réponse, ou demandez ce qui fait la différence
lint-invalid-concepts = le glossaire n’est pas valable
    .malformed = le glossaire est illisible : { $value }
    .key = un concept n’a pas de clé « { $value } »
    .id = ce concept n’a pas d’identifiant
    .label = le concept « { $value } » n’a pas de libellé
    .duplicate = le concept « { $value } » est déjà défini
    .unknown = il n’y a pas de concept « { $value } »
lint-invalid-concepts-help = `passerelle explain invalid-concepts` dit ce qu’un glossaire doit être
lint-invalid-data = ceci est illisible : { $reason }
    .front-matter = cet en-tête est illisible : { $reason }
lint-invalid-data-help = le reste du document a été lu ; cette partie est laissée de côté
lint-missing-answer = cette question n’a pas de réponse
    .placeholder = la réponse à cette question ne fait que tenir la place
    .section = { $count ->
        [one] la question de cette section n’a pas de réponse
       *[other] aucune des { $count } questions de cette section n’a de réponse
    }
    .choice = aucun choix de cette question n’est marqué comme juste
lint-missing-answer-help = écrivez la réponse, ou retirez la question en attendant
    .choice = marquez le bon choix
lint-missing-message = le message « { $key } » n’est pas dans { $other }
    .variables = le message « { $key } » ne prend pas les mêmes valeurs dans { $other } : { $variables }
lint-missing-message-help = écrivez-le dans les deux langues, avec les mêmes valeurs
lint-mojibake = « { $written } » devait être « { $meant } »
lint-mojibake-help = de l’UTF-8 lu dans un autre codage puis enregistré à nouveau
lint-suppression-without-reason = cette dérogation à « { $rule } » ne dit pas pourquoi
lint-suppression-without-reason-help = mettez la raison après le nom de la règle
lint-truncated-text = le texte s’interrompt : « { $text } »
lint-truncated-text-help = retrouvez le texte entier, ou finissez la phrase
lint-unclosed-fence = ce bloc de code n’est pas fermé là où son code finit
lint-unclosed-fence-help = un lecteur Markdown prend la suite pour du code : fermez le bloc
lint-unfenced-code = ce code n’est pas dans un bloc
lint-unfenced-code-help = mettez ```{ $lang } avant et ``` après
lint-unknown-front-matter-key = il n’y a pas de clé « { $key } »
    .near = il n’y a pas de clé « { $key } » ; vouliez-vous dire « { $near } » ?
lint-unknown-front-matter-key-help = une clé inconnue ne sert jamais
lint-unknown-value = `{ $key }` ne vaut jamais « { $value } »
    .near = `{ $key }` ne vaut jamais « { $value } » ; vouliez-vous dire « { $near } » ?
lint-unknown-value-help = les valeurs possibles : { $known }
lint-unlabelled-fence = ce bloc de code ne nomme pas son langage
    .guess = ce bloc de code ne nomme pas son langage, qui semble être « { $lang } »
lint-unlabelled-fence-help = écrivez le langage après les marques d’ouverture, ou `text`
lint-unreadable-file = ce fichier est illisible
    .denied = ce fichier ne peut pas être lu : permission refusée
    .missing = ce fichier n’existe pas
    .io = ce fichier est illisible : { $reason }
    .too-large = ce fichier dépasse { $limit } Mio et n’a pas été lu
    .utf-16 = ce fichier est en UTF-16
    .not-utf8 = ce fichier n’est pas en UTF-8 : l’octet { $byte } à la position { $offset } n’y a pas sa place
    .outside = ce lien mène hors du dossier, vers { $target }
    .loop = ce lien ramène à { $target }
lint-unreadable-file-help = rien de ce fichier n’est dans la collection
    .denied = donnez-vous le droit de le lire
    .too-large = une collection de questions n’est jamais si grande : découpez-le, ou rangez-le ailleurs
    .utf-16 = enregistrez-le comme du texte en UTF-8
    .not-utf8 = enregistrez-le comme du texte en UTF-8
lint-unused-suppression = cette dérogation à « { $rule } » ne couvre rien
    .unknown = cette dérogation nomme « { $rule } », qui n’est pas une règle
    .near = cette dérogation nomme « { $rule } », qui n’est pas une règle ; vouliez-vous dire « { $near } » ?
lint-unused-suppression-help = retirez-la : elle cacherait la prochaine faute
