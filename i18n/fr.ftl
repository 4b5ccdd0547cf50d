# Mots de l’interface, en français.

## Langues et niveaux

lang-fr = français
lang-en = anglais
lang-locale = fr_FR
level-beginner = débutant
level-intermediate = intermédiaire
level-advanced = avancé
kind-open = question ouverte
kind-mcq = choix multiple
kind-exercise = exercice
kind-flashcard = définition
status-answered = avec réponse
status-unanswered = sans réponse
status-truncated = réponse incomplète
status-placeholder = réponse à écrire

## Site

site-home = Accueil
site-topics = Thèmes
site-topics-description = Tous les thèmes de « { $title } ».
site-topic-other = Autres questions
site-topic-description = { $n ->
    [one] { $title } : { $count } question d’entretien.
   *[other] { $title } : { $count } questions d’entretien, avec leurs réponses.
}
site-concepts = Notions
site-concepts-az = Toutes les notions, de A à Z
site-concepts-count = { $n ->
    [one] { $count } notion
   *[other] { $count } notions
}
site-concepts-description = Les notions de « { $title } » de A à Z, avec leurs noms en français et en anglais.
site-concept-description = { $title } : noms, définition et questions, en français et en anglais.
site-concept-none = Aucune question en français pour l’instant.
site-search = Rechercher
site-search-go = Chercher
site-search-hint = Un mot, en français ou en anglais
site-search-description = Chercher dans « { $title } », dans les deux langues à la fois.
site-search-noscript = La recherche demande JavaScript. Sans lui, les thèmes et les notions ci-dessous mènent à toutes les questions.
site-browse = Parcourir
site-msg-none = Aucun résultat. Essayez un autre mot, ou parcourez les thèmes.
site-msg-one = 1 résultat
site-msg-many = {"{n}"} résultats
site-msg-corrected = Résultats pour « {"{word}"} »
site-msg-offline = L’index n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.
site-downloads = Téléchargements
site-downloads-description = Les questions de « { $title } » à emporter : paquets Anki et tableaux.
site-downloads-lead = Pour réviser sans réseau.
site-languages = Langues
site-navigation = Navigation principale
site-nearest = Cette page n’existe pas en français : voici la plus proche
site-crumbs = Fil d’Ariane
site-skip = Aller au contenu
site-theme = Clair / sombre
site-copy = Copier
site-copied = Copié
site-questions = { $n ->
    [one] { $count } question
   *[other] { $count } questions
}
site-unanswered = { $n ->
    [one] { $count } sans réponse
   *[other] { $count } sans réponse
}
site-level-beginner = { $n ->
    [one] { $count } pour débuter
   *[other] { $count } pour débuter
}
site-level-intermediate = { $n ->
    [one] { $count } de niveau intermédiaire
   *[other] { $count } de niveau intermédiaire
}
site-level-advanced = { $n ->
    [one] { $count } de niveau avancé
   *[other] { $count } de niveau avancé
}
site-how = Comment s’en servir
site-how-read = Choisissez un thème, lisez la question, répondez à voix haute, puis comparez avec la réponse.
site-how-languages = Chaque question mène à celles qui traitent du même sujet dans l’autre langue.
site-how-concepts = Une notion réunit tout ce qui la concerne, avec son vocabulaire dans les deux langues.
site-how-downloads = Pour mémoriser, emportez les questions dans Anki :
site-empty = Rien ici pour l’instant.
site-print = Version à imprimer
site-answer = Réponse
site-right = { $n ->
    [one] Bonne réponse :
   *[other] Bonnes réponses :
}
site-think-first = Réfléchir d’abord : garder les réponses cachées
site-no-answer = Cette question attend encore sa réponse.
site-write-it = Proposer une réponse
site-in-fr = En français
site-in-en = En anglais
site-no-counterpart-fr = Aucune question équivalente en français pour l’instant.
site-no-counterpart-en = Aucune question équivalente en anglais pour l’instant.
site-link-same = même question
site-link-close = très proche
site-link-related = voisine
site-see-also = Voir aussi
site-turn = Questions voisines du thème
site-previous = Précédente
site-next = Suivante
site-source = Source :
site-lines = lignes { $first } à { $last }
site-edit = Modifier
site-broader = Plus général
site-narrower = Plus précis
site-related = Voisines
site-also-called = Se dit aussi :
site-missing = Page introuvable
site-missing-help = L’adresse a peut-être changé. La recherche ou l’accueil vous remettront sur le chemin.
site-moved = Cette page a changé d’adresse
site-retired = Question retirée
site-retired-help = Cette question ne fait plus partie de la collection. Les thèmes mènent à toutes les autres.
site-error-template = modèle { $name } : { $message }
site-error-template-line = modèle { $name }, ligne { $line } : { $message }
site-error-accent = site.accent doit être une couleur de la forme #rrggbb, pas « { $value } »
site-error-base-url = base_url doit être une adresse http(s), pas « { $value } »
site-error-path = le chemin « { $path } » sortirait du dossier du site
flag-mojibake = Des caractères abîmés dans la source ont été rétablis.
flag-fence-recovered = Un bloc de code mal fermé dans la source a été rétabli.
flag-truncated = Le texte s’interrompt dans la source.

## Recherche

search-level-beginner = Débutant
search-level-intermediate = Intermédiaire
search-level-advanced = Avancé


## Exports


## Messages de la ligne de commande


## Lint

## Identité

lock-conflict = une fusion a laissé ses marqueurs ici. Gardez les lignes des deux côtés, ôtez les marqueurs, puis reconstruisez.
lock-header = la première ligne du fichier de verrou doit être son en-tête. Restaurez le fichier depuis le gestionnaire de versions.
lock-version = ce fichier de verrou est en version { $detail }, et ce programme lit la version 1. Utilisez une version plus récente.
lock-malformed = cette ligne n’est pas un enregistrement du fichier de verrou : { $detail }
lock-id = l’identifiant « { $detail } » ne peut pas figurer dans une adresse.
lock-duplicate = l’identifiant « { $detail } » a deux enregistrements. Gardez une seule des deux lignes.

lint-duplicate-id = l’identifiant « { $id } » est employé deux fois
lint-duplicate-id-help = L’entrée située en { $path }:{ $line } le garde, celle-ci reçoit un numéro. Donnez à chacune son identifiant.
lint-invalid-id = l’identifiant « { $id } » ne peut pas figurer dans une adresse
lint-invalid-id-help = « { $replacement } » est employé à la place. Un identifiant se compose de lettres ASCII, de chiffres et de « - », « _ », « . », au plus 100.
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
lint-duplicate-id = l’identifiant « { $id } » est déjà celui d’une autre entrée
lint-duplicate-id-help = un identifiant nomme une seule entrée pour toujours : donnez-en un autre à celle-ci
lint-duplicate-question = cette question est déjà posée : { $other }
lint-duplicate-question-help = gardez la meilleure réponse, ou demandez ce qui fait la différence
lint-invalid-concepts = le glossaire n’est pas valable : { $detail }
lint-invalid-concepts-help = `passerelle explain invalid-concepts` dit ce qu’un glossaire doit être
lint-invalid-data = ceci est illisible : { $detail }
lint-invalid-data-help = le reste du document a été lu ; cette partie est laissée de côté
lint-missing-answer = cette question n’a pas de réponse
    .placeholder = la réponse à cette question ne fait que tenir la place
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
    .nearest = il n’y a pas de clé « { $key } » ; vouliez-vous dire « { $nearest } » ?
lint-unknown-front-matter-key-help = une clé inconnue ne sert jamais
lint-unlabelled-fence = ce bloc de code ne nomme pas son langage
    .guess = ce bloc de code ne nomme pas son langage, qui semble être « { $lang } »
lint-unlabelled-fence-help = écrivez le langage après les marques d’ouverture, ou `text`
lint-unreadable-file = ce fichier est illisible : { $detail }
lint-unreadable-file-help = enregistrez-le comme du texte en UTF-8
lint-unused-suppression = cette dérogation à « { $rule } » ne couvre rien
    .unknown = cette dérogation nomme « { $rule } », qui n’est pas une règle
    .nearest = cette dérogation nomme « { $rule } », qui n’est pas une règle ; vouliez-vous dire « { $nearest } » ?
lint-unused-suppression-help = retirez-la : elle cacherait la prochaine faute
